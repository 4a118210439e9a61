"""What stands under the title of a page: a plan's summary, or the plans that it is part of."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.model import MovedOn, Place, Plan, Role
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import page_title
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.page_links import Link
from mkdocs_plan_plugin.rendering.progress import captions
from mkdocs_plan_plugin.rendering.progress.breakdown import explain
from mkdocs_plan_plugin.rendering.shortening import shorten

_LONGEST_QUOTE = 200
_MOST_IDS = 8
_BUILT_ON = (Role.SPEC, Role.RESEARCH)


def under_title(context: RenderContext, page: str) -> dict[int | None, str]:
    """What stands under the title of a page."""
    plan = context.portfolio.headed_by(page)
    return {None: summary(context, plan) if plan else member_strip(context, page)}


def told_under_title(portfolio: Portfolio, page: str) -> object:
    """What that tells besides the page's plans."""
    mentions = portfolio.backlinks.get(page, ())
    titles = [page_title(portfolio.documents[found.place.path]) for found in mentions]
    return mentions, titles, portfolio.roles.get(page)


def linked_under_title(portfolio: Portfolio, page: str) -> Iterable[str]:
    """The pages that it links to besides those of the plans."""
    return (found.place.path for found in portfolio.backlinks.get(page, ()))


def summary(context: RenderContext, plan: Plan) -> str:
    """What stands under the title of a plan's page, or nothing when there is none to say."""
    if not (plan.progress or plan.members or plan.left_out or plan.claim):
        return ""
    page = plan.path
    return context.render(
        "summary",
        plan=plan,
        segments=captions.plan_segments(plan),
        health=captions.health_of(plan, context.words),
        sources=captions.sources_of(plan, context.words),
        facts=captions.facts_of(plan, context.words),
        ticked=captions.ticked_of(plan),
        contradiction=captions.contradiction_of(plan, context.words),
        moved=[_moved(context, each, plan) for each in plan.moved],
        has_phases_only=all(phase.heading for phase in plan.phases),
        phases=[(context.links.phase(phase, page), phase.progress) for phase in plan.phases],
        account=explain(plan, context.words, context.locator),
        upcoming=[context.links.task(task, page) for task in plan.upcoming],
        pages=context.links.pages(plan, page),
        mentions=_mentions(context, page),
    )


def member_strip(context: RenderContext, page: str) -> str:
    """What stands under the title of a plan's other pages: the plans they are part of."""
    plans = [plan for plan in context.portfolio.plans_of.get(page, ()) if plan.path != page]
    if not plans:
        return ""
    role = context.portfolio.roles.get(page, Role.NONE)
    return context.render(
        "strip",
        label=context.words("built-on" if role in _BUILT_ON else "part-of"),
        plans=[
            (plan, context.links.plan(plan, page), captions.plan_segments(plan)) for plan in plans
        ],
        pages=context.links.siblings(plans[0], page) if len(plans) == 1 else [],
        mentions=_mentions(context, page),
    )


def _mentions(context: RenderContext, page: str) -> list[tuple[Link, str]]:
    """Where pages of other plans name a page, and what they say."""
    return [
        (
            Link(
                context.locator.url(found.place, page),
                page_title(context.portfolio.documents[found.place.path]),
            ),
            shorten(found.text, _LONGEST_QUOTE),
        )
        for found in context.portfolio.backlinks.get(page, ())
    ]


def _moved(context: RenderContext, moved: MovedOn, plan: Plan) -> tuple[Link, str]:
    """A page that has changed since its plan, and what to say of it."""
    member = next(each for each in plan.members if each.path == moved.path)
    link = Link(
        context.locator.url(Place(moved.path), plan.path), context.links.name(member, plan.members)
    )
    key = "moved.ids" if moved.ids else "moved"
    ids = ", ".join(moved.ids[:_MOST_IDS]) + ("…" if len(moved.ids) > _MOST_IDS else "")
    return link, context.words(key, date=moved.day, since=moved.since, ids=ids)
