"""The command line: small, scriptable, and a whole way through every daily job."""
