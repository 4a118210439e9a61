"""What the plugin works in: Python-Markdown, MkDocs, Zensical. Each is known here alone."""
