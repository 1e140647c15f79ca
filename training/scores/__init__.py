"""What the shipped models score on what they never saw, one file a task."""
