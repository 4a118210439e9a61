"""Derive phases from stated statuses, and find those that conflict with the tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import add

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Document,
    Location,
    Phase,
    PhaseHeading,
    Progress,
    State,
    StatedStatus,
    StatusConflict,
    Unit,
)
from mkdocs_plan_plugin.planning.pages import page_title
from mkdocs_plan_plugin.planning.progress.counting import CountRules
from mkdocs_plan_plugin.reading.tasks import read_phase_heading


def page_status(pages: Iterable[Document]) -> StatedStatus | None:
    """Return the first stated status of a whole page, or None."""
    return next(
        (stated for page in pages for stated in page.stated_statuses if stated.section is None),
        None,
    )


def stated_phases(document: Document, rules: CountRules) -> tuple[Phase, ...]:
    """Return the phases of a page that has phases with a stated status.

    These are the phases of the same level and kind as the outermost ones with a stated status,
    or else the rows of a table of phases. A phase without a stated status is not done.
    """
    stated_statuses = _statuses_of_phases(document)
    if not stated_statuses:
        return _phases_of_rows(document, rules)
    level = min((document.sections[section].level for section in stated_statuses), default=0)
    siblings = [section for section in document.phases if document.sections[section].level == level]
    kinds = {document.phases[section].kind for section in siblings if section in stated_statuses}
    return tuple(
        _section_phase(document, section, stated_statuses.get(section))
        for section in siblings
        if document.phases[section].kind in kinds
        and (rules.cancelled_counts or not _is_cancelled(stated_statuses.get(section)))
    )


def _phases_of_rows(document: Document, rules: CountRules) -> tuple[Phase, ...]:
    """Return the phases that only a table names."""
    found = []
    for row in document.phase_rows:
        stated = StatedStatus(row.state, row.written, row.line) if row.state else None
        if rules.cancelled_counts or not _is_cancelled(stated):
            place = Location(document.path, row.section, row.line)
            found.append(_phase(row.title, place, read_phase_heading(row.title), stated))
    return tuple(found)


def stated_pages(pages: Sequence[Document], rules: CountRules) -> tuple[Phase, ...]:
    """Return work packages as phases if any has a stated status; one without is not done."""
    stated_statuses = {page.path: page_status((page,)) for page in pages}
    if not any(stated_statuses.values()):
        return ()
    return tuple(
        _phase(page_title(page), Location(page.path), None, stated_statuses[page.path])
        for page in pages
        if rules.cancelled_counts or not _is_cancelled(stated_statuses[page.path])
    )


def _statuses_of_phases(document: Document) -> Mapping[int, StatedStatus]:
    """The first stated status of each phase, by section."""
    return {
        stated.section: stated
        for stated in reversed(document.stated_statuses)
        if stated.section is not None and stated.section in document.phases
    }


def _is_cancelled(stated: StatedStatus | None) -> bool:
    return stated is not None and stated.state is State.CANCELLED


def _section_phase(document: Document, section: int, stated: StatedStatus | None) -> Phase:
    title, location = document.sections[section].title, Location(document.path, section)
    return _phase(title, location, document.phases[section], stated)


def _phase(
    title: str, location: Location, heading: PhaseHeading | None, stated: StatedStatus | None
) -> Phase:
    state = stated.state if stated else State.OPEN
    progress = Progress(int(state is State.DONE), 1, Unit.PHASES, state is State.IN_PROGRESS)
    return Phase(title, location, heading, progress, stated_status=stated)


def status_conflicts(
    pages: Iterable[Document], phases: Sequence[Phase], sections: Mapping[Location, Progress]
) -> tuple[StatusConflict, ...]:
    """Find stated statuses of "done" that the tasks contradict.

    A plan or a phase conflicts if any of its tasks is open.

    Args:
        pages: The pages with the plan's stated statuses.
        phases: The plan's phases with the progress of their tasks.
        sections: The progress of the tasks below each heading.
    """
    total = reduce(add, (phase.progress for phase in phases), Progress())
    by_location = dict(sections)
    for phase in phases:
        by_location |= dict.fromkeys((phase.location, *phase.also), phase.progress)
    found = []
    for page in pages:
        for stated in page.stated_statuses:
            title = page.sections[stated.section].title if stated.section is not None else ""
            location = Location(page.path, stated.section)
            progress = total if stated.section is None else by_location.get(location, Progress())
            if stated.state is State.DONE and progress.done < progress.total:
                found.append(StatusConflict(stated, location, title, progress))
    return tuple(found)


def conflict_diagnostic(conflict: StatusConflict) -> Diagnostic:
    """Return the diagnostic for a status conflict."""
    progress = conflict.progress
    return Diagnostic(
        conflict.location.path,
        conflict.stated.line,
        f"{'the phase' if conflict.title else 'the page'} says {conflict.stated.written!r},"
        f" but {progress.done} of {progress.total} tasks are ticked",
        "tick the tasks that are done, or correct the stated status",
    )
