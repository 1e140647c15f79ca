"""Weight files: one module a format."""
