"""Find numbered acceptance criteria: those of requirement 1 are 1.1, 1.2, others AC1."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import chain

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Section
from mkdocs_plan_plugin.reading.lexicon.checks import ACCEPTANCE_CRITERIA
from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.links.ids import requirement_key
from mkdocs_plan_plugin.reading.markdown import Blocks

REQUIREMENT_TITLE = re.compile(
    rf"(?:{alternation(REQUIREMENT)})\.?\s*(\d{{1,3}}(?:\.\d{{1,3}})*)(?!\d)[\s:：.—–-]*",
    re.IGNORECASE,
)
CRITERIA = re.compile(rf"[\W_]*(?:{ACCEPTANCE_CRITERIA}|ac)(?!\w).*", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[-*+]\s+(?:\[.\]\s+)?#)?(\d{1,3})(?:[.)]\s|(?<=#\d)\s|(?<=#\d\d)\s)")
# A line of a paragraph, as no list has such numbers: `10.1. THE kite SHALL fly`
_IN_FULL = re.compile(r"\s{0,3}(?:\*\*|__)?(?P<full>\d{1,3}\.\d{1,3})[.):]?(?:\*\*|__)?\s+(?=\S)")


def find_criteria(lines: Sequence[str], blocks: Blocks) -> Iterator[Definition]:
    """Find numbered acceptance criteria: those of requirement 1 are 1.1, 1.2, others AC1."""
    sections = blocks.sections
    if not any(CRITERIA.fullmatch(section.title) for section in sections):
        return
    owner: dict[int, str | None] = {}
    for item in blocks.items:
        section = item.section
        if section is None or item.outer is not None:
            continue
        if section not in owner:
            owner[section] = _criteria_of(sections, section)
        prefix = owner[section]
        if prefix is None:
            continue
        match = _NUMBERED.match(lines[item.line - 1])
        if match:
            key = requirement_key(f"{prefix}.{match[1]}") if prefix else f"AC{int(match[1])}"
            yield Definition(key, match[1], item.line, DefinitionForm.ITEM, item.text, section)
    hidden = frozenset(chain.from_iterable(range(at, end + 1) for at, end in blocks.code))
    for index, each in enumerate(sections):
        if CRITERIA.fullmatch(each.title) and (prefix := _criteria_of(sections, index)):
            yield from _of_paragraphs(lines, sections, index, f"{prefix}.", hidden)


def _of_paragraphs(
    lines: Sequence[str],
    sections: Sequence[Section],
    section: int,
    prefix: str,
    hidden: Container[int],
) -> Iterator[Definition]:
    """Find the lines of a section that begin with a criterion's whole number."""
    following = sections[section + 1 : section + 2]
    last = following[0].line - 1 if following else len(lines)
    for number in range(sections[section].line + 1, last + 1):
        match = _IN_FULL.match(lines[number - 1])
        if match and match["full"].startswith(prefix) and number not in hidden:
            key, form = requirement_key(match["full"]), DefinitionForm.PARAGRAPH
            text = lines[number - 1].replace("**", "").replace("__", "").strip()
            yield Definition(key, match["full"], number, form, text, section)


def _criteria_of(sections: Sequence[Section], section: int) -> str | None:
    """Return the prefix of the criteria in a section, see `criteria_prefix`."""
    titles = []
    around: int | None = section
    while around is not None:
        titles.append(sections[around].title)
        around = sections[around].parent
    return criteria_prefix(titles)


def criteria_prefix(titles: Sequence[str]) -> str | None:
    """Return the number of the requirement whose criteria are below these headings.

    The headings are given the nearest first. The result is empty for criteria of the page, None
    if there are no criteria.
    """
    owner = next((match[1] for title in titles if (match := REQUIREMENT_TITLE.match(title))), None)
    is_criteria = bool(titles and CRITERIA.fullmatch(titles[0]))
    return owner if owner else ("" if is_criteria else None)
