"""What the pages of a plan say of its state in words, and whether its boxes agree."""

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


def page_status(pages: Iterable[Document]) -> StatedStatus | None:
    """What the first page that says so says of the whole plan."""
    return next(
        (claim for page in pages for claim in page.stated_statuses if claim.section is None), None
    )


def stated_phases(document: Document, rules: CountRules) -> tuple[Phase, ...]:
    """A page's phases as the text marks them, where it marks any.

    Those of the same rank and kind as the marked ones, of which the outermost are taken:
    one without a mark is not done.
    """
    stated_statuses = _statuses_of_phases(document)
    rank = min((document.sections[section].level for section in stated_statuses), default=0)
    alike = [section for section in document.phases if document.sections[section].level == rank]
    kinds = {document.phases[section].kind for section in alike if section in stated_statuses}
    return tuple(
        _claimed(document, section, stated_statuses.get(section))
        for section in alike
        if document.phases[section].kind in kinds
        and (rules.cancelled_counts or not _is_cancelled(stated_statuses.get(section)))
    )


def stated_pages(pages: Sequence[Document], rules: CountRules) -> tuple[Phase, ...]:
    """Pages of work as phases, where any says its state: one that does not is not done."""
    stated_statuses = {page.path: page_status((page,)) for page in pages}
    if not any(stated_statuses.values()):
        return ()
    return tuple(
        _phase(page_title(page), Location(page.path), None, stated_statuses[page.path])
        for page in pages
        if rules.cancelled_counts or not _is_cancelled(stated_statuses[page.path])
    )


def _statuses_of_phases(document: Document) -> Mapping[int, StatedStatus]:
    """The claims by the phase that they are made of; the first where there are several."""
    return {
        claim.section: claim
        for claim in reversed(document.stated_statuses)
        if claim.section is not None and claim.section in document.phases
    }


def _is_cancelled(claim: StatedStatus | None) -> bool:
    return claim is not None and claim.state is State.CANCELLED


def _claimed(document: Document, section: int, claim: StatedStatus | None) -> Phase:
    title, place = document.sections[section].title, Location(document.path, section)
    return _phase(title, place, document.phases[section], claim)


def _phase(
    title: str, place: Location, heading: PhaseHeading | None, claim: StatedStatus | None
) -> Phase:
    state = claim.state if claim else State.OPEN
    progress = Progress(int(state is State.DONE), 1, Unit.PHASES, state is State.IN_PROGRESS)
    return Phase(title, place, heading, progress, stated_status=claim)


def status_conflicts(
    pages: Iterable[Document], phases: Sequence[Phase], sections: Mapping[Location, Progress]
) -> tuple[StatusConflict, ...]:
    """Where the text says done and the boxes do not: under half of the plan, or not all of a phase.

    Args:
        pages: The pages with the plan's claims.
        phases: The plan's phases with what their boxes say.
        sections: What the boxes below each heading say.
    """
    whole = reduce(add, (phase.progress for phase in phases), Progress())
    by_place = dict(sections)
    by_place |= {place: phase.progress for phase in phases for place in (phase.place, *phase.also)}
    found = []
    for page in pages:
        for claim in page.stated_statuses:
            title = page.sections[claim.section].title if claim.section is not None else ""
            place = Location(page.path, claim.section)
            boxes = whole if claim.section is None else by_place.get(place, Progress())
            if claim.state is State.DONE and _disagree(claim, boxes):
                found.append(StatusConflict(claim, place, title, boxes))
    return tuple(found)


def _disagree(claim: StatedStatus, boxes: Progress) -> bool:
    return boxes.done * 2 < boxes.total if claim.section is None else boxes.done < boxes.total


def conflict_diagnostic(found: StatusConflict) -> Diagnostic:
    """Tell the author that the boxes are stale, or what the text says is."""
    boxes = found.progress
    return Diagnostic(
        found.place.path,
        found.stated.line,
        f"{'the phase' if found.title else 'the page'} says {found.stated.written!r},"
        f" and {boxes.done} of {boxes.total} tasks are ticked",
        "tick what is done, or write how far it is",
    )
