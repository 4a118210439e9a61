"""Marks the headings of a page for widgets."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.rendering import slot


class HeadingMarker(Treeprocessor):
    """Records the HTML ids of headings, and leaves comments as slots for widgets."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:  # noqa: ARG002
        """Mark the headings of the page's sections, which have their ids by now."""
        page = self._page
        for number, section in enumerate(page.sections):
            element = page.elements.get((section.line, "h"))
            if element is None:
                continue
            if anchor := element.get("id"):
                page.anchors[number] = anchor
            if number in page.marked:
                element.append(etree.Comment(slot(number)))
