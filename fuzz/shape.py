"""The lists and check boxes of a page's HTML: what GitHub and a built page must agree on."""

from __future__ import annotations

import re
from typing import NamedTuple

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import etree

from mkdocs_plan_plugin.reading import read_document

_BLOCKS = frozenset(("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "tr"))
_HOLDERS = frozenset(("li", "td", "th"))
# Where MkDocs' own dialect begins, GitHub can't be the judge.
DIALECT = re.compile(
    r"""^\s*(?:[-*+>\d.)\s]*)(?:!!!|\?\?\?|===\s*"|///|:::|:\s{1,3}\S|\[\^|--8<--|<!--\s*plan)|\{|<\w+[^>]*\smarkdown"""
    r"|\A\s*---",
    re.MULTILINE,
)
# An alert is a `div`, which such a tag in it closes, as on GitHub; the library shows a quote.
_ALERT, _CLOSING = re.compile(r"(?m)^[ >]*\[!\w+\]"), re.compile(r"</div", re.IGNORECASE)
# The library ticks an open box if a ticked one follows on its line.
_TWO_BOXES = re.compile(r"\[[ xX]\].*\[[xX]\]")
# It also shows no box in a list that begins on the line of another item.
_NESTED = re.compile(r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:[-*+]|\d+[.)])[ \t]+\[")
# MkDocs takes such a first line for front matter.
_META = re.compile(r"\A {0,3}[\w-]+:")
# Behind a box our parser finds no table.
_HEAD = re.compile(r"(?m)\[[ xX]\][^\n]*\n[ >]*(?=-*[|:])[ |:-]+$")

_NOT_COMPARABLE = (DIALECT, _META, _TWO_BOXES, _NESTED, _HEAD)


def is_comparable(text: str) -> bool:
    """Return whether GitHub is the judge of a page: one with tasks and without MkDocs' dialect.

    Pages without tasks are shown as MkDocs shows them.
    """
    if any(pattern.search(text) for pattern in _NOT_COMPARABLE):
        return False
    if _hides_a_part(text) or (_ALERT.search(text) and _CLOSING.search(text)):
        return False
    return bool(read_document("plan.md", text).tasks)


def hides_the_rest(text: str) -> bool:
    """Return whether a comment that is never closed may hide all that stands below it."""
    return text.rfind("<!--") > text.rfind("-->")


def _hides_a_part(text: str) -> bool:
    """Return whether the end of another comment closes such a comment."""
    before = text[: text.rfind("<!--")] if hides_the_rest(text) else text
    return before.count("<!--") != before.count("-->")


class Block(NamedTuple):
    """A list item, a quote, a heading, a row of a table or a block of code.

    `depth` is the number of items and quotes around it. `holds` is the box of an item behind the
    kind of its list with its first number, the number of cells of a row, or the words of the code.
    """

    depth: int
    tag: str
    holds: str


def shape_of(html: str) -> list[Block]:
    """Return the blocks of a page, without those of widgets."""
    root = etree.fromstring(f"<body>{html}</body>", etree.HTMLParser(huge_tree=True))
    for widget in root.xpath("//*[@data-plan-widget]"):
        widget.getparent().remove(widget)
    return [_block(tag) for tag in root.iter() if tag.tag in _BLOCKS or _is_alert(tag)]


def shape_on_github(text: str) -> list[Block]:
    """Return the blocks of a page as GitHub shows it."""
    return shape_of(str(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)))


def _block(tag: etree._Element) -> Block:
    depth = sum(1 for outer in tag.iterancestors() if outer.tag == "li" or _is_quote(outer))
    if tag.tag == "li":
        return Block(depth, "li", _item(tag))
    if tag.tag == "tr":
        return Block(depth, "tr", str(len(tag)))
    if tag.tag == "pre":
        return Block(depth, "pre", " ".join("".join(tag.itertext()).split()))
    return Block(depth, "blockquote" if _is_alert(tag) else str(tag.tag), "")


def _item(tag: etree._Element) -> str:
    parent = tag.getparent()
    kind = "" if parent is None else str(parent.tag) + str(parent.get("start", ""))
    if any(map(_is_quote, tag.iterancestors())):  # the library shows no box in quotes
        return kind
    boxes = [
        "x" if "checked" in box.attrib else "o"
        for box in tag.iter("input")
        if next(each for each in box.iterancestors() if each.tag in _HOLDERS or _is_quote(each))
        is tag
        and "data-plan-quoted" not in box.attrib
    ]
    return f"{kind} {''.join(boxes)}"


def _is_quote(tag: etree._Element) -> bool:
    return tag.tag == "blockquote" or _is_alert(tag)


def _is_alert(tag: etree._Element) -> bool:
    """Return whether an element is a quote that a page shows as an alert."""
    return tag.tag == "div" and str(tag.get("class")).startswith("admonition")
