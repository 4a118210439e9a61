"""Read tasks that are headings, `### T001: Write it`, with check boxes only for their criteria."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import Form, Section, State, Task
from mkdocs_plan_plugin.reading.lexicon.phases import singulars
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.tasks.stated_status import heading_state, read_status_line
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id

_ID = re.compile(rf"(?:T|TSK|TK|{alternation(singulars('task'))})[ -]?\d.*", re.IGNORECASE)
_MARKS = {State.DONE: "x"}


def read_heading_tasks(
    checks: Sequence[Task], sections: Sequence[Section], lines: Sequence[str]
) -> tuple[Task, ...]:
    """Return the headings that are tasks, if any of them has checks below it.

    A task has the state in its heading or on a status line below it. Without one it is done when
    all of its checks have passed.
    """
    ids = [index for index, section in enumerate(sections) if _is_task(section)]
    below = _checks_below(checks, Outline(sections), frozenset(ids))
    if not below:
        return ()
    return tuple(_task(index, sections, lines, below[index]) for index in ids)


def _is_task(section: Section) -> bool:
    return not section.box and bool(_ID.fullmatch(task_id(section.title)))


def _checks_below(
    checks: Sequence[Task], outline: Outline, ids: frozenset[int]
) -> defaultdict[int, list[Task]]:
    found: defaultdict[int, list[Task]] = defaultdict(list)
    for check in checks:
        around = outline.around(check.section)
        nearest = next((index for index in around if index in ids), None)
        if nearest is not None:
            found[nearest].append(check)
    return found


def _task(
    index: int, sections: Sequence[Section], lines: Sequence[str], checks: Sequence[Task]
) -> Task:
    section = sections[index]
    last = sections[index + 1].line - 1 if index + 1 < len(sections) else len(lines)
    below = (line for line in lines[section.line : last] if ":" in line)
    states = (heading_state(section.title), *_states(below))
    state = next(filter(None, states), None)
    if state is None:
        are_passed = bool(checks) and all(check.state is State.DONE for check in checks)
        state = State.DONE if are_passed else State.OPEN
    mark = _MARKS.get(state, " ")
    return Task(section.title, state, section.line, index, Form.HEADING, mark)


def _states(lines: Iterator[str]) -> Iterator[State | None]:
    for line in lines:
        stated = read_status_line(line)
        yield stated[0] if stated else None
