"""Render the progress of phases in their headings."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.model import Location, Progress
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.progress import same_name
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
    found = {
        section: each
        for section, title in titles.items()
        if (each := _phase(context, Location(page, section), title))
    }
    return context.templates.render_each("phases", found)


def _phase(context: RenderContext, place: Location, title: str) -> tuple[object, ...] | None:
    """Return a phase's progress, checks, title, segments, and whether it continues elsewhere."""
    for plan in context.portfolio.plans_of.get(place.path, ()):
        progress = plan.section_progress.get(place)
        if progress is not None:
            whole = [phase for phase in plan.phases if same_name(phase.title, title)]
            is_part = any(phase.progress != progress for phase in whole)
            segments = segments_of(progress, (progress,)) if progress else ()
            checks = plan.section_checks.get(place, Progress())
            return progress, checks, title, segments, is_part
    return None
