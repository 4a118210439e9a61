"""The lists and check boxes of a page's HTML: what GitHub and a built page must agree on."""

from __future__ import annotations

import re
from typing import NamedTuple

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import etree

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
# Where MkDocs' own dialect begins, GitHub can't be the judge.
DIALECT = re.compile(
    r"""^\s*(?:[-*+>\d.)\s]*)(?:!!!|\?\?\?|===\s*"|///|:::|:\s{1,3}\S|\[\^|--8<--|<!--\s*plan)|\{|<\w+[^>]*\smarkdown"""
    r"|\A\s*---",
    re.MULTILINE,
)


class Item(NamedTuple):
    """A list item: its depth, the kind of its list with its first number, and its box."""

    depth: int
    kind: str
    box: str


def shape_of(html: str) -> list[Item]:
    """Return the list items of a page, without those of widgets."""
    root = etree.fromstring(f"<body>{html}</body>", etree.HTMLParser(huge_tree=True))
    if root is None:
        return []
    for widget in root.xpath("//*[@data-plan-widget]"):
        widget.getparent().remove(widget)
    return [_item(tag) for tag in root.iter("li")]


def shape_on_github(text: str) -> list[Item]:
    """Return the list items of a page as GitHub shows it."""
    return shape_of(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))


def _item(tag: etree._Element) -> Item:
    parent = tag.getparent()
    kind = "" if parent is None else f"{parent.tag}{parent.get('start', '')}"
    depth = sum(1 for _ in tag.iterancestors("li"))
    boxes = [
        "x" if "checked" in box.attrib else "o"
        for box in tag.iter("input")
        if next(box.iterancestors("li"), None) is tag
    ]
    return Item(depth, kind, "".join(boxes))
