"""The code that depends on the hosts of the plugin: Python-Markdown, MkDocs, Zensical."""
