"""Find page names in running text: `see research.md`, `**Spec**: specs/001-x/spec.md`, `@plan.md`.

A bare name after "a", "each" and the like may mean any file: "each feature has a plan.md".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_plan_plugin.model import Reference, ReferenceKind
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern

_FILE = r"(?:\.{1,2}/|~?/)?(?:[\w.~-]+/)*[\w.-]*\w\.md"
# Not the end of a pattern: `<area>/spec.md`, `*/spec.md`, `$DIR/spec.md`.
_NAME = lazy_pattern(
    rf"(?<![\w/`(\[<@.~$-])(?<![>}}\])*](?=/))@?{_FILE}(?:#[\w-]+|:\d+(?:-\d+)?)?(?![\w/?])", re.I
)
_LABEL = re.compile(
    r"\W*(?:feature |technical |design |parent |related |source |implementation )?"
    r"(?:specs?|specifications?|input|prerequisites?|plans?|research|design|sources?|references?"
    r"|related|see(?: also)?|docs?|documents?|documentation|based on|depends on|parent|context"
    r"|links?|requirements|tasks|contracts?|data model|files?|read(?: first)?|inputs?"
    r"|especificación|requisitos|referencias|entrada|spezifikation|quellen|siehe|voir|ver)"
    r"(?:\s+(?:docs?|documents?|files?|specs?|page|link))?\W{0,6}[:：]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[:：][\W_]*[\w./~-]*\w\.md", re.IGNORECASE)
# A label that makes a page a part of the plan: `**Spec**: x.md`, not `See x.md` or `Files: x.md`.
_PART = lazy_pattern(
    r"\W*(?:feature |technical |design |implementation )?"
    r"(?:specs?|specifications?|input|plans?|research|design|requirements|tasks|contracts?"
    r"|data model|quickstart|especificación|especificação|requisitos|pesquisa|tareas|tarefas"
    r"|spezifikation|anforderungen|spécification|exigences|specifica|requisiti)"
    r"(?:\s+(?:docs?|documents?|files?|specs?|page|link))?\W{0,6}[:：]",
    re.IGNORECASE,
)
# Words before a bare name that means any file: "each feature has a plan.md", "create a spec.md".
_ANY = re.compile(
    r"\b(?:an?|each|every|any|no|new|all|your|their|its|own|multiple|several|other|another|called"
    r"|named|name|single|separate|per-\w+|un|una|cada|chaque|jede[nrs]?|eine?n?)\s+(?:[\w-]+\s+)?[*_`]*$",
    re.IGNORECASE,
)
# In Romance languages, "a" is "to": "se añadió a `spec.md`".
_TO = lazy_pattern(
    r"\b(?:el|la|las|los|del|que|se|una|os|um|uma|não|ao|il|della|nel|les|du|des|est|et|va)\b"
    r".*\ba\s+[*_`]*\Z|[áéíóúñãõç]\w*\s+a\s+[*_`]*\Z",
    re.IGNORECASE,
)
_REACH = 120
"""How many characters before a name such words may begin."""
BARE_URL = r"(?i:(?:https?|ftp)://|(?<!\w)www\.)[^\s<]+"
_CODE = re.compile(
    r"(`+)(?!`).+?(?<!`)\1(?!`)|!?\[[^\]\n]*\]\([^)\n]*\)|<!--.*?-->|<[^>\s]+>|" + BARE_URL
)
_LINKED = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|<!--.*?-->")
_START = re.compile(r"\s*(?:[-*+>#|]+|\d+[.)])?\s*(?:\[.\]\s+)?")


# `**Spec**: [link]` and `**Feature**: [Link to spec.md]`: placeholders of templates.
_PLACEHOLDER = re.compile(
    r"(?:(?<=spec\*\*: )|(?<=spec: )|(?=\[link to ))\[(link(?: to [^\]\n]+)?)\](?![(\[:])",
    re.IGNORECASE,
)


class NameFound(NamedTuple):
    """A page name in a text, and its start and end."""

    name: str
    start: int
    end: int


def find_names(text: str, *, is_labelled: bool = False) -> Iterator[NameFound]:
    """Find the page names in a text that are references.

    Args:
        text: A line, or a part of it.
        is_labelled: Whether a label before it announces pages.
    """
    if ".md" not in text.lower():
        return
    for match in _NAME.finditer(text):
        is_path = "/" in match[0] or match[0].startswith("@")
        if is_labelled or is_path or not _means_any(text, match.start()):
            yield NameFound(match[0], *match.span())


def _means_any(text: str, at: int) -> bool:
    """Return whether the words before a name say that it means any such file."""
    before = text[max(0, at - _REACH) : at]
    return bool(_ANY.search(before)) and not _TO.search(before)


@lru_cache(maxsize=1024)
def is_any(line: str, name: str) -> bool:
    """Return whether a name in a line means any such file: "there is no `tasks.md` yet"."""
    at = line.find(name)
    is_named = at >= 0
    while at >= 0:
        if not _means_any(line, at):
            return False
        at = line.find(name, at + 1)
    return is_named


def announces_pages(text: str) -> bool:
    """Return whether a line begins with a label such as `**Prerequisites**:`."""
    return bool(_LABEL.match(text))


def lists_pages(line: str) -> bool:
    """Return whether a page's name comes right after the label of a line: `**Input**: plan.md`."""
    return announces_pages(line) and bool(_LISTED.search(line))


def labels_part(line: str) -> bool:
    """Return whether a line begins with a label for a part of a plan, such as `**Spec**:`."""
    return bool(_PART.match(line))


def read_names(lines: Sequence[str], hidden: frozenset[int]) -> Iterator[Reference]:
    """Find the bare page names in a text, except in code, links, comments and hidden lines."""
    for number, line in enumerate(lines, 1):
        if ".md" in line and number not in hidden:
            bare = _CODE.sub(_blank, line)
            for found in find_names(bare, is_labelled=announces_pages(line)):
                yield Reference(found.name, ReferenceKind.NAME, number)


def _blank(span: re.Match[str]) -> str:
    """Blank what has no names; a placeholder, `<area>`, still precedes what follows it."""
    end = ">" if span[0][0] == "<" else " "
    return " " * (len(span[0]) - 1) + end


def read_placeholders(lines: Sequence[str], hidden: frozenset[int]) -> Iterator[Reference]:
    """Find the placeholders for links in a text, except in hidden lines."""
    for number, line in enumerate(lines, 1):
        if "[" in line and number not in hidden:
            for match in find_placeholders(line):
                yield Reference(match[1], ReferenceKind.PLACEHOLDER, number)


def find_placeholders(text: str) -> Iterator[re.Match[str]]:
    """Find the placeholders for links in a text; the first group is the text in brackets."""
    return _PLACEHOLDER.finditer(text)


def plain_line(line: str) -> str:
    """Return a line of Markdown as plain text, good enough for a quotation."""
    text = _MARKS.sub("", _LINKED.sub(r"\1", line))
    begins = _START.match(text)
    return " ".join(text[begins.end() if begins else 0 :].replace("|", " ").split())
