"""`python -m netpractice`."""

import sys

from netpractice.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
