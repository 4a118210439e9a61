"""Texts about a plan's progress, health and status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Activity, Health, Plan, State, Status, Unit
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.progress.bars import segments_of

_SHOWN_STATES = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED)
"""The states that a count does not show, in order of appearance."""


def plan_segments(plan: Plan) -> Sequence[object]:
    """Return the segments of a plan's bar, one per phase."""
    if not plan.progress:
        return ()
    in_progress = [
        sum(entry.task.state is State.IN_PROGRESS and not entry.is_done for entry in phase.entries)
        for phase in plan.phases
    ]
    return segments_of(plan.progress, [phase.progress for phase in plan.phases], in_progress)


def count_of(plan: Plan, words: Words) -> str:
    """Return a plan's count: `11 of 24 tasks, 45%`."""
    progress = plan.progress
    return words(
        "count" if progress.unit is Unit.TASKS else f"count.{progress.unit}",
        progress.total,
        done=progress.done,
        total=progress.total,
        percent=progress.percent,
    )


def captions_of(plan: Plan, words: Words) -> list[str]:
    """Return the captions next to a count: checks, optional tasks, other states."""
    captions = [
        words(key, found.total, done=found.done, total=found.total)
        for key, found in (("checks", plan.checks), ("optional", plan.optional))
        if found
    ]
    states = Counter(
        entry.task.state for phase in plan.phases for entry in phase.entries if not entry.is_done
    )
    captions += [
        words(f"state.{state}", states[state], count=states[state])
        for state in _SHOWN_STATES
        if states[state]
    ]
    return captions


def warnings_of(plan: Plan, words: Words) -> list[str]:
    """Return what makes a plan's numbers doubtful: status conflicts, lines that are no boxes."""
    malformed = sum(map(len, plan.malformed.values()))
    texts = [words("malformed", malformed, count=malformed)] if malformed else []
    conflict = status_conflict_of(plan, words)
    return [conflict, *texts] if conflict else texts


def recent_activity(plan: Plan) -> Activity | None:
    """Return the activity of an unfinished plan with recently completed tasks."""
    activity = plan.activity
    is_shown = activity and activity.month and plan.status is not Status.DONE
    return activity if is_shown else None


def health_of(plan: Plan, words: Words) -> tuple[str, str, str] | None:
    """Return a plan's health as a value for styles, a label and a reason."""
    assessment = plan.assessment
    if not assessment or (assessment.health is Health.DONE and not assessment.reason):
        return None  # the status shows it already
    days = assessment.values.get("days")
    number = days if isinstance(days, int) else None
    reason = words(assessment.reason, number, **assessment.values) if assessment.reason else ""
    return str(assessment.health), words(f"health.{assessment.health}"), reason


def status_conflict_of(plan: Plan, words: Words) -> str:
    """Return a sentence about the plan's status conflicts, or an empty text."""
    if not plan.status_conflicts:
        return ""
    first, *others = sorted(plan.status_conflicts, key=lambda found: bool(found.title))
    if first.title and others:
        number = len(plan.status_conflicts)
        return words("status-conflict.phases", number, count=number)
    return words(
        "status-conflict.phase" if first.title else "status-conflict",
        first.progress.total,
        phase=first.title,
        written=first.stated.written,
        done=first.progress.done,
        total=first.progress.total,
    )


def description_of(plan: Plan, words: Words) -> str:
    """Return a plan's meta description, without characters special in HTML."""
    if not plan.status:
        return ""
    status = words(f"status.{plan.status}")
    count = count_of(plan, words) if plan.progress else ""
    health = health_of(plan, words)
    sentences = [f"{status}: {count}" if count else status]
    sentences += [f"{health[1]}: {health[2]}" if health[2] else health[1]] if health else []
    text = " ".join(f"{each.removesuffix('.')}." for each in sentences)
    return "".join(char for char in text.replace("'", "’") if char not in '<>&"')


def sources_of(plan: Plan, words: Words) -> str:
    """Return the names of the task files, unless the page itself is the only one."""
    if plan.sources in ((), (plan.path,)):
        return ""
    return words("from.and").join(PurePosixPath(path).name for path in plan.sources)
