"""Render the list of plans: its groups, filters and sort keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.planning import progress_of
from mkdocs_plan_plugin.planning.schedule import ORDER, actual_range, planned_range
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.plan_order import by_attention, group_name, needs_attention
from mkdocs_plan_plugin.rendering.site.plan_rows import lacking, rows_of

FEWEST_FILTERED = 6
"""With fewer plans, there is no filter: they are seen at a glance."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of values, each with its label; `every` is the label of all of them."""

    name: str
    label: str
    every: str
    options: Sequence[tuple[str, str]]


def overview(context: RenderContext, request: Request) -> str:
    """Return the list of plans, those that need attention first, archived ones apart."""
    plans, page, words = request.plans, request.page, context.words
    active = [plan for plan in plans if not plan.is_archived]
    archived = [plan for plan in plans if plan.is_archived]
    groups = [(name, rows_of(context, found, page)) for name, found in by_attention(active, words)]
    others = rows_of(context, archived, page)
    has_filter = len(active) >= FEWEST_FILTERED
    scripts = ("plans.js", "ages.js") if has_filter else ("ages.js",)
    return context.render(
        "overview",
        groups=groups,
        archived=others,
        lacking=lacking(chain(others, *(rows for _, rows in groups))),
        progress=progress_of(active),
        count=len(active),
        has_filter=has_filter,
        filters=filters_of(active, words),
        sorts=sort_keys(active, words),
        scripts=[context.locator.asset_url(name) for name in scripts],
    )


def filters_of(plans: Iterable[Plan], words: Words) -> list[Filter]:
    """Return the filters that distinguish these plans."""
    plans = tuple(plans)
    statuses = [status for status in ORDER if any(plan.status is status for plan in plans)]
    healths = sorted({plan.assessment.health for plan in plans if plan.assessment})
    owners = sorted({owner for plan in plans for owner in plan.owners}, key=str.casefold)
    tags = sorted({tag for plan in plans for tag in plan.tags}, key=str.casefold)
    attention = [("attention", words("attention"))] if any(map(needs_attention, plans)) else []
    found = (
        _filter("status", "column.status", words, _statuses(statuses, words)),
        _filter(
            "health",
            "health",
            words,
            [*attention, *((each, words(f"health.{each}")) for each in healths)],
        ),
        _filter("owner", "column.owner", words, [(each, each) for each in owners]),
        _filter("tag", "filter.tag", words, [(each, each) for each in tags]),
    )
    return [each for each in found if len(each.options) > (each.name in ("status", "health"))]


def _statuses(statuses: Iterable[str | None], words: Words) -> Iterator[tuple[str, str]]:
    return ((str(status or ""), group_name(status, words)) for status in statuses)


def _filter(name: str, label: str, words: Words, options: Iterable[tuple[str, str]]) -> Filter:
    return Filter(name, words(label), words(f"filter.any-{name}"), [*options])


def sort_keys(plans: Iterable[Plan], words: Words) -> list[tuple[str, str]]:
    """Return the sort keys of the list with their labels, besides the default order."""
    plans = tuple(plans)
    keys = [("name", "column.plan"), ("progress", "column.progress")]
    if any(planned_range(plan) or actual_range(plan) for plan in plans):
        keys += [("start", "column.start"), ("end", "column.end")]
    if any(plan.activity for plan in plans):
        keys.append(("last", "column.last"))
    if any(plan.owners for plan in plans):
        keys.append(("owner", "column.owner"))
    return [(key, words(name)) for key, name in keys]
