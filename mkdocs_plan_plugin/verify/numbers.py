"""Verify the progress of plans against the task boxes on their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import Status
from mkdocs_plan_plugin.verify.bars import NOTHING, Count
from mkdocs_plan_plugin.verify.boxes import PageBoxes
from mkdocs_plan_plugin.verify.breakdown import Breakdown, Key
from mkdocs_plan_plugin.verify.finding import Finding


def verify_numbers(breakdowns: Sequence[Breakdown]) -> Iterator[Finding]:
    """Compare the breakdowns of all plans with the task boxes, and the boxes with them."""
    listed = {task.target.key: task for breakdown in breakdowns for task in breakdown.tasks}
    pages = {page.path: page for breakdown in breakdowns for page in breakdown.pages}
    boxes = {path: PageBoxes(page, listed) for path, page in pages.items()}
    for breakdown in breakdowns:
        path = breakdown.page.path
        yield from (Finding(path, problem) for problem in _progress_problems(breakdown))
        yield from (Finding(path, problem) for problem in _task_problems(breakdown, boxes))
    for path, found in boxes.items():
        yield from (Finding(path, problem) for problem in found.unlisted())
        for widget in found.page.widgets:
            if widget.name == "phase" and (problem := found.heading_problem(widget)):
                yield Finding(path, problem)


def _progress_problems(breakdown: Breakdown) -> Iterator[str]:
    count = breakdown.count or NOTHING
    if count != breakdown.listed:
        yield (
            f"the bar says {count}, but the breakdown lists {breakdown.listed}"
            if breakdown.is_given
            else f"the bar says {count}, but the page has no breakdown"
        )
    checks = breakdown.checks
    possible = _possible(count, has_open_checks=checks.done < checks.total)
    if breakdown.has_malformed:  # then a plan is not done
        possible |= {Status.AWAITING_CHECKS, Status.IN_PROGRESS}
        possible -= {Status.DONE}
    if breakdown.status not in possible and not breakdown.is_item:
        and_checks = f" and {checks} checks" if checks.total else ""
        yield f"the status is {breakdown.status!r}, but the progress is {count}{and_checks}"


def _possible(count: Count, *, has_open_checks: bool) -> set[str]:
    """The statuses that a count allows; without a total the status comes from the text."""
    finished = {Status.AWAITING_CHECKS if has_open_checks else Status.DONE}
    if not count.total:
        return {"", Status.NOT_STARTED, Status.IN_PROGRESS, *finished}
    if count.done == count.total:
        return {*finished}
    return {Status.IN_PROGRESS} if count.done else {Status.IN_PROGRESS, Status.NOT_STARTED}


def _task_problems(breakdown: Breakdown, boxes: dict[str, PageBoxes]) -> Iterator[str]:
    seen: set[Key] = set()
    for task in breakdown.tasks:
        page, key = task.target.page, task.target.key
        if page is None or not task.target.id:
            yield f"the breakdown lists {task.text!r}, which has no checkbox"
        elif key in seen:
            yield f"the breakdown lists {task.text!r} twice"
        elif problem := boxes[page.path].problem(task):
            yield problem
        seen.add(key)
