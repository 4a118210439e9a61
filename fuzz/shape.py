"""The lists and check boxes of a page's HTML: what GitHub and a built page must agree on."""

from __future__ import annotations

import re
from typing import NamedTuple

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import etree

from mkdocs_plan_plugin.reading import read_document

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
# Where MkDocs' own dialect begins, GitHub can't be the judge.
DIALECT = re.compile(
    r"""^\s*(?:[-*+>\d.)\s]*)(?:!!!|\?\?\?|===\s*"|///|:::|:\s{1,3}\S|\[\^|--8<--|<!--\s*plan)|\{|<\w+[^>]*\smarkdown"""
    r"|\A\s*---",
    re.MULTILINE,
)
_TAG = re.compile(r"</?(?:div|details|p|script|summary|b)\b", re.IGNORECASE)
# The library ticks an open box if a ticked one follows on its line.
_TWO_BOXES = re.compile(r"\[[ xX]\].*\[[xX]\]")
# It also shows no box in a list that begins on the line of another item.
_NESTED = re.compile(r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:[-*+]|\d+[.)])[ \t]+\[")


def is_comparable(text: str) -> bool:
    """Return whether GitHub is the judge of a page: one with tasks and without open tags.

    Pages without tasks are shown as MkDocs shows them.
    """
    if any(pattern.search(text) for pattern in (DIALECT, _TAG, _TWO_BOXES, _NESTED)):
        return False
    return bool(read_document("plan.md", text).tasks)


class Item(NamedTuple):
    """A list item: its depth, the kind of its list with its first number, and its box."""

    depth: int
    kind: str
    box: str


def shape_of(html: str) -> list[Item]:
    """Return the list items of a page, without those of widgets."""
    root = etree.fromstring(f"<body>{html}</body>", etree.HTMLParser(huge_tree=True))
    for widget in root.xpath("//*[@data-plan-widget]"):
        widget.getparent().remove(widget)
    return [_item(tag) for tag in root.iter("li")]


def shape_on_github(text: str) -> list[Item]:
    """Return the list items of a page as GitHub shows it."""
    return shape_of(str(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)))


def _item(tag: etree._Element) -> Item:
    parent = tag.getparent()
    kind = "" if parent is None else str(parent.tag) + str(parent.get("start", ""))
    depth = sum(1 for _ in tag.iterancestors("li"))
    is_quoted = next(tag.iterancestors("blockquote"), None) is not None
    boxes = [  # GitHub shows none in quotes
        "x" if "checked" in box.attrib else "o"
        for box in tag.iter("input")
        if next(box.iterancestors("li", "blockquote"), None) is tag
        and "data-plan-quoted" not in box.attrib
    ]
    return Item(depth, kind, "" if is_quoted else "".join(boxes))
