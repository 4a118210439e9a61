"""Put plans on one axis of dates: a row for each plan, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import (
    Bar,
    Document,
    Health,
    Location,
    Plan,
    Schedule,
    Status,
)
from mkdocs_plan_plugin.planning.schedule.date_ranges import actual_range, planned_range
from mkdocs_plan_plugin.planning.schedule.due import due
from mkdocs_plan_plugin.planning.schedule.today import up_to_today
from mkdocs_plan_plugin.reading.markdown import plan_settings

ORDER = (Status.IN_PROGRESS, Status.AWAITING_CHECKS, Status.NOT_STARTED, Status.DONE, None)
"""The order of groups by status, active plans first."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Plans by group, on one axis.

    Attributes:
        schedule: A row for each plan with dates, in the order of the groups.
        groups: The name of each row's group: a status, or a value from front matter.
        undated: The plans without dates.
    """

    schedule: Schedule | None
    groups: tuple[str, ...]
    undated: tuple[Plan, ...]


def roadmap_of(
    plans: Sequence[Plan], documents: Mapping[str, Document], today: date, key: str = ""
) -> Roadmap:
    """Put plans on one axis, which reaches today if any of them is late.

    Args:
        plans: The plans.
        documents: The pages, for their front matter.
        today: The as-of date.
        key: The front matter key to group by; if empty, plans are grouped by status.
    """
    named = {plan.path: _group(plan, documents, key) for plan in plans}
    ordered = sorted(plans, key=lambda plan: (*_rank(plan, named[plan.path], key), _first(plan)))
    dated = [plan for plan in ordered if _days(plan)]
    days = [day for plan in dated for day in _days(plan)]
    undated = tuple(plan for plan in ordered if not _days(plan))
    if not days:
        return Roadmap(None, (), undated)
    origin = min(days)
    bars = tuple(_bar(plan, origin) for plan in dated)
    is_late = any(map(_is_late, dated))
    schedule = Schedule(bars, (max(days) - origin).days + 1, origin)
    schedule = up_to_today(schedule, today, is_late=is_late)
    return Roadmap(schedule, tuple(named[plan.path] for plan in dated), undated)


def _group(plan: Plan, documents: Mapping[str, Document], key: str) -> str:
    if not key:
        return plan.status or ""
    meta = documents[plan.path].meta
    found = meta.get(key, plan_settings(meta).get(key))
    return _text(found)


def _text(value: object) -> str:
    if isinstance(value, str | int | float | date):
        return str(value)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_text, value)))
    return ""


def _rank(plan: Plan, group: str, key: str) -> tuple[int, str]:
    """The sort key of a group: by status in their order, else by name, plans without one last."""
    return (ORDER.index(plan.status), "") if not key else (not group, group.casefold())


def _first(plan: Plan) -> tuple[date, str]:
    return min(_days(plan), default=date.max), plan.title.casefold()


def _days(plan: Plan) -> list[date]:
    """The first and last planned and actual days."""
    planned, actual = planned_range(plan), actual_range(plan)
    return [*(planned or ()), *((actual.first, actual.last) if actual else ())]


def _is_late(plan: Plan) -> bool:
    return plan.assessment is not None and plan.assessment.health is Health.LATE


def _bar(plan: Plan, origin: date) -> Bar:
    """The row of a plan, which has an end only where the plan should be done by then."""
    planned, end = planned_range(plan), due(plan)
    return Bar(
        title=plan.title,
        written=f"{planned[0]} – {planned[1]}" if planned else "",
        start=(planned[0] - origin).days if planned else None,
        end=(planned[1] - origin).days + 1 if planned else None,
        location=Location(plan.path),
        progress=plan.progress,
        actual=actual_range(plan),
        has_end=planned is not None and end is not None and end <= planned[1],
    )
