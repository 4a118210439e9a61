"""Links in the tree of a page: of names, code and placeholders, and repaired ones."""

from mkdocs_plan_plugin.hosts.markdown.links.page_links import PageLinks

__all__ = [
    "PageLinks",
]
