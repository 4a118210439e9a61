"""Find mentions of ids, and which of them are dependencies of tasks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_plan_plugin.model import Item, Mention, Task
from mkdocs_plan_plugin.reading.lexicon.dependencies import WAITS_FOR
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.words import alternation, stems
from mkdocs_plan_plugin.reading.links.ids import (
    FoundId,
    IdRules,
    find_codes,
    find_ids,
    has_only_codes,
    is_requirement,
    key_of,
)
from mkdocs_plan_plugin.reading.links.page_names import BARE_URL
from mkdocs_plan_plugin.reading.markdown import Blocks
from mkdocs_plan_plugin.reading.tasks import task_id

# A pattern that starts with a character is ten times as fast.
_CODE = re.compile(r"`(`*)(?!`).+?(?<!`)`\1(?!`)")
_CODE_OR_LINK = lazy_pattern(rf"{_CODE.pattern}|\]\([^)\s]*\)|{BARE_URL}")
_LINK_HINTS = ("](", "://", "www.")
_WAITS = re.compile(rf"\b(?:{alternation(WAITS_FOR)})\W{{1,4}}$", re.IGNORECASE)
_MAY_WAIT = stems(WAITS_FOR)
_JOINS = lazy_pattern(r"[\s,;&+/]*(?:and|y|e|et|und|и)?[\s,]*|\s*(?:-|–|—|to|through)\s*", re.I)
_RANGE = re.compile(r"\s*(?:-|–|—|to|through)\s*", re.IGNORECASE)
_MOST_IN_RANGE = 60


class Mentions:
    """Finds the ids that lines mention.

    Args:
        lines: The text that the blocks were read from.
        blocks: The page's blocks.
        tasks: The page's tasks.
        rules: The site's own ids.
    """

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
        """Yield the mentions in these lines, without the own ids of tasks."""
        is_usual = not self._rules.patterns
        for number in near:
            line = self._lines[number - 1]
            bare = _without_spans(line)
            may_wait = any(map(line.lower().__contains__, _MAY_WAIT))
            if not may_wait and is_usual and has_only_codes(bare):
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
        """The fast path for most lines: `- [ ] T014 [P] [US1] Write the rule`."""
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
        """Return the key of the task at a line."""
        task = self._tasks.get(number)
        key = key_of(task_id(task.text)) if task else ""
        return "" if is_requirement(key) else key

    def _mention(self, key: str, number: int, waits: bool) -> Mention:
        section = bisect_right(self._sections, number) - 1
        return Mention(key, number, self._task_at(number), section if section >= 0 else None, waits)

    def _waits(self, line: str, found: FoundId, before: tuple[int, str, bool] | None) -> bool:
        """Return whether the words before an id, or before its list, make it a dependency."""
        if before and before[2] and _JOINS.fullmatch(line[before[0] : found.start]):
            return True
        return bool(_WAITS.search(line[: found.start]))

    def _between(self, first: str, last: str, number: int, *, waits: bool) -> Iterator[Mention]:
        """Yield the ids within a range: `T012-T015` includes T013 and T014."""
        one, other = (re.fullmatch(r"(.*?)(\d+)", key) for key in (first, last))
        if not one or not other or one[1] != other[1]:
            return
        width = len(one[2])
        if int(other[2]) - int(one[2]) > _MOST_IN_RANGE:  # probably not a range
            return
        for middle in range(int(one[2]) + 1, int(other[2])):
            yield self._mention(f"{one[1]}{middle:0{width}}", number, waits=waits)

    def _task_at(self, number: int) -> int | None:
        """Return the line of the task that a line belongs to: its own, or an item around it."""
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


def _without_spans(line: str) -> str:
    """Return a line with spaces in the place of its code and the targets of its links."""
    if any(map(line.__contains__, _LINK_HINTS)):
        return _CODE_OR_LINK.sub(_blank, line)
    return _CODE.sub(_blank, line) if "`" in line else line


def _blank(span: re.Match[str]) -> str:
    return " " * len(span[0])
