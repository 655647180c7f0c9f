"""The book's file: where it is, how it is written durably, locked, backed up and migrated."""
