"""The ids of a page: what its items, headings, rows and paragraphs define, and what it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain

from mkdocs_plan_plugin.model import (
    NO_TRACES,
    Definition,
    DefinitionForm,
    Item,
    Mention,
    Section,
    Task,
    Traces,
)
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.ids import (
    DEFAULT_ID_RULES,
    Found,
    IdRules,
    find_codes,
    find_ids,
    has_codes_alone,
    is_requirement,
    key_of,
    requirement_key,
    story_key,
)
from mkdocs_plan_plugin.reading.task_ids import is_standard, task_id

_LEADS = re.compile(r"[\W_]*", re.ASCII)
_HEAD = 80
_LEADS_PARAGRAPH = re.compile(
    r"\s{0,3}(?:(?:\*\*|__)[\[(]?(?=[A-Z])|(?=[A-Z]{2,8}-?\d[\d.-]*\s?[:：]))"
)
# What a heading may say before the id of what it is about: `Work Package WP01`, `Phase 3: US1`.
_KIND = re.compile(
    r"[\W_]*(?:(?:phase|stage|step)\s+[\d.]+\s*[:.–—-]+\s*)?"
    r"(?:(?:work package|task|epic|feature|decision|milestone|gate|story|use case)\s*[:#]?\s+)?",
    re.IGNORECASE,
)
_REQUIREMENT = re.compile(
    r"(?:requirement|req\.?|requisito|requerimiento|exigence|anforderung|требование|需求|要求|要件"
    r"|요구\s?사항)\s*(\d{1,3}(?:\.\d{1,3})*)(?!\d)[\s:：.—–-]*",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\W*(?:user )?story\s+(\d{1,3})(?P<own>\.\d{1,3})?(?=\s*[:：.—–-]|\s*\Z)", re.IGNORECASE
)
_CRITERIA = re.compile(
    r"[\W_]*(?:acceptance criteria|ac|criterios de aceptación|critérios de aceitação"
    r"|critères d['’]acceptation|akzeptanzkriterien|критерии при[её]мки|验收标准|受け入れ基準"
    r"|인수\s?기준)(?!\w).*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:[-*+]\s+(?:\[.\]\s+)?#)?(\d{1,3})(?:[.)]\s|(?<=#\d)\s|(?<=#\d\d)\s)")
_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^)\s]*\)")
_WAITS = re.compile(
    r"\b(?:depends? (?:up)?on|dependenc(?:y|ies)|blocked by|requires|waits? (?:for|on)|after"
    r"|depende de|dépend de|hängt ab von|abhängig von|зависит от|依赖|依存|의존)\W{1,4}$",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[\s,;&+/]*(?:and|y|e|et|und|и)?[\s,]*|\s*(?:-|–|—|to|through)\s*", re.I)
_RANGE = re.compile(r"\s*(?:-|–|—|to|through)\s*", re.IGNORECASE)
_MOST_IN_RANGE = 60
# Where an id may be, but for those that lead tasks; and what stands before those that are numbers.
_HINT = re.compile(r"[A-Z](?<!\] .)-?\d")
_WORDS = (
    *("equi", "Req", "xigence", "nforderung", "ребовани"),
    *("需求", "要求", "要件", "요구", "Story ", "story ", "ask ", "AC"),
)
# Of these words, those that a number follows; not where they lead a task.
_WORD_HINT = re.compile(
    r"(?!ask|equi|[Ss]tory|AC)|equi(?:rement|sito)|(?<=[Tt])(?<!\] .)(?<!\] \*\*.)ask \d"
    r"|(?<=ser )[Ss]tory |[Ss]tory \d+\.\d|ACs?\s?[#:]?\s?\d"
)
_MAY_WAIT = ("epend", "lock", "equire", "ait", "after", "hängig", "hängt", "ависит", "依", "의존")


def read_traces(
    text: str, blocks: Blocks, tasks: Sequence[Task], rules: IdRules = DEFAULT_ID_RULES
) -> Traces:
    """Find the ids of a page.

    Args:
        text: What the blocks were read from.
        blocks: What the parser found in it.
        tasks: The page's tasks.
        rules: The site's own ids.
    """
    lines = text.split("\n")
    hints = _hints(text, blocks, lines, rules)
    has_criteria = any(_CRITERIA.fullmatch(section.title) for section in blocks.sections)
    has_numbers = any(_has_number(section.title) for section in blocks.sections)
    if not (hints or has_criteria or has_numbers):
        return NO_TRACES
    found = chain(
        _definitions(lines, hints, blocks, tasks, rules),
        _of_criteria(lines, blocks) if has_criteria else (),
        _of_stories(lines, blocks, tasks),
    )
    definitions = sorted(found, key=lambda one: one.line)
    mentions = _Mentions(lines, blocks, tasks, rules).find(hints)
    return Traces(tuple(definitions), tuple(mentions))


def _has_number(title: str) -> bool:
    """Whether a heading is of a story or requirement that has a number, but no letters."""
    return bool(_STORY.match(title) or _REQUIREMENT.match(title))


def _hints(text: str, blocks: Blocks, lines: Sequence[str], rules: IdRules) -> Sequence[int]:
    """The lines that are worth a closer look, in order; none of code."""
    found = [match.start() for match in _HINT.finditer(text)]
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            if _WORD_HINT.match(text, at):
                found.append(at)
            at = text.find(word, at + len(word))
    if rules.patterns:
        found = list(range(len(text) + 1))
    if not found:
        return ()
    ends = list(accumulate(len(line) + 1 for line in lines))
    code = frozenset(chain.from_iterable(range(first, last + 1) for first, last in blocks.code))
    return sorted({bisect_right(ends, at) + 1 for at in found} - code)


# Definitions


def _definitions(
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
            yield from _led(item.text, item.line, DefinitionForm.ITEM, item.section, rules)
    for table in blocks.tables:
        for line, row in zip(table.lines, table.rows, strict=True):
            if line in near:
                for found in _led(row[0], line, DefinitionForm.ROW, table.section, rules):
                    yield found._replace(text=" ".join(row[:2]))
    yield from _of_paragraphs(lines, hints, blocks, rules)


def lead_of(text: str, form: DefinitionForm, rules: IdRules = DEFAULT_ID_RULES) -> Iterator[str]:
    """The key of the id that leads a text of some form, if one does."""
    if form is DefinitionForm.HEADING:
        yield from (found.key for found in _of_heading(text, 0, 0, rules))
    else:
        yield from (found.key for found in _led(text, 0, form, None, rules))


def _led(
    text: str, line: int, form: DefinitionForm, section: int | None, rules: IdRules
) -> Iterator[Definition]:
    """The definition that a text is, if an id leads it."""
    head = text[:_HEAD]
    begins = _LEADS.match(head)
    at = begins.end() if begins else 0
    found = next(find_ids(head, rules), None)
    is_own = found and found.start == at and not is_standard(found.key)
    if found and is_own and not _is_listed(head, found):
        yield Definition(found.key, text[found.start : found.end], line, form, text, section)


def _is_listed(text: str, found: Found) -> bool:
    """Whether more ids follow at once: `FR-001, FR-002: covered`, `T001-T005`."""
    behind = text[found.end :]
    joint = re.match(r"\s*(?:[,&/+]|-|–|—|\bto\b|\band\b)\s*", behind)
    following = next(find_ids(behind[joint.end() :]), None) if joint else None
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
    """The key of the id that a heading is of, and how it is written there."""
    if match := _STORY.match(title):
        key = story_key(match[1] + match["own"]) if match["own"] else key_of(f"US{match[1]}")
        return key, match[0].strip()
    if match := _REQUIREMENT.match(title):
        return requirement_key(match[1]), match[0].strip(" :：.—–-")
    kind = _KIND.match(title)
    titles = dict.fromkeys((title, title[kind.end() if kind else 0 :]))
    found = (_led(each, 0, DefinitionForm.HEADING, None, rules) for each in titles)
    first = next(chain.from_iterable(found), None)
    return (first.key, first.written) if first else None


def _of_paragraphs(
    lines: Sequence[str], hints: Iterable[int], blocks: Blocks, rules: IdRules
) -> Iterator[Definition]:
    """`**FR-001**: Riders can pay without an account` without a list around it."""
    starts = [section.line for section in blocks.sections]
    for number in hints:
        line = lines[number - 1]
        begins = number == 1 or not lines[number - 2].strip() or number - 1 in starts
        if begins and _LEADS_PARAGRAPH.match(line):
            section = bisect_right(starts, number) - 1
            text = line.replace("**", "").replace("__", "").strip()
            yield from _led(
                text, number, DefinitionForm.PARAGRAPH, section if section >= 0 else None, rules
            )


def _of_criteria(lines: Sequence[str], blocks: Blocks) -> Iterator[Definition]:
    """Numbered items under acceptance criteria: those of requirement 1 are 1.1, 1.2, others AC1."""
    sections = blocks.sections
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
    lines: Sequence[str], blocks: Blocks, tasks: Sequence[Task]
) -> Iterator[Definition]:
    """Boxes behind "Acceptance Criteria:" below the heading of a story: of US-8 they are US-8.1."""
    stories = {
        index: found[0]
        for index, section in enumerate(blocks.sections)
        if (found := _heading_id(section.title, DEFAULT_ID_RULES)) and found[0].startswith("US")
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
    """The prefix of the criteria that a section lists."""
    titles = []
    around: int | None = section
    while around is not None:
        titles.append(sections[around].title)
        around = sections[around].parent
    return criteria_prefix(titles)


def criteria_prefix(titles: Sequence[str]) -> str | None:
    """The number of the requirement whose criteria stand below these headings, the nearest first.

    Nothing: they are those of the page. None: they are no criteria.
    """
    owner = next((match[1] for title in titles if (match := _REQUIREMENT.match(title))), None)
    is_criteria = bool(titles and _CRITERIA.fullmatch(titles[0]))
    return owner if owner else ("" if is_criteria else None)


# Mentions


class _Mentions:
    """Goes through the lines once."""

    def __init__(
        self,
        lines: Sequence[str],
        blocks: Blocks,
        tasks: Sequence[Task],
        rules: IdRules,
    ) -> None:
        self._lines = lines
        self._blocks = blocks
        self._rules = rules
        self._tasks = {task.line: task for task in tasks}
        self._items = [item.line for item in blocks.items]
        self._sections = [section.line for section in blocks.sections]

    def find(self, near: Iterable[int]) -> Iterator[Mention]:
        """Return what these lines name; not the ids of tasks at their start."""
        is_usual = not self._rules.patterns
        for number in near:
            line = self._lines[number - 1]
            has_spans = "`" in line or "](" in line
            bare = _SPAN.sub(lambda code: " " * len(code[0]), line) if has_spans else line
            may_wait = any(map(line.__contains__, _MAY_WAIT))
            if not may_wait and is_usual and has_codes_alone(bare):
                yield from self._codes(bare, number)
                continue
            before: tuple[int, str, bool] | None = None
            own = self._own(number)
            for found in find_ids(bare, self._rules):
                waits = may_wait and self._waits(bare, found, before)
                may_span = waits or found.key.startswith("AC")
                if may_span and before and _RANGE.fullmatch(bare[before[0] : found.start]):
                    yield from self._between(before[1], found.key, number, waits=waits)
                before = found.end, found.key, waits
                if found.key == own:
                    own = ""
                    continue
                yield self._mention(found.key, number, waits)

    def _codes(self, line: str, number: int) -> Iterator[Mention]:
        """The short way for most lines: `- [ ] T014 [P] [US1] Write the rule`."""
        own = self._own(number)
        task = self._task_at(number)
        section: int | None = bisect_right(self._sections, number) - 1
        if section == -1:
            section = None
        for key in find_codes(line):
            if key == own:
                own = ""
            else:
                yield Mention(key, number, task, section)

    def _own(self, number: int) -> str:
        """The key of the task at a line."""
        task = self._tasks.get(number)
        key = key_of(task_id(task.text)) if task else ""
        return "" if is_requirement(key) else key

    def _mention(self, key: str, number: int, waits: bool) -> Mention:
        section = bisect_right(self._sections, number) - 1
        return Mention(key, number, self._task_at(number), section if section >= 0 else None, waits)

    def _waits(self, line: str, found: Found, before: tuple[int, str, bool] | None) -> bool:
        """Whether the words before an id, or before the list that it stands in, say so."""
        if before and before[2] and _JOINS.fullmatch(line[before[0] : found.start]):
            return True
        return bool(_WAITS.search(line[: found.start]))

    def _between(self, first: str, last: str, number: int, *, waits: bool) -> Iterator[Mention]:
        """`T012-T015` is T013 and T014 as well."""
        one, other = (re.fullmatch(r"(.*?)(\d+)", key) for key in (first, last))
        if not one or not other or one[1] != other[1]:
            return
        width = len(one[2])
        for middle in range(int(one[2]) + 1, min(int(other[2]), int(one[2]) + _MOST_IN_RANGE)):
            yield self._mention(f"{one[1]}{middle:0{width}}", number, waits=waits)

    def _task_at(self, number: int) -> int | None:
        """The line of the task that a line belongs to: its own, or of an item around it."""
        if number in self._tasks:
            return number
        at: int | None = bisect_right(self._items, number) - 1
        if at is None or at < 0:
            return None
        item: Item = self._blocks.items[at]
        if item.line != number and not self._lines[number - 1][:1].isspace():
            return None
        while at is not None:
            item = self._blocks.items[at]
            if item.line in self._tasks:
                return item.line
            at = item.outer
        return None
