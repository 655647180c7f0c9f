"""Floor programs: the least that the toolkit can do, measured in the same run as the app."""
