"""Find code, a comment or HTML that goes on to the end of a text because nothing closes it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from mkdocs_plan_plugin.reading.markdown.parser import line_ends, parse

_SIGNS = ("```", "~~~", "<")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_CLOSING_FENCE = re.compile(r"[ >]*(`{3,}|~{3,}) *")
# https://spec.commonmark.org/0.31.2/#html-blocks, the first kind
_RAW = re.compile(r"<(pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_RAW_CLOSING = re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)


def open_block(lines: Sequence[str]) -> int | None:
    """Return the line, 0-based, on which a block begins that nothing closes; None without one."""
    text = "\n".join(lines)
    if not any(sign in text for sign in _SIGNS):
        return None
    data = text.encode()
    size = len(data.rstrip())
    for event, span in parse(text):
        if "Start" not in event or span["end"] < size:
            continue
        tag = event["Start"]
        written = data[span["start"] : span["end"]].decode().strip()
        if tag == "HtmlBlock":
            is_open = _is_open_html(written)
        else:
            is_open = "Fenced" in _kind_of_code(tag) and _is_open_code(written)
        if is_open:
            return bisect_right(line_ends(text), span["start"])
    return None


def _kind_of_code(tag: Any) -> Any:
    return tag.get("CodeBlock", "") if isinstance(tag, dict) else ""


def _is_open_code(written: str) -> bool:
    opening = _FENCE.match(written)
    if not opening:
        return False
    _, newline, last = written.rpartition("\n")
    closing = _CLOSING_FENCE.fullmatch(last) if newline else None
    return not (closing and closing[1].startswith(opening[1]))


def _is_open_html(written: str) -> bool:
    if written.startswith("<!--"):
        return "-->" not in written
    return bool(_RAW.match(written)) and not _RAW_CLOSING.search(written)
