"""What is shown of a plan among others: its links, bar, health, dates, and a line about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from mkdocs_plan_plugin.model import Health, Plan, Status
from mkdocs_plan_plugin.planning.schedule import actual_range, planned_range
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.plan_order import (
    known_health,
    most_urgent_first,
    needs_attention,
)
from mkdocs_plan_plugin.rendering.progress import health_of, plan_segments
from mkdocs_plan_plugin.rendering.schedule import date_range


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in a list.

    `health` is its value, label and reason; `pill` is the same where the health says more than
    the status. `reason` is HTML, `next` its first upcoming task, `stated` the status as written
    where nothing else tells it. `planned` and `actual` are the first and the last day; a schedule
    without dates has `weeks`, a text. `healths` are what the filter finds it by, `start` and `end`
    sort keys.
    """

    plan: Plan
    link: Link
    pages: Sequence[Link]
    segments: Sequence[object]
    health: tuple[str, str, str] | None
    pill: tuple[str, str, str] | None
    reason: str
    next: Link | None
    stated: str
    healths: str
    planned: tuple[date, date] | None
    weeks: str
    actual: tuple[date, date] | None
    start: date | None
    end: date | None
    last: date | None


def rows_of(context: RenderContext, plans: Iterable[Plan], page: str) -> list[PlanRow]:
    """Return the rows of plans on a page, the most urgent first."""
    return [row_of(context, plan, page) for plan in sorted(plans, key=most_urgent_first)]


def row_of(context: RenderContext, plan: Plan, page: str) -> PlanRow:
    """Return the row of a plan on a page."""
    words, links = context.words, context.links
    planned = planned_range(plan)
    found = actual_range(plan)
    actual = (found.first, found.last) if found else None
    days = planned or actual
    health = health_of(plan, words)
    is_open = plan.status is Status.IN_PROGRESS or needs_attention(plan)
    is_relative = plan.schedule and not plan.schedule.origin
    return PlanRow(
        plan=plan,
        link=links.plan(plan, page),
        pages=links.pages(plan, page),
        segments=plan_segments(plan),
        health=health,
        pill=health if is_open else None,
        reason=_reason(plan, context),
        next=links.task(plan.upcoming[0], page) if plan.upcoming else None,
        stated=plan.stated_status.written
        if plan.stated_status and not (plan.progress or plan.is_item)
        else "",
        healths=_healths(plan),
        planned=planned,
        weeks=date_range(plan.schedule, words) if plan.schedule and is_relative else "",
        actual=actual,
        start=days[0] if days else None,
        end=days[1] if days else None,
        last=plan.activity.last_change if plan.activity else None,
    )


def lacking(rows: Iterable[PlanRow]) -> str:
    """Return which columns of a list would be empty: `bars`, `dates` or both."""
    rows = tuple(rows)
    has_dates = any(row.start or row.weeks for row in rows)
    found = {"bars": any(row.plan.progress for row in rows), "dates": has_dates}
    return " ".join(name for name, is_there in found.items() if not is_there)


def _healths(plan: Plan) -> str:
    health = known_health(plan)
    return f"{health}|attention" if needs_attention(plan) else str(health or "")


def _reason(plan: Plan, context: RenderContext) -> str:
    """Return why a plan needs attention, or when it was finished, as HTML."""
    assessment = plan.assessment
    is_shown = needs_attention(plan) or known_health(plan) is Health.DONE
    if not (assessment and assessment.reason and is_shown):
        return ""
    days = assessment.values.get("days")
    text = context.words.text(assessment.reason, days if isinstance(days, int) else None)
    values = {name: _marked(name, value, context) for name, value in assessment.values.items()}
    return escape(text).format(**values)


def _marked(name: str, value: object, context: RenderContext) -> object:
    if name == "phase":
        return Markup("<b>{}</b>").format(value)
    return context.dates.html(value) if isinstance(value, date) else context.words.shown(value)
