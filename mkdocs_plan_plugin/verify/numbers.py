"""Proves the numbers of plans by the boxes on their pages, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import Status
from mkdocs_plan_plugin.verify.bars import NOTHING, Count
from mkdocs_plan_plugin.verify.boxes import PageBoxes
from mkdocs_plan_plugin.verify.breakdown import Breakdown, Key
from mkdocs_plan_plugin.verify.finding import Finding


def check_numbers(accounts: Sequence[Breakdown]) -> Iterator[Finding]:
    """Compare the accounts of all plans with the boxes, and the boxes with the accounts."""
    listed = {task.target.key: task for breakdown in accounts for task in breakdown.tasks}
    pages = {page.path: page for breakdown in accounts for page in breakdown.pages}
    boxes = {path: PageBoxes(page, listed) for path, page in pages.items()}
    for breakdown in accounts:
        path = breakdown.page.path
        yield from (Finding(path, problem) for problem in _of_number(breakdown))
        yield from (Finding(path, problem) for problem in _of_tasks(breakdown, boxes))
    for path, found in boxes.items():
        yield from (Finding(path, problem) for problem in found.unlisted())
        for widget in found.page.widgets:
            if widget.name == "phase" and (problem := found.heading_problem(widget)):
                yield Finding(path, problem)


def _of_number(breakdown: Breakdown) -> Iterator[str]:
    count = breakdown.count or NOTHING
    if count != breakdown.listed:
        yield (
            f"the bar says {count}, and the account lists {breakdown.listed}"
            if breakdown.is_given
            else f"the bar says {count}, and there is no account to prove it by"
        )
    checks = breakdown.checks
    if breakdown.status not in _possible(count, has_open_checks=checks.done < checks.total):
        shown = f" and {checks} checks" if checks.total else ""
        yield f"the status is {breakdown.status!r}, with {count}{shown}"


def _possible(count: Count, *, has_open_checks: bool) -> set[str]:
    """The statuses that a number allows; without a number the text alone tells."""
    finished = {Status.AWAITING_CHECKS if has_open_checks else Status.DONE}
    if not count.total:
        return {"", Status.NOT_STARTED, Status.IN_PROGRESS, *finished}
    if count.done == count.total:
        return {*finished}
    return {Status.IN_PROGRESS} if count.done else {Status.IN_PROGRESS, Status.NOT_STARTED}


def _of_tasks(breakdown: Breakdown, boxes: dict[str, PageBoxes]) -> Iterator[str]:
    seen: set[Key] = set()
    for task in breakdown.tasks:
        page, key = task.target.page, task.target.key
        if page is None or not task.target.id:
            yield f"the account lists {task.text!r}, which has no box"
        elif key in seen:
            yield f"the account lists {task.text!r} twice"
        elif problem := boxes[page.path].problem(task):
            yield problem
        seen.add(key)
