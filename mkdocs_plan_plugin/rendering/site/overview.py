"""Render the table of plans: its rows, filters and sort keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.planning import progress_of
from mkdocs_plan_plugin.planning.schedule import ORDER, actual_range, planned_range
from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.page_links import Link, Linker
from mkdocs_plan_plugin.rendering.plan_order import by_status, group_name, most_urgent_first
from mkdocs_plan_plugin.rendering.progress import health_of, plan_segments
from mkdocs_plan_plugin.rendering.schedule import date_range


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the table.

    `planned` and `actual` are the first and the last day; a schedule without dates has `weeks`, a
    text. `health` is its value, label and reason. `start` and `end` are sort keys.
    """

    plan: Plan
    link: Link
    pages: Sequence[Link]
    segments: Sequence[object]
    health: tuple[str, str, str] | None
    planned: tuple[date, date] | None
    weeks: str
    start: date | None
    end: date | None
    actual: tuple[date, date] | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of values, each with its label."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]


def overview(context: RenderContext, request: Request) -> str:
    """Return the table of plans by status, those in progress first, archived ones apart."""
    plans, page = request.plans, request.page
    active = [plan for plan in plans if not plan.is_archived]
    archived = [plan for plan in plans if plan.is_archived]
    return context.render(
        "overview",
        groups=[
            (group_name(status, context.words), rows_of(context, found, page))
            for status, found in by_status(active)
        ],
        archived=rows_of(context, archived, page),
        progress=progress_of(active),
        count=len(active),
        has_owners=any(plan.owners for plan in plans),
        has_activity=any(plan.activity for plan in plans),
        filters=filters_of(active, context.words),
        sorts=sort_keys(active, context.words),
        script=context.locator.asset_url("plans.js"),
    )


def rows_of(context: RenderContext, plans: Iterable[Plan], page: str) -> list[PlanRow]:
    """Return the rows of plans on a page, the most urgent first."""
    ordered = sorted(plans, key=most_urgent_first)
    return [row_of(plan, context.links, context.words, page) for plan in ordered]


def row_of(plan: Plan, links: Linker, words: Words, page: str) -> PlanRow:
    """Return the row of a plan on a page."""
    planned = planned_range(plan)
    actual = actual_range(plan)
    return PlanRow(
        plan=plan,
        link=links.plan(plan, page),
        pages=links.pages(plan, page),
        segments=plan_segments(plan),
        health=health_of(plan, words),
        planned=planned,
        weeks=date_range(plan.schedule, words)
        if plan.schedule and not plan.schedule.origin
        else "",
        start=planned[0] if planned else actual.first if actual else None,
        end=planned[1] if planned else actual.last if actual else None,
        actual=(actual.first, actual.last) if actual else None,
        last=plan.activity.last_change if plan.activity else None,
    )


def filters_of(plans: Iterable[Plan], words: Words) -> list[Filter]:
    """Return the filters that distinguish these plans."""
    plans = tuple(plans)
    statuses = [status for status in ORDER if any(plan.status is status for plan in plans)]
    healths = sorted({plan.assessment.health for plan in plans if plan.assessment})
    owners = sorted({owner for plan in plans for owner in plan.owners}, key=str.casefold)
    tags = sorted({tag for plan in plans for tag in plan.tags}, key=str.casefold)
    found = (
        Filter(
            "status",
            words("column.status"),
            [
                (str(each or ""), words(f"status.{each}" if each else "no-tasks"))
                for each in statuses
            ],
        ),
        Filter("health", words("health"), [(each, words(f"health.{each}")) for each in healths]),
        Filter("owner", words("column.owner"), [(each, each) for each in owners]),
        Filter("tag", words("filter.tag"), [(each, each) for each in tags]),
    )
    return [each for each in found if len(each.options) > (each.name in ("status", "health"))]


def sort_keys(plans: Iterable[Plan], words: Words) -> list[tuple[str, str]]:
    """Return the sort keys of the table with their labels, besides the default order."""
    plans = tuple(plans)
    keys = [("name", "column.plan"), ("progress", "column.progress")]
    if any(planned_range(plan) or actual_range(plan) for plan in plans):
        keys += [("start", "column.start"), ("end", "column.end")]
    if any(plan.activity for plan in plans):
        keys.append(("last", "column.last"))
    if any(plan.owners for plan in plans):
        keys.append(("owner", "column.owner"))
    return [(key, words(name)) for key, name in keys]
