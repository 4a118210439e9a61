"""Find the file names that a page uses for a kind of file: "every `tasks.md`", `<name>/tasks.md`.

Pages about plans in general, such as the specification of a tool that writes them, name their files
throughout. A page that says once that it means any such file seldom means that of its own plan,
except where its words single one out: "see `tasks.md`".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.links.page_names import lists_pages

_FILE = r"\w[\w.-]*\.md(?![\w-])"
_SIGNS = r"[\s`*_]{0,4}"
_NAME = re.compile(rf"(?<![\w.-]){_FILE}", re.IGNORECASE)
# `<name>/tasks.md`, `**/tasks.md`, `{name}/tasks.md`, `$DIR/tasks.md`
_PATTERN = r"(?:[>}]|(?<![\w*])\*{1,2}|\$\w+)/"
# "every matching `tasks.md`", "a change whose `tasks.md`", but not "each part of `tasks.md`"
_JOINING = r"(?:of|in|from|to|for|by|with|per|and|or|de|del|di|da|do|du|des|en|von|im|aus)\b"
_ANY = (
    r"\b(?:each|every|any|whose|without|lacks?|lacking|missing|multiple|several|cada|chaque|ogni"
    rf"|jede[nrsm]?)\s+(?:(?!{_JOINING})[\w'’-]+\s+)?[`*_]{{0,3}}"
)
# "For any valid change, `tasks.md` …"
_FOR_ANY = lazy_pattern(r"\b[Ff]or\s+(?:any|every|each)\b(?:[^.]|\.(?=\w))*\Z")
_BEFORE = lazy_pattern(rf"(?:{_PATTERN}|{_ANY})\Z", re.IGNORECASE)
_FILES = re.compile(r"[`*_]{0,3}\s+files\b", re.IGNORECASE)
_LISTED = re.compile(r"\.md\b.{1,12}\Z", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|when|whether|given|unless)\W{1,5}\Z", re.IGNORECASE)
_EXISTS = re.compile(r"[`*_]{0,3}\s+(?:does not )?exists?\b", re.IGNORECASE)
# "the role of each page: spec.md, plan.md, …"
_OF_EACH = lazy_pattern(
    r"\b(?:each|every|any)\b[^.:;]{0,60}:"
    rf"(?:{_SIGNS}{_FILE}{_SIGNS}(?:,|and|or|, and|, or)?){{0,8}}{_SIGNS}\Z",
    re.IGNORECASE,
)
# "see `research.md`", "as recorded in research.md"
_ONE = lazy_pattern(
    r"\b(?:see|per|refer to|according to|start from|siehe|gemäß|laut|voir|selon|véase|ver|según"
    r"|conforme|(?:captured|decided|defined|described|documented|explained|listed|recorded) in)"
    r"\s+[\[`*_]{0,3}\Z",
    re.IGNORECASE,
)
_NEAR, _FAR = 60, 400
"""How many characters before a name are looked at for a word, and for the begin of a sentence."""


def read_general_names(lines: Iterable[str], hidden: frozenset[int]) -> frozenset[str]:
    """Return the names that the lines use for a kind of file, except in hidden lines."""
    return frozenset(
        match[0]
        for number, line in enumerate(lines, 1)
        if ".md" in line and number not in hidden
        for match in _NAME.finditer(line)
        if _is_general(line, match.start(), match.end())
    )


@lru_cache(maxsize=1024)
def singles_out(line: str, name: str) -> bool:
    """Return whether a line means one file wherever it names it: "see x.md", `**Input**: x.md`."""
    if lists_pages(line):
        return True
    before, *others = line.split(name)
    return bool(others) and all(_ONE.search(part[-_NEAR:]) for part in (before, *others[:-1]))


def _is_general(line: str, start: int, end: int) -> bool:
    before = line[max(0, start - _NEAR) : start]
    if _BEFORE.search(before) or _FOR_ANY.search(line, max(0, start - _FAR), start):
        return True
    if _FILES.match(line, end):
        return not _LISTED.search(before)  # "plan.md and tasks.md files" may be these two
    if _OF_EACH.search(line, max(0, start - _FAR), start):
        return True
    return bool(_EXISTS.match(line, end) and _IF.search(before))
