"""Makes links of the ids in the finished HTML of a page.

Late, and in the text: as links of the page's source they would cost the host more than all that
the plugin does, since it looks up each of them, and search plugins read each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

_NO_LINKS = "a|abbr|button|code|h[1-6]|kbd|label|pre|script|style|summary|textarea"
_SKIPPED = rf"<(?:{_NO_LINKS})\b(?:[^>]*[^>/])?>.*?</(?:{_NO_LINKS})\s*>|<!--.*?-->"
# Behind the first letter of an id: a pattern that begins with a letter is found ten times faster.
_BEFORE = r"(?:(?<![\w/.#@$&;-].)|(?<=\d[/–-].))"
_AFTER = r"(?![\w%]|\.(?!x\b)\w|-(?![A-Z]{1,8}-?\d)\w|/(?!\d|[A-Z]{1,8}-?\d)\w)"
# Not within a tag, whose end would come before the next tag begins.
_IN_TEXT = r"(?=[^<>]*<)"
_MARKS = r"(?:</?(?:strong|em|b|i)>|[\s:：*_])*"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_AND = r"\s*(?:,|;|&amp;|\band\b|\by\b|\be\b|\bet\b|\bund\b|и|、|，)\s*"
_LISTED = re.compile(
    r"(?:[Rr]equirements?|Reqs?|需求|要求|要件|요구\s?사항|[Rr]equisitos?|[Ee]xigences?"
    rf"|Anforderung(?:en)?|[Тт]ребовани[ея]){_MARKS}(?={_NUMBER})"
    rf"(?P<listed>{_NUMBER}(?:{_AND}(?:[Rr]equirements?\s+)?{_NUMBER})*)"
    rf"(?![^\W_]|\.\d|\s*(?:%|-?(?:days?|weeks?|hours?)\b)){_IN_TEXT}"
)
_EACH_NUMBER = re.compile(_NUMBER)
_STORY = re.compile(r"US(\d+)(\.\d+)?")
_TAGS = re.compile(r"<[^>]*>")
_FAR = 400
"""How far behind its anchor the id of a definition may stand."""


class IdLink(NamedTuple):
    """Where an id leads, and what is said of it. `anchor` is the target's, on the same page."""

    href: str
    title: str
    anchor: str = ""


def link_ids(content: str, links: Mapping[str, IdLink], *, previews: bool = False) -> str:
    """Make links of ids, but not in headings, code, links and where they are defined.

    Args:
        content: The HTML of a page.
        links: What each id leads to, by its key.
        previews: Whether the theme shows what links lead to.
    """
    html = content + "<"  # so that the last text ends as all others do
    pattern = _pattern(tuple(sorted(key for key in links if not key.startswith("Requirement "))))

    def linked(match: re.Match[str]) -> str:
        if not match.lastgroup:
            return match[0]
        link = links[_key(match[0], links)]
        if link.anchor and _is_definition(html, match.start(), link.anchor):
            return match[0]
        return _anchor(link, match[0], previews)

    if pattern:
        html = pattern.sub(linked, html)
    if any(key.startswith("Requirement ") for key in links):
        html = _LISTED.sub(_numbers(html, links, previews), html)
    return html[:-1]


def _numbers(
    html: str, links: Mapping[str, IdLink], previews: bool
) -> Callable[[re.Match[str]], str]:
    """What makes links of the numbers behind a word for requirements."""
    hidden = [span.span() for span in re.finditer(_SKIPPED, html, re.DOTALL)]

    def linked(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in hidden):
            return match[0]
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
    """Whether an id leads the element that has its anchor."""
    begins = html.rfind(f'id="{anchor}"', max(0, at - _FAR), at)
    if begins < 0:
        return False
    between = _TAGS.sub("", html[html.find(">", begins) + 1 : at])
    return not any(sign.isalnum() for sign in between)


@lru_cache(maxsize=512)
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the ids with these keys, and what is to be left alone."""
    if not keys:
        return None
    every = (form for key in keys for form in _forms(key))
    forms = "|".join(f"{form[0]}{_BEFORE}{form[1:]}" for form in every)
    return re.compile(rf"{_SKIPPED}|(?P<id>{forms}){_AFTER}{_IN_TEXT}", re.DOTALL)


def _forms(key: str) -> Iterator[str]:
    """How an id may be written, each beginning with a letter."""
    if match := _STORY.fullmatch(key):
        number = match[1] + re.escape(match[2] or "")
        yield rf"US-?0{{0,3}}{number}"
        yield rf"User [Ss]tory {number}"
    elif key.startswith("AC"):
        yield rf"AC\s?[#:]?\s?-?{key[2:]}"
    elif key.startswith("Task "):
        yield rf"Task {re.escape(key[5:])}"
    else:
        yield re.escape(key)


def _key(written: str, links: Mapping[str, IdLink]) -> str:
    """The key of what was found."""
    if written in links:
        return written
    return next(key for key in links if any(re.fullmatch(form, written) for form in _forms(key)))
