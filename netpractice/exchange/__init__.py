"""File formats: bytes to domain values and back. Nothing here knows a book, a clock or a screen."""
