"""Creates the links of a page from names, code and placeholders, and repairs broken ones."""

from mkdocs_plan_plugin.hosts.markdown.links.page_links import PageLinks
from mkdocs_plan_plugin.hosts.markdown.links.targets import FRAGMENT

__all__ = [
    "FRAGMENT",
    "PageLinks",
]
