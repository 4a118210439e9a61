"""Link the ids in the finished HTML of a page.

Done late and on the text: as links in the page's source, the host would resolve and search
plugins would read each of them, which costs more than everything else the plugin does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from mkdocs_plan_plugin.reading.lexicon import id_shapes as shapes
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.links import key_of, own_key
from mkdocs_plan_plugin.rendering.no_links import NO_LINKS

_NO_LINKS = "|".join(sorted(NO_LINKS))
_HIDDEN = re.compile(
    rf"<(?:(?:{_NO_LINKS})\b(?:[^>]*[^>/])?>[^<]*(?:<(?!/(?:{_NO_LINKS})\s*>)[^<]*)*"
    rf"</(?:{_NO_LINKS})\s*>|!--.*?-->)",
    re.DOTALL,
)
# Matched after the first letter of an id: patterns that start with a letter are 10 times faster.
_BEFORE = r"(?:(?<![\w/.#@$&;\"“„«-].)|(?<=\d[/–-].))"
_MARKS = r"(?:</?(?:strong|em|b|i)>|[\s:：*_])*"
_LISTED = lazy_pattern(
    rf"(?:{shapes.REQUIREMENT}){_MARKS}(?={shapes.NUMBER})"
    rf"{shapes.listed('&amp;')}"
)
# Compiled once for all pages, because compiling takes longer than matching; one per kind, keyed by
# a string that each match contains, because one combined pattern takes twice as long.
_CODE = re.compile(rf"(?P<code>[A-Z](?=[A-Z\d-]){_BEFORE}{shapes.CODE[0]}){shapes.CODE[1]}")
_WORDED = {
    "User ": re.compile(rf"U{_BEFORE}{shapes.STORY}"),
    "Task ": re.compile(rf"T{_BEFORE}{shapes.TASK}"),
    "AC": re.compile(rf"A{_BEFORE}C(?:\s?[#:]\s?|\s){shapes.CRITERION}"),
}
_BRACKET = re.compile("[<>]")
_EACH_NUMBER = re.compile(shapes.NUMBER)
_PREFIXES = {"story": "US", "task": "Task ", "criterion": "AC"}
_TAGS = re.compile(r"<[^>]*>")
_FAR = 400
"""How many characters after its anchor the id of a definition may appear."""


Replace = Callable[[re.Match[str]], str | None]


class IdLink(NamedTuple):
    """The URL and title of an id's link; `anchor` is the target's when on the same page."""

    href: str
    title: str
    anchor: str = ""


def link_ids(
    content: str,
    links: Mapping[str, IdLink],
    patterns: tuple[str, ...] = (),
    *,
    previews: bool = False,
) -> str:
    """Link ids, except in headings, code, links and their own definitions.

    Args:
        content: The HTML of a page.
        links: The links by the key of the id.
        patterns: The patterns of a site's own ids.
        previews: Whether the theme shows previews of link targets.
    """
    html = content
    linked = _linked(links, previews)
    found = [*_replacements(_own(patterns), linked, html)] if patterns else []
    found += _replacements(_CODE, linked, html)
    for letters, pattern in _WORDED.items():
        if letters in html:
            found += _replacements(pattern, linked, html)
    if any(key.startswith("Requirement ") for key in links):
        found += _replacements(_LISTED, _numbers(links, previews), html)
    return _apply(html, sorted(found, key=lambda one: one.start)) if found else content


class _Replacement(NamedTuple):
    """A span of the page and the HTML that replaces it."""

    start: int
    end: int
    html: str


def _replacements(pattern: re.Pattern[str], replace: Replace, html: str) -> Iterator[_Replacement]:
    for match in pattern.finditer(html):
        html_of_match = replace(match)
        if html_of_match is not None:
            yield _Replacement(*match.span(), html_of_match)


def _apply(html: str, replacements: Sequence[_Replacement]) -> str:
    """Apply replacements in order, where links are allowed; of two that overlap, the first."""
    hidden, tags = _Hidden(html), _Tags(html)
    parts: list[str] = []
    at = 0
    for one in replacements:
        if one.start >= at and one.start not in hidden and one.end not in tags:
            parts += (html[at : one.start], one.html)
            at = one.end
    return "".join((*parts, html[at:]))


class _Hidden:
    """The spans of a page where links are not allowed."""

    def __init__(self, html: str) -> None:
        spans = [match.span() for match in _HIDDEN.finditer(html)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, at: int) -> bool:
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._ends[before]


class _Tags:
    """The insides of tags, where ">" comes before the next "<"."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._from, self._following = 0, -1  # a part without brackets, and the next one

    def __contains__(self, at: int) -> bool:
        if not self._from <= at <= self._following:
            bracket = _BRACKET.search(self._html, at)
            self._from, self._following = at, bracket.start() if bracket else len(self._html)
        return self._html[self._following : self._following + 1] == ">"


def _linked(links: Mapping[str, IdLink], previews: bool) -> Replace:
    """Return a function that links an id, except in its own definition."""

    def linked(match: re.Match[str]) -> str | None:
        kind = str(match.lastgroup)
        link = links.get(_key(kind, match[kind]))
        if not link or (link.anchor and _is_definition(match.string, match.start(), link.anchor)):
            return None
        return _anchor(link, match[0], previews)

    return linked


def _numbers(links: Mapping[str, IdLink], previews: bool) -> Replace:
    """Return a function that links the numbers after a word such as "Requirements"."""

    def linked(match: re.Match[str]) -> str:
        begins = match.start("listed") - match.start()

        def one(number: re.Match[str]) -> str:
            link = links.get(f"Requirement {number[0]}")
            return _anchor(link, number[0], previews) if link else number[0]

        return match[0][:begins] + _EACH_NUMBER.sub(one, match[0][begins:])

    return linked


def _anchor(link: IdLink, text: str, previews: bool) -> str:
    title = f' title="{escape(link.title)}"' if link.title else ""
    preview = " data-preview" if previews else ""
    href = escape(link.href)
    return f'<a class="plan-id" href="{href}" data-plan-link{title}{preview}>{text}</a>'


def _is_definition(html: str, at: int, anchor: str) -> bool:
    """Whether an id comes first in the element that has its anchor."""
    begins = html.rfind(f'id="{anchor}"', max(0, at - _FAR), at)
    if begins < 0:
        return False
    between = _TAGS.sub("", html[html.find(">", begins) + 1 : at])
    return not any(sign.isalnum() for sign in between)


def _key(kind: str, written: str) -> str:
    """Return the key of a matched id."""
    if kind == "own":
        return own_key(written)
    if kind == "code":
        return key_of(written)
    number = written if kind == "task" else str(int(written))
    return f"{_PREFIXES[kind]}{number}"


@cache
def _own(patterns: tuple[str, ...]) -> re.Pattern[str]:
    every = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?P<own>{every})")
