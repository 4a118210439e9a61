"""What is kept on disk between builds: atomic, signed, safe to delete."""
