"""What the other models learn: a task a file, with its data, its batches and what to compare a score with."""
