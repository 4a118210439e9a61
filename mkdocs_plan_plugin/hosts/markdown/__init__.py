"""The host Python-Markdown: GitHub's blocks and boxes in, links and places of widgets out.

Links are to source files, as an author would write them; the host makes addresses of them.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from mkdocs_plan_plugin.hosts.markdown.anchors import TaskAnchors
from mkdocs_plan_plugin.hosts.markdown.attributes import keep_text_in_braces
from mkdocs_plan_plugin.hosts.markdown.blocks import (
    BLOCK_READER,
    BlockBuilder,
    HeldBlocks,
    Host,
    LastMarks,
    LeftMarks,
    SplitBlocks,
    take_blocks_over,
)
from mkdocs_plan_plugin.hosts.markdown.boxes import Boxes, BoxProcessor, take_boxes_over
from mkdocs_plan_plugin.hosts.markdown.headings import HeadingMarker
from mkdocs_plan_plugin.hosts.markdown.id_anchors import IdAnchors
from mkdocs_plan_plugin.hosts.markdown.links import FRAGMENT, PageLinks
from mkdocs_plan_plugin.hosts.markdown.page import DefinedId, RenderedPage
from mkdocs_plan_plugin.hosts.markdown.plain_text import PlainText, Released
from mkdocs_plan_plugin.hosts.markdown.syntaxes import syntaxes_of_site
from mkdocs_plan_plugin.hosts.markdown.written_schedule import ScheduleFolder

__all__ = ["FRAGMENT", "DefinedId", "PlanExtension", "RenderedPage", "syntaxes_of_site"]

# After pymdownx.snippets (32) has put included text in and normalize_whitespace (30) has
# evened it, before superfences (25) takes code out.
_BEFORE_FENCES = 28
# Behind mkdocs_raw_html (21), which looks for anchors in HTML, before html_block (20).
_AFTER_RAW_HTML = 20.5
# Before all others, and before paragraphs (10).
_FIRST = 200
_BEFORE_PARAGRAPHS = 10.5
# Before pymdownx.tasklist (25) and inline patterns (20).
_BEFORE_TASKLIST = 26
# Before our own boxes, and all that look at the tree.
_BEFORE_BOXES = 40
# When raw_html (30) has put the stashed HTML in.
_AFTER_RAW = 15
# Right around the inline patterns (20).
_BEFORE_INLINE = 21
_AFTER_INLINE = 19.5
# After `toc` (5) has given headings their ids and MkDocs has read the title (1), before
# MkDocs' `relpath` (0) turns links to source files into links to pages.
_BEFORE_RELPATH = 0.5
_RAW_HTML = "mkdocs_raw_html"


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
        if page.is_github:
            _build_blocks(md, page)
        md.treeprocessors.register(HeadingMarker(md, page), "plan_marks", _BEFORE_RELPATH)
        boxes = BoxProcessor(md, page)
        md.treeprocessors.register(boxes, "plan_boxes", _BEFORE_TASKLIST)
        tasks = TaskAnchors(md, page, boxes)
        # Of one priority, so they run in this order.
        md.treeprocessors.register(tasks, "plan_anchors", _BEFORE_RELPATH)
        if page.defined_ids:
            md.treeprocessors.register(IdAnchors(md, page, tasks), "plan_ids", _BEFORE_RELPATH)
        if page.written:
            md.treeprocessors.register(ScheduleFolder(md, page), "plan_written", _BEFORE_RELPATH)
        if page.links or (page.is_github and "](#" in page.body):
            md.treeprocessors.register(PageLinks(md, page), "plan_links", _BEFORE_RELPATH)


def _build_blocks(md: Markdown, page: RenderedPage) -> None:
    """Let the page's blocks be those of GitHub."""
    boxes = take_boxes_over(md)
    host = Host(md)
    take_blocks_over(md)
    keep_text_in_braces(md)
    reader = _BlockReader(md, page, host, boxes)
    md.preprocessors.register(reader, BLOCK_READER, _BEFORE_FENCES)
    md.preprocessors.register(_HtmlReader(md, host), "plan_html", _AFTER_RAW_HTML)
    md.parser.blockprocessors.register(HeldBlocks(md.parser, host), "plan_held", _FIRST)
    split = SplitBlocks(md.parser)
    md.parser.blockprocessors.register(split, "plan_split", _BEFORE_PARAGRAPHS)
    md.treeprocessors.register(LeftMarks(md, host), "plan_left", _BEFORE_BOXES)
    md.postprocessors.register(LastMarks(md, host), "plan_last", _AFTER_RAW)
    plain = PlainText(md)
    md.treeprocessors.register(plain, "plan_plain", _BEFORE_INLINE)
    md.treeprocessors.register(Released(md, plain), "plan_released", _AFTER_INLINE)


class _BlockReader(Preprocessor):
    """Shows the page's final text to whom it concerns, and builds its blocks."""

    def __init__(self, md: Markdown, page: RenderedPage, host: Host, boxes: Boxes | None) -> None:
        super().__init__(md)
        self._page = page
        self._host = host
        self._boxes = boxes

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        first_line = self._page.take(text)
        builder = BlockBuilder(self._host, self._page.elements, self._boxes)
        return builder.build(text, first_line).split("\n")


class _HtmlReader(Preprocessor):
    """Shows the HTML that no text holds any more to MkDocs, which looks for anchors in it."""

    def __init__(self, md: Markdown, host: Host) -> None:
        super().__init__(md)
        self._host = host

    def run(self, lines: list[str]) -> list[str]:
        if self._host.html and _RAW_HTML in self.md.preprocessors:
            self.md.preprocessors[_RAW_HTML].run([*lines, *self._host.html])
        return lines
