"""The boxes on a page, compared with what the accounts of plans say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from mkdocs_plan_plugin.model import Exclusion, State
from mkdocs_plan_plugin.reading.tasks import is_legend
from mkdocs_plan_plugin.verify.bars import NOTHING, Count, bar_in
from mkdocs_plan_plugin.verify.breakdown import DONE, Key, Listed, checks_in
from mkdocs_plan_plugin.verify.html import Box, Page, Widget

# What has a part in a number, however nested tasks count.
_WORK = frozenset(("", Exclusion.PARENT, Exclusion.CHILD))
_LONGEST = 60


class PageBoxes:
    """The boxes of a page.

    Args:
        page: The page.
        listed: The tasks that the site's accounts list, by the places that they lead to.
    """

    def __init__(self, page: Page, listed: Mapping[Key, Listed]) -> None:
        self.page = page
        self._by_id = {box.id: box for box in page.boxes if box.id}
        self._listed = listed

    def unlisted(self) -> Iterator[str]:
        """What is wrong with boxes that no account tells of, unless they only explain a mark."""
        for box in self.page.boxes:
            if box.is_item and not self._task(box) and not is_legend(box.text):
                yield f"no account lists the box {box.text[:_LONGEST]!r}"

    def problem(self, task: Listed) -> str:
        """What is wrong with a task in an account, going by its box; nothing if all is well."""
        box = self._by_id.get(task.target.id)
        if box is None:
            return f"the account lists {task.text!r}, which has no box"
        kind, _, outcome = task.exclusion.partition(".")
        said = task.state or outcome
        found = str(State.DONE) if self._is_done(box) else box.state
        if kind == Exclusion.CANCELLED:
            said, found = kind, next(filter(kind.__eq__, self._states(box)), found)
        elif outcome and outcome != DONE and found != DONE:
            found = outcome  # what is not done is open, whatever its mark
        if not said or said == found:
            return ""
        return f"the account says that {task.text!r} is {said}, and its box is {found}"

    def heading_problem(self, widget: Widget) -> str:
        """What is wrong with the bar beside a heading, going by the boxes below it."""
        if not widget.heading:
            return ""
        below = [self._task(box) for box in self.page.boxes if widget.heading in box.sections]
        found = Count.of(task.state for task in below if task and task.state)
        checks = checks_in(task for task in below if task)
        said = bar_in(widget.root) or NOTHING
        if said != found:
            return f"the bar at #{widget.heading} says {said}, and the boxes below it {found}"
        shown = widget.root.first(cls="plan-checks")
        if shown and not checks.is_said_by(shown.text):
            return f"#{widget.heading} says {shown.text!r}, and the boxes below it {checks}"
        return ""

    def _task(self, box: Box) -> Listed | None:
        return self._listed.get((self.page.path, box.id)) if box.id else None

    def _is_done(self, box: Box) -> bool:
        """Whether it is ticked, or all that is nested in it is done."""
        nested = self._nested.get(box.id, ())
        return box.state == DONE or (bool(nested) and all(map(self._is_done, nested)))

    @cached_property
    def _nested(self) -> dict[str, list[Box]]:
        """The boxes with a part in the number, by the nearest such box around them."""
        work = {box.id for box in self.page.boxes if self._is_work(box)}
        found: dict[str, list[Box]] = {}
        for box in self.page.boxes:
            if box.id in work:
                around = next((outer for outer in self._around(box) if outer in work), "")
                found.setdefault(around, []).append(box)
        return found

    def _is_work(self, box: Box) -> bool:
        task = self._task(box)
        return task is not None and task.exclusion in _WORK

    def _states(self, box: Box) -> Iterator[str]:
        """Its own state, and those of the tasks around it."""
        return (self._by_id[one].state for one in (box.id, *self._around(box)))

    def _around(self, box: Box) -> Iterator[str]:
        """The tasks that a box is nested in, or stands below the heading of; the nearest first."""
        outer = chain(reversed(box.around), reversed(box.sections))
        return (one for one in outer if one in self._by_id and one != box.id)
