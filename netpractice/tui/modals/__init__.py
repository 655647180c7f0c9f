"""Questions and pages over a screen; each returns a typed result."""
