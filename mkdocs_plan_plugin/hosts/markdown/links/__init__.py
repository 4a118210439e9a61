"""Links in the tree of a page: of names, code and placeholders, and repaired ones."""
