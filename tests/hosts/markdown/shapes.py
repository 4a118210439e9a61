"""The structure that a page shows: what GitHub's parser and Python-Markdown must agree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from mkdocs_plan_plugin.hosts.markdown import PlanExtension, RenderedPage
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.reading import read_body, read_document

SITE = (
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "admonition",
    "def_list",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.superfences",
)
"""What most sites have."""
BARE = ("toc", "tables", "fenced_code", "pymdownx.tasklist")
"""What every site has, and what the plugin adds."""


@dataclass(frozen=True)
class Shape:
    """The items of a page with what each is, and how many tables and blocks of code there are."""

    items: tuple[tuple[int, str, str], ...]
    tables: int
    code: int


def shape_of(html: str) -> Shape:
    """Take the structure from HTML: depth, kind of list with its start, and box of each item."""
    soup = BeautifulSoup(html, "html.parser")
    return Shape(
        tuple(
            (len(item.find_parents("li")), _list(item), _box(item)) for item in soup.select("li")
        ),
        len(soup.select("table:not(.highlighttable)")),
        len(soup.select("pre")),
    )


def _list(item: Tag) -> str:
    parent = item.parent
    return f"{parent.name}{parent.get('start', '')}" if parent else ""


def _box(item: Tag) -> str:
    boxes = [
        box
        for box in item.select("input[type=checkbox]")
        if box.find_parent("li") is item and not box.find_parent(attrs={"data-plan-extra": True})
    ]
    return "".join("x" if box.has_attr("checked") else "o" for box in boxes)


def render(text: str, extensions: tuple[Any, ...] = SITE, document: Document | None = None) -> str:
    """Convert a page as a build of a site does."""
    ours = PlanExtension()
    found = document or read_document("plan.md", text)
    ours.page = RenderedPage(
        reread=lambda final: (
            None if final.strip() == found.body.strip() else read_body(found.path, {}, final)
        ),
        sections=found.sections,
        tasks=found.tasks,
        body=found.body,
        is_github=True,
    )
    return Markdown(extensions=[*extensions, ours]).convert(text)


def on_github(text: str) -> str:
    """Convert a page as GitHub does."""
    cmarkgfm = pytest.importorskip("cmarkgfm")
    options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options))
