"""netpractice: practise networking as a daily habit, in the terminal."""

__version__ = "0.1.0"
