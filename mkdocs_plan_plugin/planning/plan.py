"""A group of pages to a Plan: its title, tasks, phases, numbers and schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain, islice
from operator import add

from mkdocs_plan_plugin.model import (
    Activity,
    CountedTask,
    Diagnostic,
    Document,
    Exclusion,
    Location,
    Member,
    OpenTask,
    Phase,
    Plan,
    Progress,
    Role,
    Schedule,
    State,
    StatusConflict,
)
from mkdocs_plan_plugin.planning.health import assess_health, outdated_diagnostics, outdated_sources
from mkdocs_plan_plugin.planning.links import PlanIds, coverage_diagnostics, coverage_of
from mkdocs_plan_plugin.planning.pages import (
    PlanPages,
    is_archived,
    ownership_of,
    page_title,
    plan_title,
    roles_in,
)
from mkdocs_plan_plugin.planning.progress import (
    CountRules,
    activity_of,
    by_section,
    conflict_diagnostic,
    count_tasks,
    merge_phases,
    page_status,
    phases_of,
    progress_by_section,
    stated_pages,
    stated_phases,
    status_conflicts,
    with_actuals,
    work_by_section,
)
from mkdocs_plan_plugin.planning.rules import DEFAULT, PlanRules
from mkdocs_plan_plugin.planning.schedule import (
    find_invalid_times,
    schedule_of,
    with_actual_rows,
    with_task_rows,
)

UPCOMING = 3
"""How many of the next open tasks a plan names."""

_ORDER = tuple(Role)
_NEXT = (State.IN_PROGRESS, State.OPEN)
"""The states of tasks that somebody can work on, those in hand first."""


def make_plan(
    group: PlanPages,
    documents: Mapping[str, Document],
    rules: PlanRules = DEFAULT,
    ids: PlanIds | None = None,
) -> tuple[Plan, list[Diagnostic]]:
    """Work out a plan from its pages.

    The tasks are those of its plan page and task lists. These hold checks as well, and what its
    checklists hold is nothing but checks.

    Args:
        group: The pages.
        documents: These pages; there may be more.
        rules: What it is worked out by.
        ids: What the plan's ids mean, where more than its own pages tell.
    """
    head = documents[group.head]
    members = sorted(
        (Member(role, path, page_title(documents[path])) for path, role in group.members.items()),
        key=lambda member: (_ORDER.index(member.role), member.path),
    )
    by_role = {
        role: [documents[member.path] for member in members if member.role is role]
        for role in (Role.SPEC, Role.TASKS, Role.CHECKLIST, Role.WORK_PACKAGE)
    }
    pages = [head, *by_role[Role.TASKS]]
    if not any(page.tasks for page in pages):  # else they hold what these say again
        pages += by_role[Role.WORK_PACKAGE]
    counting = rules.counting
    work = _Work(pages, counting)
    phases = work.phases
    if not work.boxes:
        phases = _with_stated_status(phases, pages, by_role[Role.WORK_PACKAGE], counting)
    phases = with_actuals(phases, rules.past) if rules.past else phases
    progress = reduce(add, (phase.progress for phase in phases), Progress())
    schedule, wrong = _schedule(pages, phases, rules)
    dated = _with_dates(schedule, phases, pages, work.entries, rules)
    is_relative = schedule is not None and not schedule.origin
    activity = _activity(phases, pages, progress, rules)
    breakdown = (*work.entries, *_checks(by_role[Role.CHECKLIST], counting))
    excluded = tuple(entry for entry in breakdown if entry.exclusion)
    page_roles = roles_in(group)
    coverage = coverage_of(
        pages, page_roles, documents, breakdown, ids or PlanIds(page_roles, documents)
    )
    ready = _ready(breakdown, coverage.waits)
    claim = page_status(pages)
    labels = ownership_of([*pages, *by_role[Role.SPEC]], with_people=rules.with_people)
    plan = Plan(
        path=head.path,
        title=plan_title(head, tuple(by_role[Role.SPEC])),
        members=tuple(members),
        progress=progress,
        phases=tuple(phase for phase in phases if phase.progress),
        section_progress=work.section_progress,
        upcoming=tuple(islice(ready, UPCOMING)),
        ready=len(ready),
        sources=tuple(dict.fromkeys(entry.path for entry in breakdown if not entry.exclusion)),
        schedule=schedule if is_relative else dated,
        actual_schedule=dated if is_relative else None,
        timeline=Location(head.path, head.timeline_section)
        if schedule or dated or activity
        else None,
        checks=Progress.of(_only(Exclusion.CHECK, excluded)),
        optional=Progress.of(_only(Exclusion.OPTIONAL, excluded)),
        section_checks=work.section_checks,
        excluded=excluded,
        nesting=counting.nesting,
        stated_status=claim,
        status_conflicts=work.status_conflicts,
        coverage=coverage,
        outdated=outdated_sources(pages, members, documents, rules.past) if rules.past else (),
        activity=activity,
        owners=labels.owners,
        tags=labels.tags,
        is_archived=is_archived(group.source or head.path, claim),
    )
    if rules.today:
        plan = replace(plan, assessment=assess_health(plan, rules.today, rules.stalled_days))
    return plan, [
        *work.notes,
        *wrong,
        *coverage_diagnostics(coverage),
        *outdated_diagnostics(plan.path, plan.outdated),
    ]


def _activity(
    phases: Sequence[Phase], pages: Iterable[Document], progress: Progress, rules: PlanRules
) -> Activity | None:
    if not (rules.past and rules.today):
        return None
    paths = [page.path for page in pages]
    return activity_of(phases, paths, progress, rules.past, rules.today)


class _Work:
    """The tasks of a plan's pages: counted, divided, and compared with what the text says.

    Attributes:
        entries: All tasks of the pages.
        phases: What they divide into.
        boxes: The number of the plan.
        section_progress: The number below each heading of a phase that holds tasks or checks.
        section_gates: The same of checks.
        contradictions: Where the text says otherwise.
        notes: What the authors should know.
    """

    def __init__(self, pages: Sequence[Document], rules: CountRules) -> None:
        counted = [count_tasks(page.path, page.tasks, rules) for page in pages]
        tasks = [work_by_section(entries) for entries, _ in counted]
        divided = [phases_of(page, found) for page, found in zip(pages, tasks, strict=True)]
        self.entries = tuple(chain.from_iterable(entries for entries, _ in counted))
        self.phases = merge_phases(divided)
        self.boxes = reduce(add, (phase.progress for phase in self.phases), Progress())
        self.section_progress: dict[Location, Progress] = {}
        self.section_checks: dict[Location, Progress] = {}
        for page, phases, (entries, _), found in zip(pages, divided, counted, tasks, strict=True):
            checks = progress_by_section(page, phases, by_section(_only(Exclusion.CHECK, entries)))
            self.section_checks |= checks
            self.section_progress |= dict.fromkeys(checks, Progress())
            self.section_progress |= progress_by_section(page, phases, found)
        self.status_conflicts: tuple[StatusConflict, ...] = ()
        if self.boxes:
            self.status_conflicts = status_conflicts(pages, self.phases, self.section_progress)
        self.notes = [note for _, notes in counted for note in notes]
        self.notes += map(conflict_diagnostic, self.status_conflicts)


def _only(exclusion: Exclusion, entries: Iterable[CountedTask]) -> list[CountedTask]:
    """The entries that are left out for this reason, to be counted for themselves."""
    return [entry._replace(exclusion=None) for entry in entries if entry.exclusion is exclusion]


def _checks(pages: Iterable[Document], rules: CountRules) -> Iterable[CountedTask]:
    """What checklists hold: every box is a check to pass."""
    for page in pages:
        checks = [task._replace(is_check=True) for task in page.tasks]
        yield from count_tasks(page.path, checks, rules)[0]


def _with_stated_status(
    phases: Sequence[Phase],
    pages: Sequence[Document],
    work: Sequence[Document],
    rules: CountRules,
) -> tuple[Phase, ...]:
    """The phases of a plan without boxes, with those first that the text marks."""
    marked = next(filter(None, (stated_phases(page, rules) for page in pages)), ())
    marked = marked or stated_pages(work, rules)
    places = {phase.place for phase in marked}
    return (*marked, *(phase for phase in phases if phase.place not in places))


def _schedule(
    pages: Sequence[Document], phases: Sequence[Phase], rules: PlanRules
) -> tuple[Schedule | None, list[Diagnostic]]:
    """The schedule of the first page that has one."""
    diagnostics = [
        wrong for page in pages for wrong in find_invalid_times(page.path, page.schedule.tasks)
    ]
    schedule = None
    for page in pages:
        schedule, wrong = schedule_of(page.path, page.schedule, phases, rules.calendar)
        diagnostics += wrong
        if schedule:
            break
    return schedule, diagnostics


def _with_dates(
    schedule: Schedule | None,
    phases: Sequence[Phase],
    pages: Sequence[Document],
    breakdown: Iterable[CountedTask],
    rules: PlanRules,
) -> Schedule | None:
    """All that is known by date: the schedule, if it has any, tasks, and what happened."""
    dated = schedule if schedule and schedule.origin else None
    dated = with_task_rows(dated, phases, pages, breakdown, rules.calendar)
    if rules.past and rules.today:
        dated = with_actual_rows(dated, phases, rules.today)
    return dated


def _ready(
    breakdown: Sequence[CountedTask], waits: Mapping[tuple[str, int], object]
) -> Sequence[OpenTask]:
    """The tasks that somebody can work on: those that wait for no other."""
    return [
        OpenTask(task.text, Location(path, task.section), task.line)
        for state in _NEXT
        for task, path, exclusion, is_done in breakdown
        if task.state is state and task.text and not (exclusion or is_done)
        if (path, task.line) not in waits
    ]
