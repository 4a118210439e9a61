"""The host Python-Markdown: GitHub's lists and boxes in, links and places of widgets out.

Links are to source files, as an author would write them; the host makes addresses of them.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from mkdocs_plan_plugin.extension.anchors import TaskAnchors
from mkdocs_plan_plugin.extension.boxes import BoxProcessor
from mkdocs_plan_plugin.extension.code_search import spare_search
from mkdocs_plan_plugin.extension.id_anchors import IdAnchors
from mkdocs_plan_plugin.extension.links import PageLinks
from mkdocs_plan_plugin.extension.lists import ListProcessor, knows_all_processors
from mkdocs_plan_plugin.extension.marks import PageMarker
from mkdocs_plan_plugin.extension.page import DefinedId, RenderedPage
from mkdocs_plan_plugin.extension.plain_text import PlainText, Released
from mkdocs_plan_plugin.extension.raw import stash_raw

__all__ = ["DefinedId", "PlanExtension", "RenderedPage"]

# After pymdownx.snippets (32) has put included text in and normalize_whitespace (30) has
# evened it, before superfences (25) takes code out.
_BEFORE_FENCES = 28
# Before all that search a whole block for what a list does not hold: admonitions and the like
# (105), tables (75), headings (70, and 60 for those that are underlined).
_FIRST = 110
# Before pymdownx.tasklist (25) and inline patterns (20).
_BEFORE_TASKLIST = 26
# Right around the inline patterns (20).
_BEFORE_INLINE = 21
_AFTER_INLINE = 19.5
# After `toc` (5) has given headings their ids and MkDocs has read the title (1), before
# MkDocs' `relpath` (0) turns links to source files into links to pages.
_BEFORE_RELPATH = 0.5

_OWN_LISTS = ("indent", "olist", "ulist")


class PlanExtension(Extension):
    """Hands `page`, the one to come, to the next Markdown instance that is made.

    Only to that one: instances that others make with the same extensions while it works, for
    docstrings or blog excerpts, get no page and are left alone.
    """

    page: RenderedPage | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        """Register the processors, if there is a page for them."""
        page, self.page = self.page, None
        if not page:
            return
        md.preprocessors.register(_TextReader(md, page), "plan_text", _BEFORE_FENCES)
        md.treeprocessors.register(PageMarker(md, page), "plan_marks", _BEFORE_RELPATH)
        lists = _replace_lists(md) if page.normalize else None
        if page.normalize:
            spare_search(md)
            plain = PlainText(md)
            md.treeprocessors.register(plain, "plan_plain", _BEFORE_INLINE)
            md.treeprocessors.register(Released(md, plain), "plan_released", _AFTER_INLINE)
        boxes = BoxProcessor(md, page, lists)
        md.treeprocessors.register(boxes, "plan_boxes", _BEFORE_TASKLIST)
        tasks = TaskAnchors(md, page, boxes)
        # Of one priority, so they run in this order.
        md.treeprocessors.register(tasks, "plan_anchors", _BEFORE_RELPATH)
        if page.defined_ids:
            md.treeprocessors.register(IdAnchors(md, page, tasks), "plan_ids", _BEFORE_RELPATH)
        if page.links:
            md.treeprocessors.register(PageLinks(md, page), "plan_links", _BEFORE_RELPATH)


def _replace_lists(md: Markdown) -> ListProcessor:
    for name in _OWN_LISTS:
        md.parser.blockprocessors.deregister(name, strict=False)
    lists = ListProcessor(md.parser, has_short_way=knows_all_processors(md))
    md.parser.blockprocessors.register(lists, "plan_lists", _FIRST)
    return lists


class _TextReader(Preprocessor):
    """Shows the page's final text to whom it concerns, and makes it regular."""

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self._page.take(text)
        if not self._page.normalize:
            return lines
        return stash_raw(self.md, self._page.normalize(text))
