"""Which pages make a plan, and how pages are found by their names."""
