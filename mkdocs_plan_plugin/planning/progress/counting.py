"""Which of a page's tasks make up its number, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import CountedTask, Diagnostic, Exclusion, Nesting, State, Task

__all__ = ["DEFAULT_RULES", "CountRules", "Nesting", "count_tasks"]

_WHAT_COUNTS = {
    Nesting.LEAVES: "only the nested tasks count",
    Nesting.ALL: "each of them counts as it is",
    Nesting.TOP: "it counts as done",
}


@dataclass(frozen=True, slots=True)
class CountRules:
    """How a site counts: which of nested tasks, and whether cancelled ones stay in the total."""

    nesting: Nesting = Nesting.LEAVES
    cancelled_counts: bool = False


DEFAULT_RULES = CountRules()


def count_tasks(
    path: str, tasks: Sequence[Task], rules: CountRules = DEFAULT_RULES
) -> tuple[tuple[CountedTask, ...], tuple[Diagnostic, ...]]:
    """Say for each of a page's tasks whether it counts.

    Returns:
        An entry for each task, in their order, and a note for each ticked task over open ones.
    """
    done = [task.state is State.DONE for task in tasks]
    if all(task.outer is None for task in tasks):  # as on most pages
        plain = zip(tasks, done, strict=True)
        return tuple(
            CountedTask(task, path, _reason(task, None, rules), is_) for task, is_ in plain
        ), ()
    apart, parents = _set_apart(tasks, rules)
    nested, finished, wrong = [0] * len(tasks), [0] * len(tasks), []
    for at in reversed(range(len(tasks))):  # what is nested in a task comes after it
        if done[at] and finished[at] < nested[at]:
            wrong.append(_ticked_over_open(path, tasks[at], nested[at] - finished[at], rules))
        elif nested[at] and finished[at] == nested[at]:
            done[at] = True
        if (parent := parents[at]) is not None:
            nested[parent] += 1
            finished[parent] += done[at]
    entries = (
        CountedTask(task, path, why or _nested_out(rules, inner > 0, parent is not None), is_done)
        for task, why, inner, parent, is_done in zip(
            tasks, apart, nested, parents, done, strict=True
        )
    )
    return tuple(entries), tuple(reversed(wrong))


def _set_apart(
    tasks: Sequence[Task], rules: CountRules
) -> tuple[list[Exclusion | None], list[int | None]]:
    """Say for each task why it has no part in the number, however nested tasks count.

    Beside it stands the nearest task around it that has a part, for each that has one itself.
    """
    apart: list[Exclusion | None] = []
    nearest: list[int | None] = []
    for at, task in enumerate(tasks):
        outer = task.outer if task.outer is not None and task.outer < at else None
        around = apart[outer] if outer is not None else None
        apart.append(_reason(task, around, rules))
        nearest.append(outer if outer is None or around is None else nearest[outer])
    parents = [parent if why is None else None for why, parent in zip(apart, nearest, strict=True)]
    return apart, parents


def _reason(task: Task, around: Exclusion | None, rules: CountRules) -> Exclusion | None:
    """What is nested in a cancelled or an optional task is so too; checks say so themselves."""
    is_cancelled = task.state is State.CANCELLED and not rules.cancelled_counts
    if is_cancelled or around is Exclusion.CANCELLED:
        return Exclusion.CANCELLED
    if task.is_check:
        return Exclusion.CHECK
    is_optional = task.is_optional or around is Exclusion.OPTIONAL
    return Exclusion.OPTIONAL if is_optional else None


def _nested_out(rules: CountRules, is_parent: bool, is_child: bool) -> Exclusion | None:
    if rules.nesting is Nesting.LEAVES and is_parent:
        return Exclusion.PARENT
    return Exclusion.CHILD if rules.nesting is Nesting.TOP and is_child else None


def _ticked_over_open(path: str, task: Task, still_open: int, rules: CountRules) -> Diagnostic:
    return Diagnostic(
        path,
        task.line,
        f"the task is ticked, but {still_open} nested in it"
        f" {'is' if still_open == 1 else 'are'} open; {_WHAT_COUNTS[rules.nesting]}",
        "tick what is done, or open the task again",
    )
