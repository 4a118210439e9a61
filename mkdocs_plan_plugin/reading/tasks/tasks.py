"""Read the tasks of a page: boxes in lists and headings, and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Form,
    Item,
    MalformedBox,
    PhaseLabel,
    Section,
    State,
    Task,
)
from mkdocs_plan_plugin.reading.markdown import Blocks, Outline
from mkdocs_plan_plugin.reading.tasks.boxes import (
    Box,
    is_legend,
    read_box,
    read_heading_box,
    symbol_box,
)
from mkdocs_plan_plugin.reading.tasks.check_lists import CheckLists
from mkdocs_plan_plugin.reading.tasks.checks import CheckRules
from mkdocs_plan_plugin.reading.tasks.heading_tasks import read_heading_tasks
from mkdocs_plan_plugin.reading.tasks.malformed import (
    hidden_lines,
    malformed_item,
    malformed_lines,
)
from mkdocs_plan_plugin.reading.tasks.marks import StateRules
from mkdocs_plan_plugin.reading.tasks.numbering import Numbering
from mkdocs_plan_plugin.reading.tasks.phase_labels import PhaseLabels, is_phase, with_phase_labels
from mkdocs_plan_plugin.reading.tasks.status_tables import read_status_table
from mkdocs_plan_plugin.reading.tasks.struck_tasks import is_struck_task
from mkdocs_plan_plugin.reading.tasks.symbols import Symbol, lists_with_boxes, read_symbol

_TICKED = State.DONE, "x"
# The last column of a box after an id.
_NEAR = 24
# The explanation of a mark is short, or begins with a sign such as an arrow.
_SHORT = 48
_POINTS = "=:：→>—–-"


@dataclass(frozen=True, slots=True)
class TaskRules:
    """The user's options on the meaning of marks and on checks."""

    states: StateRules = field(default_factory=StateRules)
    checks: CheckRules = field(default_factory=CheckRules)

    def on(self, page: str) -> TaskRules:
        """Return the rules for a page, by its path in the repository."""
        states = self.states.on(page)
        return self if states is self.states else replace(self, states=states)


def take_boxes(
    sections: Sequence[Section], items: Sequence[Item], rules: TaskRules
) -> list[Section]:
    """Move the boxes of headings from `title` to `box`."""
    return [
        _without_box(section, rules)
        if "[" in section.title and not (section.is_quoted or _is_boxed_item(section, items))
        else section
        for section in sections
    ]


def _is_boxed_item(section: Section, items: Sequence[Item]) -> bool:
    """Whether a heading is all of an item that has a box."""
    item = items[section.item] if section.item is not None else None
    return item is not None and item.ticked is not None and item.line == section.line


def _without_box(section: Section, rules: TaskRules) -> Section:
    box = read_heading_box(section.title, rules.states)
    if not box:
        return section
    return replace(section, title=box.text, box=f"[{box.mark}]")


class ReadTasks(NamedTuple):
    """What is read of the tasks of a page, in the order of the text."""

    tasks: tuple[Task, ...]
    phase_labels: tuple[PhaseLabel, ...] = ()
    malformed: tuple[MalformedBox, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_tasks(path: str, body: str, blocks: Blocks, rules: TaskRules) -> ReadTasks:
    """Find the tasks of a page, and report unknown marks.

    Headings with the id of a task, and else rows of tables, are tasks if no check box is one.
    """
    reader = _Reader(path, body, blocks, rules)
    tasks = reader.read()
    more: tuple[Task, ...] = ()
    if all(task.is_check for task in tasks):
        headings = read_heading_tasks(tasks, blocks.sections, reader.lines) if tasks else ()
        more = headings or tuple(reader.rows())
    labelled, labels = with_phase_labels(tasks, reader.labels)
    return ReadTasks(
        _merge(labelled, more) if more else tuple(labelled),
        labels,
        tuple(reader.malformed()),
        tuple(reader.diagnostics),
    )


class _Reader:
    """Reads the items of a page in one pass."""

    def __init__(self, path: str, body: str, blocks: Blocks, rules: TaskRules) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.labels: list[PhaseLabel | None] = []
        self._path = path
        self._blocks = blocks
        self._outline = Outline(blocks.sections)
        self._rules = rules
        self.lines = body.split("\n")
        self._checks = CheckLists(path, blocks, self.lines, rules.checks)
        self._tasks: list[Task] = []
        self._of_item: dict[int, int] = {}
        self._of_section: dict[int, int] = {}
        self._numbering = Numbering()
        self._signed = lists_with_boxes(blocks.items)
        self._boxed_sections: set[int | None] = set()

    def read(self) -> list[Task]:
        """Return the boxes in lists and headings."""
        boxed = [index for index, section in enumerate(self._blocks.sections) if section.box]
        for index, item in enumerate(self._blocks.items):
            while boxed and item.section is not None and boxed[0] <= item.section:
                self._add_heading(boxed.pop(0))
            if item.is_quoted:
                continue
            if item.ticked is not None:
                # GitHub shows a box without anything after it as text.
                if not _explains(item.text):
                    state, mark = _TICKED if item.ticked else self._open(item)
                    self._add(index, item, item.text, state, Form.BOX, mark)
            elif symbol := read_symbol(item.text):
                self._add_symbol(index, item, symbol)
            elif item.text.find("[", 0, _NEAR) >= 0:
                self._add_other(index, item)
        for section in boxed:
            self._add_heading(section)
        return self._tasks

    def _open(self, item: Item) -> tuple[State, str]:
        """Return the state and the mark of an open box, cancelled if its text is struck."""
        is_struck = is_struck_task(self.lines[item.line - 1])
        return (State.CANCELLED if is_struck else State.OPEN), " "

    def malformed(self) -> Iterator[MalformedBox]:
        """Yield the lines that look like boxes but are none."""
        items = self._blocks.items
        for index, item in enumerate(items):
            if item.text[:1] in ("[", "(") and not item.is_quoted and index not in self._of_item:
                is_beside = item.section in self._boxed_sections
                line = self.lines[item.line - 1]
                if found := malformed_item(item, line, is_beside_boxes=is_beside):
                    yield MalformedBox(*found, item.line, item.section, self._checks.has_item(item))
        if self._tasks:
            skipped = {item.line for item in items} | hidden_lines(self.lines, self._blocks.code)
            for written, text, number in malformed_lines(self.lines, skipped):
                section = self._outline.at(number)
                is_check = self._checks.has_section(section)
                yield MalformedBox(written, text, number, section, is_check)

    def rows(self) -> Iterator[Task]:
        """Yield the tasks that are rows of tables."""
        for table in self._blocks.tables:
            for task in read_status_table(table, self._rules.states):
                is_check = self._checks.has_section(task.section)
                yield task._replace(is_check=is_check)

    def _add(
        self,
        index: int,
        item: Item,
        text: str,
        state: State,
        form: Form,
        mark: str,
        is_optional: bool = False,
    ) -> None:
        place = item.section, item.outer
        by_number = self._numbering.add(text, place, len(self._tasks))
        outer = self._outer(item) if by_number is None else by_number
        self._of_item[index] = len(self._tasks)
        self._boxed_sections.add(item.section)
        is_check = self._checks.has_item(item)
        self.labels.append(self._phase_labels.of(item))
        self._tasks.append(
            Task(text, state, item.line, item.section, form, mark, outer, is_optional, is_check)
        )

    def _add_symbol(self, index: int, item: Item, symbol: Symbol) -> None:
        """Add a symbol that is used as a box."""
        key = item.begins, item.outer
        box = symbol_box(symbol) if key in self._signed or self._is_in_signed_phase(item) else None
        if box:
            self._add(index, item, box.text, box.state, box.form, box.mark)

    def _is_in_signed_phase(self, item: Item) -> bool:
        """Whether a list of signs is in a phase, on a page on which symbols are boxes."""
        if item.outer is not None or not self._signed:
            return False
        around = (self._blocks.sections[each] for each in self._outline.around(item.section))
        return any(section.level > 1 and is_phase(section.title) for section in around)

    @cached_property
    def _phase_labels(self) -> PhaseLabels:
        return PhaseLabels(self._blocks.items, self.lines, self._blocks.code, self._outline)

    def _add_other(self, index: int, item: Item) -> None:
        """Add a box that GitHub shows as text."""
        box = read_box(item.text, self._rules.states)
        if box:
            self._report(box, item.line)
            self._add(index, item, box.text, box.state, box.form, box.mark, box.is_optional)

    def _add_heading(self, index: int) -> None:
        section = self._blocks.sections[index]
        mark = section.box[1:-1]
        state = self._rules.states.known_state(mark) or State.OPEN
        outer = self._of(section.item)
        outer = self._around(section.parent) if outer is None else outer
        self._of_section[index] = len(self._tasks)
        if section.item is None:
            is_check = self._checks.has_section(section.parent)
        else:
            is_check = self._checks.has_item(self._blocks.items[section.item])
        self._tasks.append(
            Task(
                *(section.title, state, section.line, index, Form.HEADING, mark, outer),
                is_check=is_check,
            )
        )
        self.labels.append(None)

    def _report(self, box: Box, line: int) -> None:
        if not box.is_known:
            self.diagnostics.append(
                Diagnostic(
                    self._path,
                    line,
                    f"unknown mark '[{box.mark}]', so the task counts as open",
                    f"define it in the option 'states': {{\"{box.mark}\": in-progress}}",
                )
            )

    def _outer(self, item: Item) -> int | None:
        """Return the task around an item: another item or a heading."""
        outer = self._of(item.outer)
        if outer is None and self._of_section:
            return self._around(item.section)
        return outer

    def _of(self, item: int | None) -> int | None:
        """Return the task that an item is, or is nested in."""
        while item is not None:
            if item in self._of_item:
                return self._of_item[item]
            item = self._blocks.items[item].outer
        return None

    def _around(self, section: int | None) -> int | None:
        around = self._outline.around(section)
        return next((self._of_section[each] for each in around if each in self._of_section), None)


def _explains(text: str) -> bool:
    return bool(text) and (len(text) < _SHORT or text[0] in _POINTS) and is_legend(text)


def _merge(tasks: Sequence[Task], rows: Sequence[Task]) -> tuple[Task, ...]:
    """Merge rows with the other tasks, in the order of the text."""
    every = [*tasks, *rows]
    order = sorted(range(len(every)), key=lambda index: every[index].line)
    place = {index: at for at, index in enumerate(order)}
    return tuple(
        task._replace(outer=None if task.outer is None else place[task.outer])
        for task in (every[index] for index in order)
    )
