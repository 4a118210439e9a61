"""Render the progress of phases in their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mkdocs_plan_plugin.model import Location, Phase, Plan, Progress
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.schedule import phase_ranges
from mkdocs_plan_plugin.reading import plain_name
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.progress.bars import segments_of


def phases(context: RenderContext, page: str) -> dict[int, str]:
    """Return the progress of the phases of a page as HTML, by section."""
    sections = context.portfolio.documents[page].sections
    marked = sorted(context.portfolio.marked_sections(page))
    return render_phases(context, page, {number: sections[number].title for number in marked})


def inputs_in_headings(portfolio: Portfolio, page: str) -> object:
    """Return what the widgets show besides the page's plans."""
    return portfolio.documents[page].sections


def render_phases(context: RenderContext, page: str, titles: Mapping[int, str]) -> dict[int, str]:
    """Return the progress of phases as HTML, by section, where there is any."""
    plans = context.portfolio.plans_of.get(page, ())
    phases_by_name = {plan.path: _by_name(plan) for plan in plans}
    planned = {plan.path: phase_ranges(plan) for plan in plans}
    found = {
        section: each
        for section, title in titles.items()
        if (each := _phase(context, Location(page, section), title, phases_by_name, planned))
    }
    return context.templates.render_each("phases", found)


def _by_name(plan: Plan) -> dict[str, list[Phase]]:
    phases: dict[str, list[Phase]] = {}
    for phase in plan.phases:
        phases.setdefault(plain_name(phase.title), []).append(phase)
    return phases


def _phase(
    context: RenderContext,
    place: Location,
    title: str,
    phases_by_name: Mapping[str, Mapping[str, Sequence[Phase]]],
    planned: Mapping[str, Mapping[Location, tuple[date, date]]],
) -> tuple[object, ...] | None:
    """Return a phase's progress, checks, title, segments, whether it continues, and its dates."""
    for plan in context.portfolio.plans_of.get(place.path, ()):
        progress = plan.section_progress.get(place)
        if progress is not None:
            name = plain_name(title)
            whole = phases_by_name[plan.path].get(name, ()) if name else ()
            is_part = any(phase.progress != progress for phase in whole)
            segments = segments_of(progress, (progress,)) if progress else ()
            checks = plan.section_checks.get(place, Progress())
            return progress, checks, title, segments, is_part, planned[plan.path].get(place)
    return None
