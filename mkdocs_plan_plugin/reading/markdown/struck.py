"""Leave out what a text strikes: `~~2026-01-05~~`, `~soon~`, `<del>2 weeks</del>`, `<s>…</s>`.

What is struck is no longer said, so times are read without it. A table row whose first text is
struck is struck as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.reading.markdown.parser import Event

_TAGS = "del|s|strike"
_OPENED = re.compile(rf"<(?:{_TAGS})(?:\s[^<>]*)?>", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:{_TAGS})\s*>", re.IGNORECASE)
_CLOSING = ("</del", "</s>", "</strike", "</DEL", "</S>")
_TILDES = re.compile(r"~~(?!~)(?<!~~~)")  # no fence of tildes
# Around words; within them a single tilde makes a range, `2~3`, and before one it means "about".
_TILDE = re.compile(r"~(?=\S)(?<!\w~)[^~\n]+(?<=\S)~(?!\w)")
# The mark of a task, `[~]`, and a folder.
_NO_STRIKE = (b"~]", b"~/")
_STRUCK = re.compile(
    rf"(?<!~)~~(?=[^\s~])(?:[^~]|~(?!~))+~~(?!~)"
    rf"|(?<![\w~])~(?=[^\s~\]/])[^~\n]+(?<=\S)~(?![\w~\]])"
    rf"|<({_TAGS})(?:\s[^<>]*)?>(?:[^<]|<(?!/?\1\b))*</\1\s*>",
    re.IGNORECASE,
)


def may_strike(text: str) -> bool:
    """Return whether a text may have struck parts; most have none."""
    has_tilde = "~" in text and (_TILDES.search(text) or _TILDE.search(text))
    return bool(has_tilde) or any(tag in text for tag in _CLOSING)


def without_struck_parts(line: str) -> str:
    """Return a line as written without its struck parts."""
    return _STRUCK.sub(" ", line) if "~" in line or "</" in line else line


def unstruck_events(events: Iterable[Event], body: str) -> Iterator[Event]:
    """Return a parser's events without those of struck text and of struck table rows."""
    return _unstruck_rows(_unstruck_text(events, body))


STRUCK: Event = ("Struck", {"start": 0, "end": 0})
"""Stands where text was struck."""


def _unstruck_text(events: Iterable[Event], body: str) -> Iterator[Event]:
    source = body.encode()
    opened: list[bool] = []  # for each open strikethrough, whether it strikes
    tags = 0
    for event, span in events:
        if _tag(event, "Start") == "Strikethrough":
            opened.append(not source.startswith(_NO_STRIKE, span["start"]))
            yield STRUCK if opened[-1] else ({"Text": "~"}, span)
        elif _tag(event, "End") == "Strikethrough":
            if not opened.pop():
                yield {"Text": "~"}, span
        elif isinstance(event, dict) and (html := event.get("InlineHtml")):
            tags = max(0, tags + bool(_OPENED.fullmatch(html)) - bool(_CLOSED.fullmatch(html)))
            yield STRUCK if _OPENED.fullmatch(html) else (event, span)
        elif _ends_block(event):
            tags = 0
            yield event, span
        elif not (tags or any(opened)) or not _is_text(event):
            yield event, span


def _unstruck_rows(events: Iterable[Event]) -> Iterator[Event]:
    row: list[Event] | None = None
    for event in events:
        if _tag(event[0], "Start") == "TableRow":
            row = []
        if row is None:
            if event is not STRUCK:
                yield event
            continue
        row.append(event)
        if _tag(event[0], "End") == "TableRow":
            if not _is_struck(row):
                yield from (each for each in row if each is not STRUCK)
            row = None


def _is_struck(row: Iterable[Event]) -> bool:
    """Return whether the first cell with anything in it has nothing but struck text."""
    is_struck, text = False, ""
    for event in row:
        is_struck |= event is STRUCK
        if isinstance(event[0], dict):
            text += event[0].get("Text") or event[0].get("Code") or ""
        if _tag(event[0], "End") == "TableCell" and (is_struck or text.strip()):
            return is_struck and not re.search(r"\w", text)
    return False


def _tag(event: object, side: str) -> str:
    """Return the name of the element that starts or ends with an event."""
    tag = event.get(side) if isinstance(event, dict) else None
    return tag if isinstance(tag, str) else next(iter(tag), "") if tag else ""


def _ends_block(event: object) -> bool:
    return _tag(event, "End") in ("Paragraph", "Item", "TableCell", "Heading")


def _is_text(event: object) -> bool:
    return isinstance(event, dict) and ("Text" in event or "Code" in event)
