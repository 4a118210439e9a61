"""Render what is below the title of a page: a plan's summary, or the plans it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.model import Location, OutdatedSource, Phase, Plan, Progress, Role
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import page_title
from mkdocs_plan_plugin.planning.schedule import planned_range
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.progress import captions
from mkdocs_plan_plugin.rendering.progress.breakdown import breakdown
from mkdocs_plan_plugin.rendering.schedule import date_range
from mkdocs_plan_plugin.rendering.shortening import shorten
from mkdocs_plan_plugin.rendering.site import row_of

_LONGEST_QUOTE = 200
_MOST_IDS = 8
_MOST_NEXT = 3
_SOURCES = (Role.SPEC, Role.RESEARCH)


def under_title(context: RenderContext, page: str) -> dict[int | None, str]:
    """Return the widget below the title of a page."""
    plan = context.portfolio.headed_by(page)
    return {None: summary(context, plan) if plan else plan_banner(context, page)}


def inputs_under_title(portfolio: Portfolio, page: str) -> object:
    """Return what that widget shows besides the page's plans."""
    mentions = portfolio.backlinks.get(page, ())
    titles = [page_title(portfolio.documents[found.location.path]) for found in mentions]
    return mentions, titles, portfolio.roles.get(page)


def links_under_title(portfolio: Portfolio, page: str) -> Iterable[str]:
    """Return the pages that it links to besides those of the plans."""
    return (found.location.path for found in portfolio.backlinks.get(page, ()))


def summary(context: RenderContext, plan: Plan) -> str:
    """Return the card of a plan, empty when there is nothing to show."""
    if not (plan.progress or plan.members or plan.excluded or plan.stated_status):
        return ""
    page = plan.path
    schedule = plan.schedule
    return context.render(
        "summary",
        plan=plan,
        pages=_tabs(context, plan, page),
        segments=captions.plan_segments(plan),
        health=captions.health_of(plan, context.words),
        planned=planned_range(plan),
        weeks=date_range(schedule, context.words) if schedule and not schedule.origin else "",
        sources=captions.sources_of(plan, context.words),
        captions=captions.captions_of(plan, context.words),
        completed=captions.recent_activity(plan),
        warnings=captions.warnings_of(plan, context.words),
        outdated=[_outdated(context, each, plan) for each in plan.outdated],
        has_phases_only=all(phase.heading for phase in plan.phases),
        phases=[_phase(context, phase, page) for phase in plan.phases],
        breakdown=breakdown(plan, context.words, context.locator),
        upcoming=[context.links.task(task, page) for task in plan.upcoming[:_MOST_NEXT]],
        mentions=_mentions(context, page),
    )


def plan_banner(context: RenderContext, page: str) -> str:
    """Return the banner of a plan's other pages: the plans they belong to."""
    plans = [plan for plan in context.portfolio.plans_of.get(page, ()) if plan.path != page]
    if not plans:
        return ""
    role = context.portfolio.roles.get(page, Role.NONE)
    return context.render(
        "banner",
        label=context.words("used-by" if role in _SOURCES else "part-of"),
        rows=[row_of(context, plan, page) for plan in plans],
        pages=_tabs(context, plans[0], page) if len(plans) == 1 else [],
        mentions=_mentions(context, page),
    )


def _tabs(context: RenderContext, plan: Plan, page: str) -> list[Link]:
    """Return links to the pages of a plan, if it has several."""
    return context.links.siblings(plan, page) if plan.members else []


def _phase(context: RenderContext, phase: Phase, page: str) -> tuple[Link, str, Progress]:
    """Return a link to a phase, its name without its number, and its progress."""
    link = context.links.phase(phase, page)
    return link, (phase.heading.name if phase.heading else "") or link.text, phase.progress


def _mentions(context: RenderContext, page: str) -> list[tuple[Link, str]]:
    """Return links to the mentions of a page in other plans, with the text of each."""
    return [
        (
            Link(
                context.locator.url(found.location, page),
                page_title(context.portfolio.documents[found.location.path]),
            ),
            shorten(found.text, _LONGEST_QUOTE),
        )
        for found in context.portfolio.backlinks.get(page, ())
    ]


def _outdated(context: RenderContext, outdated: OutdatedSource, plan: Plan) -> tuple[Link, str]:
    """Return a link to a page that changed after the plan, with a text about it."""
    member = next(each for each in plan.members if each.path == outdated.path)
    link = Link(
        context.locator.url(Location(outdated.path), plan.path),
        context.links.name(member, plan.members),
    )
    key = "outdated.ids" if outdated.ids else "outdated"
    ids = ", ".join(outdated.ids[:_MOST_IDS]) + ("…" if len(outdated.ids) > _MOST_IDS else "")
    return link, context.words(key, date=outdated.day, since=outdated.since, ids=ids)
