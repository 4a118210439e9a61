"""Find definitions of ids: headings, items, rows and paragraphs that begin with one; criteria."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Section, Task
from mkdocs_plan_plugin.reading.lexicon.checks import ACCEPTANCE_CRITERIA
from mkdocs_plan_plugin.reading.lexicon.phases import singulars
from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.links.ids import (
    FoundId,
    IdRules,
    find_ids,
    key_of,
    requirement_key,
    story_key,
)
from mkdocs_plan_plugin.reading.markdown import Blocks
from mkdocs_plan_plugin.reading.tasks import is_standard

_LEADS = re.compile(r"[\W_]*", re.ASCII)
_HEAD = 80
_LEADS_PARAGRAPH = re.compile(
    r"\s{0,3}(?:(?:\*\*|__)[\[(]?(?=[A-Z])|(?=[A-Z]{2,8}-?\d[\d.-]*\s?[:：]))"
)
# The text before the id in a heading: `Work Package WP01`, `Phase 3: US1`.
_STEP = alternation(singulars("phase", "stage", "step"))
_PART = alternation(
    (
        *singulars("milestone", "package", "task"),
        *("decision", "epic", "feature", "gate", "story", "use case"),
    )
)
_KIND = re.compile(
    rf"[\W_]*(?:(?:{_STEP})\s+[\d.]+\s*[:.–—-]+\s*)?(?:(?:{_PART})\s*[:#]?\s+)?", re.IGNORECASE
)
_REQUIREMENT = re.compile(
    rf"(?:{alternation(REQUIREMENT)})\.?\s*(\d{{1,3}}(?:\.\d{{1,3}})*)(?!\d)[\s:：.—–-]*",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\W*(?:user )?story\s+(\d{1,3})(?P<own>\.\d{1,3})?(?=\s*[:：.—–-]|\s*\Z)", re.IGNORECASE
)
_CRITERIA = re.compile(rf"[\W_]*(?:{ACCEPTANCE_CRITERIA}|ac)(?!\w).*", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[-*+]\s+(?:\[.\]\s+)?#)?(\d{1,3})(?:[.)]\s|(?<=#\d)\s|(?<=#\d\d)\s)")


def defines_without_id(title: str) -> bool:
    """Return whether a heading is of a numbered story or requirement, or of criteria."""
    return any((_STORY.match(title), _REQUIREMENT.match(title), _CRITERIA.fullmatch(title)))


def find_definitions(
    lines: Sequence[str],
    hints: Sequence[int],
    blocks: Blocks,
    tasks: Sequence[Task],
    rules: IdRules,
) -> list[Definition]:
    """Find the definitions of a page, in the order of the lines.

    Args:
        lines: The text that the blocks were read from.
        hints: The lines that may have ids, in order.
        blocks: The page's blocks.
        tasks: The page's tasks, whose own ids are not definitions.
        rules: The site's own ids.
    """
    found = chain(
        _of_blocks(lines, hints, blocks, tasks, rules),
        _of_criteria(lines, blocks),
        _of_stories(lines, blocks, tasks, rules),
    )
    return sorted(found, key=lambda one: one.line)


def _of_blocks(
    lines: Sequence[str],
    hints: Sequence[int],
    blocks: Blocks,
    tasks: Sequence[Task],
    rules: IdRules,
) -> Iterator[Definition]:
    near = frozenset(hints) - {task.line for task in tasks}
    yield from _of_headings(blocks.sections, rules)
    for item in blocks.items:
        if item.line in near and not item.is_quoted:
            yield from _leading_id(item.text, item.line, DefinitionForm.ITEM, item.section, rules)
    for table in blocks.tables:
        for line, row in zip(table.lines, table.rows, strict=True):
            if line in near:
                for found in _leading_id(row[0], line, DefinitionForm.ROW, table.section, rules):
                    yield found._replace(text=" ".join(row[:2]))
    yield from _of_paragraphs(lines, hints, blocks, rules)


def _leading_id(
    text: str, line: int, form: DefinitionForm, section: int | None, rules: IdRules
) -> Iterator[Definition]:
    """Yield the definition of a text that begins with an id."""
    head = text[:_HEAD]
    begins = _LEADS.match(head)
    at = begins.end() if begins else 0
    found = next(find_ids(head, rules), None)
    is_own = found and found.start == at and not is_standard(found.key)
    if found and is_own and not _is_listed(head, found, rules):
        yield Definition(found.key, text[found.start : found.end], line, form, text, section)


def _is_listed(text: str, found: FoundId, rules: IdRules) -> bool:
    """Return whether an id begins a list or range: `FR-001, FR-002: covered`, `T001-T005`."""
    rest = text[found.end :]
    joint = re.match(r"\s*(?:[,&/+]|-|–|—|\bto\b|\band\b)\s*", rest)
    following = next(find_ids(rest[joint.end() :], rules), None) if joint else None
    return bool(following and following.start == 0)


def _of_headings(sections: Sequence[Section], rules: IdRules) -> Iterator[Definition]:
    for index, section in enumerate(sections):
        yield from _of_heading(section.title, section.line, index, rules)


def _of_heading(title: str, line: int, section: int, rules: IdRules) -> Iterator[Definition]:
    found = _heading_id(title, rules)
    if found:
        yield Definition(found[0], found[1], line, DefinitionForm.HEADING, title, section)


@lru_cache(maxsize=8192)  # many pages have the same headings
def _heading_id(title: str, rules: IdRules) -> tuple[str, str] | None:
    """Return the key of the id that a heading defines, and the id as written."""
    if match := _STORY.match(title):
        key = story_key(match[1] + match["own"]) if match["own"] else key_of(f"US{match[1]}")
        return key, match[0].strip()
    if match := _REQUIREMENT.match(title):
        return requirement_key(match[1]), match[0].strip(" :：.—–-")
    kind = _KIND.match(title)
    titles = dict.fromkeys((title, title[kind.end() if kind else 0 :]))
    found = (_leading_id(each, 0, DefinitionForm.HEADING, None, rules) for each in titles)
    first = next(chain.from_iterable(found), None)
    return (first.key, first.written) if first else None


def _of_paragraphs(
    lines: Sequence[str], hints: Iterable[int], blocks: Blocks, rules: IdRules
) -> Iterator[Definition]:
    """Find paragraphs: `**FR-001**: Riders can pay without an account`, not in a list."""
    starts = [section.line for section in blocks.sections]
    for number in hints:
        line = lines[number - 1]
        begins = number == 1 or not lines[number - 2].strip() or number - 1 in starts
        if begins and _LEADS_PARAGRAPH.match(line):
            section = bisect_right(starts, number) - 1
            text = line.replace("**", "").replace("__", "").strip()
            yield from _leading_id(
                text, number, DefinitionForm.PARAGRAPH, section if section >= 0 else None, rules
            )


def _of_criteria(lines: Sequence[str], blocks: Blocks) -> Iterator[Definition]:
    """Find numbered acceptance criteria: those of requirement 1 are 1.1, 1.2, others AC1."""
    sections = blocks.sections
    if not any(_CRITERIA.fullmatch(section.title) for section in sections):
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


def _of_stories(
    lines: Sequence[str], blocks: Blocks, tasks: Sequence[Task], rules: IdRules
) -> Iterator[Definition]:
    """Find boxes after "Acceptance Criteria:" below a story's heading: US-8.1 of US-8."""
    stories = {
        index: found[0]
        for index, section in enumerate(blocks.sections)
        if (found := _heading_id(section.title, rules)) and found[0].startswith("US")
    }
    if not stories:
        return
    boxes = {task.line for task in tasks}
    numbers: Counter[int] = Counter()
    for item in blocks.items:
        if item.line in boxes and item.outer is None and item.section in stories:
            above = next((text for text in reversed(lines[: item.begins - 1]) if text.strip()), "")
            if _CRITERIA.fullmatch(above):
                numbers[item.section] += 1
                key = f"{stories[item.section]}.{numbers[item.section]}"
                yield Definition(key, "", item.line, DefinitionForm.ITEM, item.text, item.section)


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
    owner = next((match[1] for title in titles if (match := _REQUIREMENT.match(title))), None)
    is_criteria = bool(titles and _CRITERIA.fullmatch(titles[0]))
    return owner if owner else ("" if is_criteria else None)
