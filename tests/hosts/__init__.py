"""Other programs that build the same site: the numbers are the same."""
