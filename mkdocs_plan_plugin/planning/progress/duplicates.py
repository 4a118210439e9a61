"""Find tasks that a plan has twice, on its page and in its task list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from mkdocs_plan_plugin.model import CountedTask, Diagnostic
from mkdocs_plan_plugin.reading import plain_name

_FEWEST = 3
"""Fewer may be common tasks, such as `Run the tests`."""


def duplicate_tasks(pages: Sequence[tuple[CountedTask, ...]]) -> Iterator[Diagnostic]:
    """Report pages that have most of their tasks in common.

    Args:
        pages: The tasks of each page of a plan.
    """
    counted = [[task for task in tasks if task.exclusion is None] for tasks in pages]
    filled = [tasks for tasks in counted if tasks]
    if len(filled) < 2:  # as in most plans
        return
    for one, other in combinations(map(_by_name, filled), 2):
        common = [name for name in other if name in one]
        if len(common) >= _FEWEST and 2 * len(common) >= min(len(one), len(other)):
            first, second = one[common[0]], other[common[0]]
            yield Diagnostic(
                second.path,
                second.task.line,
                f"{len(common)} tasks are on {first.path} as well, so they count twice",
                "keep each task on one page, and link to it from the other",
            )


def _by_name(tasks: Sequence[CountedTask]) -> dict[str, CountedTask]:
    return {name: task for task in tasks if (name := plain_name(task.task.text))}
