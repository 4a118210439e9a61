"""GitHub's blocks as elements of the tree that Python-Markdown makes."""
