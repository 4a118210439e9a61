"""Compare the task boxes on a page with the breakdowns of the plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from mkdocs_plan_plugin.model import Exclusion, State
from mkdocs_plan_plugin.reading.tasks import is_legend
from mkdocs_plan_plugin.verify.bars import NOTHING, Count, bar_count
from mkdocs_plan_plugin.verify.breakdown import DONE, Key, ListedTask, checks_in
from mkdocs_plan_plugin.verify.html import Box, Page, Widget

# Tasks that are part of the progress, whichever rule applies to nested tasks.
_WORK = frozenset(("", Exclusion.PARENT, Exclusion.CHILD))
_LONGEST = 60


class PageBoxes:
    """The task boxes of a page.

    Args:
        page: The page.
        listed: The tasks in the breakdowns of all plans, by the page and id that they link to.
    """

    def __init__(self, page: Page, listed: Mapping[Key, ListedTask]) -> None:
        self.page = page
        self._by_id = {box.id: box for box in page.boxes if box.id}
        self._listed = listed

    def unlisted(self) -> Iterator[str]:
        """Report boxes that are in no breakdown, except those in a legend of marks."""
        for box in self.page.boxes:
            if box.is_item and not self._task(box) and not is_legend(box.text):
                yield f"no breakdown lists the task {box.text[:_LONGEST]!r}"

    def problem(self, task: ListedTask) -> str:
        """Compare a listed task with its box; return the problem, or an empty string."""
        box = self._by_id.get(task.target.id)
        if box is None:
            return f"the breakdown lists {task.text!r}, which has no checkbox"
        kind, _, outcome = task.exclusion.partition(".")
        listed = task.state or outcome
        found = str(State.DONE) if self._is_done(box) else box.state
        if kind == Exclusion.CANCELLED:
            listed, found = kind, next(filter(kind.__eq__, self._states(box)), found)
        elif outcome and outcome != DONE and found != DONE:
            found = outcome  # everything that is not done is listed as open
        if not listed or listed == found:
            return ""
        return f"{task.text!r} is {listed} in the breakdown, but {found} on its page"

    def heading_problem(self, widget: Widget) -> str:
        """Compare the bar of a heading with the boxes below it; return the problem, if any."""
        if not widget.heading:
            return ""
        below = [self._task(box) for box in self.page.boxes if widget.heading in box.sections]
        found = Count.of(task.state for task in below if task and task.state)
        checks = checks_in(task for task in below if task)
        shown = bar_count(widget.root) or NOTHING
        if shown != found:
            return f"the bar at #{widget.heading} says {shown}, but the tasks below it are {found}"
        label = widget.root.first(cls="plan-checks")
        if label and not checks.matches_text(label.text):
            return f"#{widget.heading} says {label.text!r}, but the checks below it are {checks}"
        return ""

    def _task(self, box: Box) -> ListedTask | None:
        return self._listed.get((self.page.path, box.id)) if box.id else None

    def _is_done(self, box: Box) -> bool:
        """Whether the box is ticked, or all tasks nested in it are done."""
        nested = self._nested.get(box.id, ())
        return box.state == DONE or (bool(nested) and all(map(self._is_done, nested)))

    @cached_property
    def _nested(self) -> dict[str, list[Box]]:
        """The boxes that are part of the progress, by the nearest such box that contains them."""
        work = {box.id for box in self.page.boxes if self._is_work(box)}
        found: dict[str, list[Box]] = {}
        for box in self.page.boxes:
            if box.id in work:
                parent = next((outer for outer in self._ancestors(box) if outer in work), "")
                found.setdefault(parent, []).append(box)
        return found

    def _is_work(self, box: Box) -> bool:
        task = self._task(box)
        return task is not None and task.exclusion in _WORK

    def _states(self, box: Box) -> Iterator[str]:
        """The states of a box and of its ancestors."""
        return (self._by_id[one].state for one in (box.id, *self._ancestors(box)))

    def _ancestors(self, box: Box) -> Iterator[str]:
        """The ids of the tasks that contain a box, as list items or headings; innermost first."""
        seen = {box.id}
        while outer := next(filter(self._by_id.__contains__, self._around(box)), ""):
            if outer in seen:  # an id that is not unique
                return
            seen.add(outer)
            yield outer
            box = self._by_id[outer]

    def _around(self, box: Box) -> Iterator[str]:
        outer = chain(reversed(box.around), reversed(box.sections))
        return filter(box.id.__ne__, outer)
