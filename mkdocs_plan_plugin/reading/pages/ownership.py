"""Read a page's owners and tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_plan_plugin.model import NO_OWNERSHIP, Ownership, Section
from mkdocs_plan_plugin.reading.lexicon.pages import OWNER
from mkdocs_plan_plugin.reading.lexicon.words import alternation, stems
from mkdocs_plan_plugin.reading.markdown import plan_settings

# `**Owner**: Ana Ruiz | **Status**: Draft`
_LINE = re.compile(
    rf"(?:^|\|)[\s>*_-]*(?:{alternation(OWNER)})[*_\s]*[:：][*_\s]*([^|\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_STEMS = stems(OWNER)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_AND = re.compile(r"\s*(?:[,;&/、，]|\band\b|\by\b|\bund\b|\bet\b)\s*")
# Placeholders of templates, and words for nobody.
_NOBODY = re.compile(r"\[.*\]?|<.*|\W*|tbd|tba|todo|none|n/a|nobody|unassigned|\?+", re.IGNORECASE)
_SPACES = re.compile(r"\s{2,}")  # in long runs of them the other patterns would be slow
_HEAD = 4000
_LONGEST = 60


def read_ownership(meta: Mapping[str, object], body: str, sections: Sequence[Section]) -> Ownership:
    """Find the owners and tags of a page in its front matter, or below its title."""
    settings = {**meta, **plan_settings(meta)} if meta else {}
    named = {
        str(key).lower().replace("_", " ").replace("-", " "): value
        for key, value in settings.items()
    }
    owners = [name for key in OWNER for name in _texts(named.get(key))]
    if not owners:
        owners = list(_owners_in(_preamble(body, sections)))
    tags = tuple(dict.fromkeys(_texts(named.get("tags"))))
    return Ownership(tuple(dict.fromkeys(owners)), tags) if owners or tags else NO_OWNERSHIP


def _preamble(body: str, sections: Sequence[Section]) -> str:
    """Return the text about the whole page: all before its second heading."""
    later = [section.line for section in sections[1:2]]
    head = body[:_HEAD]
    return "\n".join(head.split("\n")[: later[0] - 1]) if later else head


def _owners_in(text: str) -> Iterator[str]:
    if any(map(text.lower().__contains__, _STEMS)):  # true for few pages
        for match in _LINE.finditer(text):
            yield from _people(match[1])


def _texts(value: object) -> Iterator[str]:
    """Yield the names in a value of front matter: a text or a list of texts."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield from _people(each)


def _people(written: str) -> Iterable[str]:
    text = _SPACES.sub(" ", _LINK.sub(r"\1", written).replace("*", "").replace("`", ""))
    names = (name.strip(" .") for name in _AND.split(text))
    return (name for name in names if not _NOBODY.fullmatch(name) and len(name) <= _LONGEST)
