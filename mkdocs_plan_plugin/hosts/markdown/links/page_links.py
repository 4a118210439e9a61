"""Links the references of a page, one kind after the other."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.hosts.markdown.links.code import link_code
from mkdocs_plan_plugin.hosts.markdown.links.repairs import repair_fragments, repair_links
from mkdocs_plan_plugin.hosts.markdown.links.text import TextLinker
from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.model import ReferenceKind


class PageLinks(Treeprocessor):
    """Links references, after all anchors of the page are set."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        """Process the page once for each kind of reference that it has."""
        links = self._page.links
        if code := links.get(ReferenceKind.CODE):
            link_code(root, code, self.md.htmlStash.rawHtmlBlocks)
        if written := links.get(ReferenceKind.LINK):
            repair_links(root, written)
        if self._page.is_github:
            repair_fragments(root)
        names = links.get(ReferenceKind.NAME, {})
        placeholders = links.get(ReferenceKind.PLACEHOLDER, {})
        if names or placeholders:
            TextLinker(names, placeholders).link(root)
