"""What a user can do: functions over the open book that return frozen views for screens and command line."""
