"""Determine which of a page's tasks count, and why the others are excluded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import CountedTask, Diagnostic, Exclusion, Nesting, State, Task

__all__ = ["DEFAULT_RULES", "CountRules", "Nesting", "count_tasks"]

_WHAT_COUNTS = {
    Nesting.LEAVES: "only the nested tasks count",
    Nesting.ALL: "each of them counts on its own",
    Nesting.TOP: "it counts as done",
}


@dataclass(frozen=True, slots=True)
class CountRules:
    """Which nested tasks count, and whether cancelled tasks are part of the total."""

    nesting: Nesting = Nesting.LEAVES
    cancelled_counts: bool = False


DEFAULT_RULES = CountRules()


def count_tasks(
    path: str, tasks: Sequence[Task], rules: CountRules = DEFAULT_RULES
) -> tuple[tuple[CountedTask, ...], tuple[Diagnostic, ...]]:
    """Determine for each of a page's tasks whether it counts.

    Returns:
        A counted task for each task, in order, and a diagnostic for each ticked task that has
        open tasks nested in it.
    """
    done = [task.state is State.DONE for task in tasks]
    if all(task.outer is None for task in tasks):  # as on most pages
        plain = zip(tasks, done, strict=True)
        return tuple(
            CountedTask(task, path, _reason(task, None, rules), is_) for task, is_ in plain
        ), ()
    exclusions, parents = _exclusions(tasks, rules)
    nested, finished, wrong = [0] * len(tasks), [0] * len(tasks), []
    for at in reversed(range(len(tasks))):  # nested tasks come after their parent
        if done[at] and finished[at] < nested[at]:
            wrong.append(_ticked_over_open(path, tasks[at], nested[at] - finished[at], rules))
        elif nested[at] and finished[at] == nested[at]:
            done[at] = True
        if (parent := parents[at]) is not None:
            nested[parent] += 1
            finished[parent] += done[at]
    entries = (
        CountedTask(
            task, path, why or _nesting_exclusion(rules, inner > 0, parent is not None), is_done
        )
        for task, why, inner, parent, is_done in zip(
            tasks, exclusions, nested, parents, done, strict=True
        )
    )
    return tuple(entries), tuple(reversed(wrong))


def _exclusions(
    tasks: Sequence[Task], rules: CountRules
) -> tuple[list[Exclusion | None], list[int | None]]:
    """Return each task's exclusion, apart from nesting, and its nearest parent that counts.

    A task that is excluded has no parent.
    """
    exclusions: list[Exclusion | None] = []
    nearest: list[int | None] = []
    for at, task in enumerate(tasks):
        outer = task.outer if task.outer is not None and task.outer < at else None
        inherited = exclusions[outer] if outer is not None else None
        exclusions.append(_reason(task, inherited, rules))
        nearest.append(outer if outer is None or inherited is None else nearest[outer])
    parents = [
        parent if why is None else None for why, parent in zip(exclusions, nearest, strict=True)
    ]
    return exclusions, parents


def _reason(task: Task, inherited: Exclusion | None, rules: CountRules) -> Exclusion | None:
    """The exclusion of a task, which inherits that of a cancelled or optional parent."""
    is_cancelled = task.state is State.CANCELLED and not rules.cancelled_counts
    if is_cancelled or inherited is Exclusion.CANCELLED:
        return Exclusion.CANCELLED
    if task.is_check:
        return Exclusion.CHECK
    is_optional = task.is_optional or inherited is Exclusion.OPTIONAL
    return Exclusion.OPTIONAL if is_optional else None


def _nesting_exclusion(rules: CountRules, is_parent: bool, is_child: bool) -> Exclusion | None:
    if rules.nesting is Nesting.LEAVES and is_parent:
        return Exclusion.PARENT
    return Exclusion.CHILD if rules.nesting is Nesting.TOP and is_child else None


def _ticked_over_open(path: str, task: Task, still_open: int, rules: CountRules) -> Diagnostic:
    return Diagnostic(
        path,
        task.line,
        f"the task is ticked, but {still_open} of its nested tasks"
        f" {'is' if still_open == 1 else 'are'} open; {_WHAT_COUNTS[rules.nesting]}",
        "tick the nested tasks that are done, or untick this one",
    )
