"""Find bare URLs and e-mail addresses, which GitHub shows as links."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_plan_plugin.hosts.markdown.blocks.delimiters import (
    WIDEST,
    is_punctuation,
    is_space,
)

# In bytes: to GitHub, no space outside ASCII ends a URL.
_TOKEN = re.compile(
    rb"\\[!-/:-@\[-`{-~]"
    rb"|(?P<bracket>[\[\]])"
    rb"|(?P<scheme>(?<![a-zA-Z])(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://)"
    rb"|(?P<www>(?:(?<![^\s*_~(])|(?<=\n>))(?=www\.))"
)
# The rest of a domain; to GitHub, it ends before what is not ASCII.
_HOST = re.compile(rb"[a-zA-Z0-9._\\-]*")
_TAIL = re.compile(rb"[^\s<]*")
_ENTITY = re.compile(rb"&[a-zA-Z]+;\Z")
_LONGEST_ENTITY = 40
_MAIL = re.compile(
    r"(?<![a-zA-Z0-9._+-])(?:mailto:|(?P<xmpp>xmpp:))?"
    r"(?:[a-zA-Z0-9._+-]|\\[._+-])++\\?@"
    r"(?=[a-zA-Z0-9_-]*\\?\.[a-zA-Z0-9])"
    r"(?:[a-zA-Z0-9_-]|\\[_-]|\\?\.(?=[a-zA-Z0-9])|(?(xmpp)/|(?!)))++"
    r"(?<=[a-zA-Z])(?!@)"
)
_ESCAPED = re.compile(r"\\([@._+-])")
_BRACKETS = (b"](", b")")
_ANCHOR = re.compile(r"<(/?)a(?![\w-])", re.IGNORECASE)
_MOST_CHECKED = 11
"""In a domain of more parts, underscores are not looked for."""

_KEPT = "!#$%&'()*+,-./:;=?@_~"
"""The signs that are not encoded in the address of a link."""


class BareUrl(NamedTuple):
    """A bare URL, its start and end in bytes, and the HTML of its link."""

    start: int
    end: int
    html: str


class BareUrls:
    """Collects what is needed to find the bare URLs of a block: each inline event but emphasis.

    Attributes:
        may_be_any: Whether there may be any in the block.

    Source:
        `extensions/autolink.c` of https://github.com/github/cmark-gfm. A URL begins before the
        markup in it is parsed, so it wins over that; e-mail addresses are found afterwards.
    """

    def __init__(self) -> None:
        self.may_be_any = False
        self._hidden: list[tuple[int, int]] = []  # code, tags, links and images
        self._anchors: list[int] = []  # where tags of links begin that are not closed yet
        self._mails: list[BareUrl] = []

    def clear(self) -> None:
        """Begin a new block."""
        self.may_be_any = False
        self._hidden.clear()
        self._anchors.clear()
        self._mails.clear()

    def hide(self, start: int, end: int) -> None:
        """Note code, a link or an image."""
        self._hidden.append((start, end))

    def take_tag(self, html: str, start: int, end: int) -> None:
        """Note a tag. Links have none within them, those in HTML neither."""
        match = _ANCHOR.match(html)
        if match and not match[1]:
            self._anchors.append(start)
        elif match and self._anchors:
            start = self._anchors.pop()
            while self._mails and self._mails[-1].start > start:
                self._mails.pop()
        self._hidden.append((start, end))

    def take_text(self, written: str, start: int, *, is_linked: bool) -> None:
        """Look for e-mail addresses in a text that may have any, or URLs.

        Args:
            written: The source of the text.
            start: Where it begins.
            is_linked: Whether it is the text of a link or an image.
        """
        if is_linked:
            return
        self.may_be_any = True
        passed = 0
        for match in _MAIL.finditer(written) if "@" in written else ():
            start += len(written[passed : match.start()].encode())
            passed = match.start()
            shown = _ESCAPED.sub(r"\1", match[0])
            href = shown if shown.startswith(("mailto:", "xmpp:")) else f"mailto:{shown}"
            self._mails.append(BareUrl(start, start + len(match[0]), _link(href, shown)))

    def find(self, written: str, start: int, *, is_cell: bool) -> list[BareUrl]:
        """Return the bare URLs, and the e-mail addresses that are not in them, in order.

        Args:
            written: The source of the block.
            start: Where it begins.
            is_cell: Whether it is a cell, where a backslash before "|" is no part of a URL.
        """
        if not self.may_be_any:
            return []
        data = written.encode()
        found: list[BareUrl] = []
        is_target = False
        first = data.find(b"[")
        passed = 0
        urls = (*self._urls(data.rstrip(), start, is_cell), *self._mails)
        for url in sorted(urls, key=lambda url: (url.start, -url.end)):
            # Where GitHub sees no link, Python-Markdown may: `[a](see https://example.org)`.
            opening, closing = (data.rfind(sign, passed, url.start - start) for sign in _BRACKETS)
            passed = url.start - start
            if opening != closing:
                is_target = opening > closing and 0 <= first < opening
            if not is_target and (not found or url.start >= found[-1].end):
                found.append(url)
        return found

    def _urls(self, data: bytes, start: int, is_cell: bool) -> Iterator[BareUrl]:
        hidden = deque(sorted(self._hidden))
        depth = url_end = passed = 0
        for match in _TOKEN.finditer(data):
            at = start + match.start()
            while hidden and hidden[0][0] <= at:
                first, last = hidden.popleft()
                if first >= url_end:  # one that begins within a URL is a part of it
                    passed = max(passed, last)
            if at < max(passed, url_end):
                continue
            if bracket := match["bracket"]:
                depth = depth + 1 if bracket == b"[" else max(0, depth - 1)
            elif depth == 0 and match.lastgroup:
                length = _length(data, match)
                if length:
                    url_end = at + length
                    url = data[match.start() : match.start() + length].decode()
                    yield _url(url.replace("\\|", "|") if is_cell else url, at, url_end)


def _length(data: bytes, match: re.Match[bytes]) -> int:
    """Return the length of the URL that begins at a match; 0 if it is none."""
    start = match.end()
    first = data[start : start + WIDEST].decode(errors="ignore")[:1]
    host = _HOST.match(data, start + 1)
    if is_space(first) or is_punctuation(first) or not host:
        return 0
    # GitHub does not check the last character of a block.
    name = host[0][:-1] if host.end() == len(data) else host[0]
    parts = name.split(b".")
    if match["www"] is not None and len(parts) == 1:
        return 0
    if any(b"_" in part for part in parts[-2:]) and len(parts) <= _MOST_CHECKED:
        return 0
    tail = _TAIL.match(data, host.end())
    end = tail.end() if tail else host.end()
    return _trimmed(data, match.start(), end) - match.start()


def _trimmed(data: bytes, start: int, end: int) -> int:
    """Return the end of a URL without the punctuation after it."""
    opening, closing = data.count(b"(", start, end), data.count(b")", start, end)
    while end > start:
        last = data[end - 1 : end]
        if last == b")":
            if closing <= opening:
                break
            closing -= 1
        elif last == b";":
            entity = _ENTITY.search(data[max(start, end - _LONGEST_ENTITY) : end])
            end -= len(entity[0]) - 1 if entity else 0
        elif last not in b"?!.,:*_~'\"":
            break
        end -= 1
    return end


def _url(written: str, start: int, end: int) -> BareUrl:
    href = f"http://{written}" if written.startswith("www") else written
    return BareUrl(start, end, _link(href, written))


def _link(href: str, text: str) -> str:
    return f'<a href="{escape(quote(href, safe=_KEPT))}">{escape(text, quote=False)}</a>'
