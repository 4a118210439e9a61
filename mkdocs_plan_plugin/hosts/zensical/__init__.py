"""What Zensical needs besides the Markdown extension."""
