"""What there is to say of a plan beside its number, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Activity, Health, Plan, State, Status
from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.progress.bars import segments_of

_TOLD = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED)
"""The states that a number does not tell, in the order in which they are told."""


def plan_segments(plan: Plan) -> Sequence[object]:
    """The pieces of a plan's bar, one for each phase."""
    if not plan.progress:
        return ()
    return segments_of(plan.progress, [phase.progress for phase in plan.phases])


def count_of(plan: Plan, words: Words) -> str:
    """The number of a plan in words: `11 of 24 tasks, 45 %`."""
    progress = plan.progress
    return words(
        "count.phases" if progress.unit == "phases" else "count",
        progress.total,
        done=progress.done,
        total=progress.total,
        percent=progress.percent,
    )


def captions_of(plan: Plan, words: Words) -> list[str]:
    """What stands beside the number: checks, optional tasks, states that it does not tell."""
    captions = [
        words(key, found.total, done=found.done, total=found.total)
        for key, found in (("checks", plan.checks), ("optional", plan.optional))
        if found
    ]
    states = Counter(
        entry.task.state for phase in plan.phases for entry in phase.entries if not entry.is_done
    )
    captions += [words(f"state.{state}", count=states[state]) for state in _TOLD if states[state]]
    return captions


def ticked_of(plan: Plan) -> Activity | None:
    """What was ticked lately, of a plan that is not done."""
    activity = plan.activity
    is_told = activity and activity.month and plan.status is not Status.DONE
    return activity if is_told else None


def health_of(plan: Plan, words: Words) -> tuple[str, str, str] | None:
    """How a plan does: in one word for styles, in words, and why."""
    verdict = plan.assessment
    if not verdict or (verdict.health is Health.DONE and not verdict.reason):
        return None  # its status says so already
    days = verdict.values.get("days")
    number = days if isinstance(days, int) else None
    reason = words(verdict.reason, number, **verdict.values) if verdict.reason else ""
    return str(verdict.health), words(f"health.{verdict.health}"), reason


def status_conflict_of(plan: Plan, words: Words) -> str:
    """Where the text calls done what the boxes do not, in one line, or nothing."""
    if not plan.status_conflicts:
        return ""
    first, *others = sorted(plan.status_conflicts, key=lambda found: bool(found.title))
    if first.title and others:
        return words("status-conflict.phases", count=len(plan.status_conflicts))
    return words(
        "status-conflict.phase" if first.title else "status-conflict",
        phase=first.title,
        written=first.stated.written,
        done=first.progress.done,
        total=first.progress.total,
    )


def description_of(plan: Plan, words: Words) -> str:
    """A plan in a sentence, for those who get a link to it; without signs that mean something."""
    if not plan.status:
        return ""
    status = words(f"status.{plan.status}")
    count = count_of(plan, words) if plan.progress else ""
    health = health_of(plan, words)
    said = [f"{status}: {count}" if count else status]
    said += [f"{health[1]}: {health[2]}" if health[2] else health[1]] if health else []
    text = "".join(f"{each}. " for each in said).strip()
    return "".join(sign for sign in text if sign not in "<>&\"'")


def sources_of(plan: Plan, words: Words) -> str:
    """The files that the tasks come from, when that is not just the page itself."""
    if plan.sources in ((), (plan.path,)):
        return ""
    return words("from.and").join(PurePosixPath(path).name for path in plan.sources)
