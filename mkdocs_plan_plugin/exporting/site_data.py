"""Build the content of `plans.json`, as `plans.schema.json` next to this file describes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Any

from mkdocs_plan_plugin.model import Bar, Location, Phase, Plan, Progress, Schedule
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import slugs_of
from mkdocs_plan_plugin.planning.schedule import actual_range, planned_end, planned_range
from mkdocs_plan_plugin.rendering import Words
from mkdocs_plan_plugin.rendering.progress import health_of

VERSION = 1
"""Raised for changes that break readers of the previous version."""

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The site: its name and URL, the as-of date, and the URL of a location from its root.

    `url` ends in a slash, or is empty if the site has none.
    """

    name: str
    url: str
    as_of: date
    address: Callable[[Location], str]


def site_data(portfolio: Portfolio, site: SiteInfo, words: Words) -> Data:
    """Return the data of a site's plans, in order of their paths."""
    slugs = slugs_of(plan.path for plan in portfolio.plans)
    return {
        "version": VERSION,
        "site": site.name,
        "url": site.url,
        "as_of": str(site.as_of),
        "progress": _progress(portfolio.progress),
        "plans": [_plan(plan, slugs[plan.path], site, words) for plan in portfolio.plans],
    }


def _plan(plan: Plan, slug: str, site: SiteInfo, words: Words) -> Data:
    planned, actual = planned_range(plan), actual_range(plan)
    health = health_of(plan, words)
    activity = plan.activity
    return {
        "id": slug,
        "title": plan.title,
        "path": plan.path,
        "url": site.address(Location(plan.path)),
        "status": plan.status,
        "archived": plan.is_archived,
        "progress": _progress(plan.progress),
        "checks": _progress(plan.checks),
        "optional": _progress(plan.optional),
        "ready": plan.ready,
        "health": plan.assessment.health if plan.assessment else None,
        "health_reason": health[2] if health else "",
        "planned": _days(*planned) if planned else None,
        "actual": _days(actual.first, actual.last) if actual else None,
        "last_change": str(activity.last_change) if activity and activity.last_change else None,
        "owners": [*plan.owners],
        "tags": [*plan.tags],
        "pages": [
            {
                "role": member.role,
                "title": member.title,
                "path": member.path,
                "url": site.address(Location(member.path)),
            }
            for member in plan.members
        ],
        "phases": [
            _phase(phase, site, words)
            for phase in plan.phases
            if phase.title or len(plan.phases) > 1
        ],
        "timeline": _timeline(plan, site),
    }


def _phase(phase: Phase, site: SiteInfo, words: Words) -> Data:
    return {
        "title": phase.title or words("other-tasks"),
        "url": site.address(phase.location),
        "progress": _progress(phase.progress),
        "actual": _days(phase.actual.first, phase.actual.last) if phase.actual else None,
    }


def _timeline(plan: Plan, site: SiteInfo) -> list[Data]:
    """Return the rows that have dates in the text, without parts of phases, and the deadline."""
    rows = []
    heading: Bar | None = None
    for bar in plan.dated.bars if plan.dated else ():
        heading = heading if bar.level else bar
        is_part = bar.level and heading and heading.location and not bar.is_milestone
        if plan.dated and not is_part and (row := _row(bar, plan.dated, site)):
            rows.append(row)
    if plan.deadline:
        day = _days(plan.deadline, plan.deadline)
        rows.append({"title": "", "url": "", "kind": "deadline", "planned": day})
    return rows


def _row(bar: Bar, schedule: Schedule, site: SiteInfo) -> Data | None:
    end = planned_end(bar, schedule)
    if not end or not schedule.origin or bar.start is None:
        return None
    start = schedule.origin + timedelta(days=floor(bar.start))
    return {
        "title": bar.title,
        "url": site.address(bar.location) if bar.location else "",
        "kind": "milestone" if bar.is_milestone else "phase",
        "planned": _days(start, end),
    }


def _progress(progress: Progress) -> Data:
    return {
        "unit": progress.unit,
        "done": progress.done,
        "total": progress.total,
        "percent": progress.percent,
    }


def _days(first: date, last: date) -> Data:
    return {"first": str(first), "last": str(last)}
