"""Read the tasks of a page: boxes in lists and headings, and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_plan_plugin.model import Diagnostic, Form, Item, Section, State, Task
from mkdocs_plan_plugin.reading.markdown import Blocks, Outline
from mkdocs_plan_plugin.reading.tasks.boxes import Box, is_legend, read_box, read_heading_box
from mkdocs_plan_plugin.reading.tasks.checks import CheckRules, is_check_page
from mkdocs_plan_plugin.reading.tasks.marks import StateRules
from mkdocs_plan_plugin.reading.tasks.status_tables import read_status_table

_TICKED = State.DONE, "x"
_OPEN = State.OPEN, " "
_SYMBOLS = "☐☑☒"
# The last column of a box after an id.
_NEAR = 24
# The explanation of a mark is short, or begins with a sign such as an arrow.
_SHORT = 48
_POINTS = "=:：→>—–-"
_LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class TaskRules:
    """The user's options on the meaning of marks and on checks."""

    states: StateRules = field(default_factory=StateRules)
    checks: CheckRules = field(default_factory=CheckRules)

    def on(self, page: str) -> TaskRules:
        """Return the rules for a page, by its path in the repository."""
        states = self.states.on(page)
        return self if states is self.states else replace(self, states=states)


def take_boxes(sections: Sequence[Section], rules: TaskRules) -> list[Section]:
    """Move the boxes of headings from `title` to `box`."""
    return [
        _without_box(section, rules) if "[" in section.title else section for section in sections
    ]


def _without_box(section: Section, rules: TaskRules) -> Section:
    box = read_heading_box(section.title, rules.states)
    if not box:
        return section
    return replace(section, title=box.text, box=f"[{box.mark}]")


def read_tasks(
    path: str, body: str, blocks: Blocks, rules: TaskRules
) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """Find the tasks of a page, in the order of the text, and report unknown marks."""
    reader = _Reader(path, body, blocks, rules)
    tasks = reader.read()
    rows = () if any(not task.is_check for task in tasks) else tuple(reader.rows())
    return (_merge(tasks, rows) if rows else tuple(tasks)), tuple(reader.diagnostics)


class _Reader:
    """Reads the items in one pass; each list is classified as checks or work once."""

    def __init__(self, path: str, body: str, blocks: Blocks, rules: TaskRules) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._body = body
        self._blocks = blocks
        self._outline = Outline(blocks.sections)
        self._rules = rules
        self._lines: list[str] = []
        self._all_checks = is_check_page(path)
        self._checks: dict[tuple[int, int | None], bool] = {}
        self._tasks: list[Task] = []
        self._of_item: dict[int, int] = {}
        self._of_section: dict[int, int] = {}

    def read(self) -> list[Task]:
        """Return the boxes in lists and headings."""
        boxed = [index for index, section in enumerate(self._blocks.sections) if section.box]
        for index, item in enumerate(self._blocks.items):
            while boxed and item.section is not None and boxed[0] <= item.section:
                self._add_heading(boxed.pop(0))
            if item.is_quoted:
                continue
            if item.ticked is not None:
                if item.text and not _explains(item.text):  # GitHub shows an empty box as text
                    state, mark = _TICKED if item.ticked else _OPEN
                    self._add(index, item, item.text, state, Form.BOX, mark)
            elif item.text[:1] in _SYMBOLS or item.text.find("[", 0, _NEAR) >= 0:
                self._add_other(index, item)
        for section in boxed:
            self._add_heading(section)
        return self._tasks

    def rows(self) -> Iterator[Task]:
        """Yield the tasks that are rows of tables."""
        for table in self._blocks.tables:
            for task in read_status_table(table, self._rules.states):
                is_check = self._all_checks or self._is_check_list("", task.section)
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
        self._of_item[index] = len(self._tasks)
        outer, is_check = self._outer(item), self._is_check(item)
        self._tasks.append(
            Task(text, state, item.line, item.section, form, mark, outer, is_optional, is_check)
        )

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
        outer = self._around(section.parent)
        self._of_section[index] = len(self._tasks)
        is_check = self._all_checks or self._is_check_list("", section.parent)
        self._tasks.append(
            Task(
                section.title,
                state,
                section.line,
                index,
                Form.HEADING,
                mark,
                outer,
                False,
                is_check,
            )
        )

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

    # The context of a task

    def _outer(self, item: Item) -> int | None:
        """Return the task around an item: another item or a heading."""
        around = item.outer
        while around is not None:
            if around in self._of_item:
                return self._of_item[around]
            around = self._blocks.items[around].outer
        return self._around(item.section) if self._of_section else None

    def _around(self, section: int | None) -> int | None:
        around = self._outline.around(section)
        return next((self._of_section[each] for each in around if each in self._of_section), None)

    def _is_check(self, item: Item) -> bool:
        if self._all_checks:
            return True
        key = item.begins, item.outer
        if key not in self._checks:
            if item.outer is None:
                found = self._is_check_list(self._label(item.begins), item.section)
            else:
                outer = self._blocks.items[item.outer]
                found = self._rules.checks.is_check(outer.text, ()) or self._is_check(outer)
            self._checks[key] = found
        return self._checks[key]

    def _is_check_list(self, label: str, section: int | None) -> bool:
        sections = self._blocks.sections
        titles = [sections[each].title for each in self._outline.around(section)]
        return self._rules.checks.is_check(label, titles)

    def _label(self, line: int) -> str:
        """Return the paragraph right before the list that begins at a line."""
        if not self._lines:
            self._lines = self._body.split("\n")
        end = line - 1
        if end and not self._lines[end - 1].strip():
            end -= 1
        start = end
        while start > max(0, end - _LABEL_LINES) and _is_text(self._lines[start - 1]):
            start -= 1
        return "\n".join(text.strip(" *_>") for text in self._lines[start:end])


def _is_text(line: str) -> bool:
    text = line.strip()
    return bool(text) and text[0] not in "#|-+`~" and not text.startswith("* ")


def _explains(text: str) -> bool:
    return (len(text) < _SHORT or text[0] in _POINTS) and is_legend(text)


def _merge(tasks: Sequence[Task], rows: Sequence[Task]) -> tuple[Task, ...]:
    """Merge rows with the other tasks, in the order of the text."""
    every = [*tasks, *rows]
    order = sorted(range(len(every)), key=lambda index: every[index].line)
    place = {index: at for at, index in enumerate(order)}
    return tuple(
        task._replace(outer=None if task.outer is None else place[task.outer])
        for task in (every[index] for index in order)
    )
