"""Find definitions of ids: headings, items, rows and paragraphs that begin with one; criteria."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Item, Section, Table, Task
from mkdocs_plan_plugin.reading.lexicon.id_shapes import TASK
from mkdocs_plan_plugin.reading.lexicon.phases import plurals, singulars
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.links.criteria import (
    CRITERIA,
    REQUIREMENT_TITLE,
    find_criteria,
)
from mkdocs_plan_plugin.reading.links.ids import (
    FoundId,
    IdRules,
    is_requirement,
    key_of,
    requirement_key,
    story_key,
)
from mkdocs_plan_plugin.reading.links.leading_ids import (
    LeadingId,
    begins_requirement,
    leading_id,
    prefix_of,
)
from mkdocs_plan_plugin.reading.markdown import Blocks

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
_STORY = re.compile(
    r"\W*(?:user )?story\s+(\d{1,3})(?P<own>\.\d{1,3})?(?=\s*[:：.—–-]|\s*\Z)", re.IGNORECASE
)
# What the first column of a table has that does not define anything, though it looks like ids.
_NO_IDS = re.compile(
    r"(?:priority|prio|severity|level|tier|keys?|shortcut|hotkey|version|prioridad(?:e)?|prioridade"
    r"|priorité|priorität|taste|tecla|touche|приоритет|клавиша|优先级|優先度|우선순위)\W*",
    re.IGNORECASE,
)
# A heading above the work of one priority: `## P0: Critical`.
_OF_PRIORITY = re.compile(
    r"\b(?:priority|critical|urgent|high|medium|low|must|should|could|nice|blockers?|backlog)\b",
    re.IGNORECASE,
)
# Headings that tasks are numbered in, and what calls them: `## Tasks`, `### 2. Glue`, "Task 2".
_TASKS = re.compile(
    rf"\b(?:{alternation((*plurals('task'), 'task list', 'task breakdown'))})(?!\w)", re.IGNORECASE
)
_NUMBERED_TITLE = re.compile(r"(\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]?\s")
_CALLED = re.compile(rf"\b[Tt]{TASK}")


def defines_without_id(title: str) -> bool:
    """Return whether a heading is of a numbered story or requirement, or of criteria."""
    return any((_STORY.match(title), REQUIREMENT_TITLE.match(title), CRITERIA.fullmatch(title)))


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
        tasks: The page's tasks, whose own ids are not definitions, except those of requirements.
        rules: The site's own ids.
    """
    found = chain(
        _of_blocks(lines, hints, blocks, tasks, rules),
        find_criteria(lines, blocks),
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
    near = frozenset(hints)
    boxes = frozenset(task.line for task in tasks)
    yield from _of_headings(blocks.sections, rules)
    yield from _of_numbered_tasks(lines, hints, blocks.sections)
    yield from _of_items(lines, near, boxes, blocks, rules)
    for table in blocks.tables:
        if not near.isdisjoint(table.lines):
            yield from _of_table(table, near - boxes, rules)
    yield from _of_paragraphs(lines, hints, blocks, rules)


def _definition(
    found: FoundId, text: str, line: int, form: DefinitionForm, section: int | None
) -> Definition:
    return Definition(found.key, text[found.start : found.end], line, form, text, section)


def _in_text(text: str, line: str, rules: IdRules) -> FoundId | None:
    """Return the id that a row or a paragraph defines."""
    first = leading_id(text, rules, line)
    return first.found if first and _is_definition(first) else None


def _of_items(
    lines: Sequence[str],
    near: Container[int],
    boxes: Container[int],
    blocks: Blocks,
    rules: IdRules,
) -> Iterator[Definition]:
    """Find the items that define an id.

    The id at the start of a task is its own, unless it is that of a requirement: a label in
    brackets is neither.
    """
    leading = [
        (item, first)
        for item in blocks.items
        if item.line in near and not item.is_quoted
        if item.line not in boxes or begins_requirement(item.text)
        if (first := leading_id(item.text, rules, lines[item.line - 1]))
    ]
    counting = _counting(leading)
    for item, first in leading:
        if _is_definition(first) or item.line in counting:
            form = DefinitionForm.ITEM
            yield _definition(first.found, item.text, item.line, form, item.section)


def _counting(leading: Iterable[tuple[Item, LeadingId]]) -> frozenset[int]:
    """Return the lines of lists that count from one on: `- A1 It rains`, `- A2 It snows`."""
    lists: defaultdict[tuple[int, int | None, str], dict[int, str]] = defaultdict(dict)
    for item, first in leading:
        key = first.found.key
        if not first.is_set_off and key.isalnum() and not _is_unlikely(first):
            prefix = prefix_of(key)
            lists[item.begins, item.outer, prefix][item.line] = key.removeprefix(prefix)
    return frozenset(
        line
        for numbers in lists.values()
        if len(numbers) > 1
        and [*numbers.values()] == [str(number + 1) for number in range(len(numbers))]
        for line in numbers
    )


def _is_definition(first: LeadingId) -> bool:
    return first.is_set_off and not (first.is_priority or first.is_foreign)


def _is_unlikely(first: LeadingId) -> bool:
    return first.is_priority or first.is_foreign or first.is_on_keyboard


def _of_table(table: Table, near: Container[int], rules: IdRules) -> Iterator[Definition]:
    """Find the rows that begin with an id, in a table whose rows are of one kind."""
    if table.header and _NO_IDS.fullmatch(table.header[0].strip()):
        return
    rows = [
        (line, row, _in_text(row[0], row[0], rules))
        for line, row in zip(table.lines, table.rows, strict=True)
    ]
    keys = Counter(found.key for _, _, found in rows if found)
    kinds = Counter(map(prefix_of, keys))
    for line, row, found in rows:
        if not found or line not in near:
            continue
        is_of_kind = len(rows) == 1 or kinds[prefix_of(found.key)] > 1
        if is_requirement(found.key) or (is_of_kind and keys[found.key] == 1):
            text = " ".join(row[:2])
            written = row[0][found.start : found.end]
            yield Definition(found.key, written, line, DefinitionForm.ROW, text, table.section)


def _of_headings(sections: Sequence[Section], rules: IdRules) -> Iterator[Definition]:
    found = [(_heading_id(section.title, rules), section.level) for section in sections]
    # Headings that are numbered alike need no colon: `### M1 Build`, `### M2 Ship`.
    series: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for heading, level in found:
        if heading:
            series[prefix_of(heading.key), level].add(heading.key)
    for index, (heading, level) in enumerate(found):
        if heading and (heading.is_set_off or len(series[prefix_of(heading.key), level]) > 1):
            title, line = sections[index].title, sections[index].line
            form = DefinitionForm.HEADING
            yield Definition(heading.key, heading.written, line, form, title, index)


def _of_numbered_tasks(
    lines: Sequence[str], hints: Iterable[int], sections: Sequence[Section]
) -> Iterator[Definition]:
    """Find the headings in a list of tasks that the page calls by number: "after Task 2"."""
    called = {match["task"] for at in hints for match in _CALLED.finditer(lines[at - 1])}
    if not called:
        return
    numbers = [
        match[1] if (match := _NUMBERED_TITLE.match(section.title)) else "" for section in sections
    ]
    often = Counter(numbers)
    for index, number in enumerate(numbers):
        section = sections[index]
        if number in called and often[number] == 1 and _is_below_tasks(sections, index):
            form = DefinitionForm.HEADING
            yield Definition(f"Task {number}", number, section.line, form, section.title, index)


def _is_below_tasks(sections: Sequence[Section], index: int) -> bool:
    around = sections[index].parent
    while around is not None:
        if _TASKS.search(sections[around].title):
            return True
        around = sections[around].parent
    return False


class _HeadingId(NamedTuple):
    key: str
    written: str
    is_set_off: bool = True


@lru_cache(maxsize=8192)  # many pages have the same headings
def _heading_id(title: str, rules: IdRules) -> _HeadingId | None:
    """Return the id that a heading may define."""
    if match := _STORY.match(title):
        key = story_key(match[1] + match["own"]) if match["own"] else key_of(f"US{match[1]}")
        return _HeadingId(key, match[0].strip())
    if match := REQUIREMENT_TITLE.match(title):
        return _HeadingId(requirement_key(match[1]), match[0].strip(" :：.—–-"))
    kind = _KIND.match(title)
    for each in dict.fromkeys((title, title[kind.end() if kind else 0 :])):
        first = leading_id(each, rules)
        if first and not (first.is_priority and _OF_PRIORITY.search(each)):
            found = first.found
            return _HeadingId(found.key, each[found.start : found.end], first.is_set_off)
    return None


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
            if found := _in_text(text, line, rules):
                above = section if section >= 0 else None
                yield _definition(found, text, number, DefinitionForm.PARAGRAPH, above)


def _of_stories(
    lines: Sequence[str], blocks: Blocks, tasks: Sequence[Task], rules: IdRules
) -> Iterator[Definition]:
    """Find boxes after "Acceptance Criteria:" below a story's heading: US-8.1 of US-8."""
    stories = {
        index: found.key
        for index, section in enumerate(blocks.sections)
        if (found := _heading_id(section.title, rules)) and found.key.startswith("US")
    }
    if not stories:
        return
    boxes = {task.line for task in tasks}
    numbers: Counter[int] = Counter()
    for item in blocks.items:
        if item.line in boxes and item.outer is None and item.section in stories:
            above = next((text for text in reversed(lines[: item.begins - 1]) if text.strip()), "")
            if CRITERIA.fullmatch(above):
                numbers[item.section] += 1
                key = f"{stories[item.section]}.{numbers[item.section]}"
                yield Definition(key, "", item.line, DefinitionForm.ITEM, item.text, item.section)
