"""Build a Plan from its pages: title, tasks, phases, progress and schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from itertools import chain, islice
from operator import add
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import (
    Activity,
    CountedTask,
    Diagnostic,
    Document,
    Exclusion,
    Health,
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
    duplicate_tasks,
    find_phase_boxes,
    malformed_diagnostics,
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
    stated_days,
    up_to_today,
    with_actual_rows,
    with_task_rows,
)
from mkdocs_plan_plugin.reading.tools import dialect_of

UPCOMING = 20
"""How many of the next open tasks a plan keeps."""

_ORDER = tuple(Role)
_NEXT = (State.IN_PROGRESS, State.OPEN)
"""The states of tasks that are ready to work on, started ones first."""


def make_plan(
    group: PlanPages,
    documents: Mapping[str, Document],
    rules: PlanRules = DEFAULT,
    ids: PlanIds | None = None,
) -> tuple[Plan, list[Diagnostic]]:
    """Build a plan from its pages.

    Its tasks are those on the plan page and in task lists, some of which are checks. All tasks
    in checklists are checks.

    Args:
        group: The pages.
        documents: The documents of at least these pages.
        rules: The rules for plans.
        ids: The plan's ids, if they depend on other pages as well.
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
    if not any(page.tasks for page in pages):  # else work packages repeat these tasks
        pages += by_role[Role.WORK_PACKAGE]
    counting = rules.counting
    work = _Work(pages, counting)
    phases = work.phases
    if not work.progress:
        phases = _with_stated_status(phases, pages, by_role[Role.WORK_PACKAGE], counting)
    phases = with_actuals(phases, rules.past) if rules.past else phases
    progress = reduce(add, (phase.progress for phase in phases), Progress())
    schedule, wrong = _schedule(pages, phases, work.tasks, rules)
    dated = _with_dates(schedule, phases, pages, work.tasks, rules)
    is_relative = schedule is not None and not schedule.origin
    activity = _activity(phases, pages, progress, rules)
    tasks = (*work.tasks, *_checks(by_role[Role.CHECKLIST], counting))
    excluded = tuple(task for task in tasks if task.exclusion)
    page_roles = roles_in(group)
    coverage = coverage_of(
        pages, page_roles, documents, tasks, ids or PlanIds(page_roles, documents)
    )
    ready = _ready(tasks, coverage.waits)
    stated = page_status(pages)
    deadline, end = stated_days(pages)
    dated = replace(dated, deadline=deadline) if dated else None
    ownership = ownership_of([*pages, *by_role[Role.SPEC]], with_people=rules.with_people)
    plan = Plan(
        path=head.path,
        title=plan_title(head, tuple(by_role[Role.SPEC])),
        members=tuple(members),
        progress=progress,
        phases=tuple(phase for phase in phases if phase.progress),
        section_progress=work.section_progress,
        upcoming=tuple(islice(ready, UPCOMING)),
        ready=len(ready),
        sources=tuple(dict.fromkeys(task.path for task in tasks if not task.exclusion)),
        schedule=schedule if is_relative else dated,
        actual_schedule=dated if is_relative else None,
        timeline=Location(head.path, head.timeline_section)
        if schedule or dated or activity
        else None,
        checks=Progress.of(_only(Exclusion.CHECK, excluded)),
        optional=Progress.of(_only(Exclusion.OPTIONAL, excluded)),
        section_checks=work.section_checks,
        excluded=excluded,
        malformed={page.path: page.malformed for page in pages if page.malformed},
        nesting=counting.nesting,
        stated_status=stated,
        status_conflicts=work.status_conflicts,
        coverage=coverage,
        outdated=outdated_sources(pages, members, documents, rules.past) if rules.past else (),
        activity=activity,
        owners=ownership.owners,
        tags=ownership.tags,
        is_archived=is_archived(group.source or head.path, stated),
        deadline=deadline,
        end=end,
        is_item=_is_item(head, group.source or head.path),
    )
    if rules.today:
        plan = _assessed(plan, rules.today, rules.stalled_days)
    return plan, [
        *work.diagnostics,
        *wrong,
        *coverage_diagnostics(coverage),
        *outdated_diagnostics(plan.path, plan.outdated),
    ]


def _assessed(plan: Plan, today: date, stalled_days: float) -> Plan:
    """The plan with its health, and with charts that reach today if it is late."""
    assessment = assess_health(plan, today, stalled_days)
    is_late = assessment is not None and assessment.health is Health.LATE
    schedule, actual = (
        found and up_to_today(found, today, is_late=is_late)
        for found in (plan.schedule, plan.actual_schedule)
    )
    return replace(plan, assessment=assessment, schedule=schedule, actual_schedule=actual)


def _is_item(head: Document, source: str) -> bool:
    """Whether a plan is one item of a tool that keeps its status in the front matter."""
    path = PurePosixPath(source)
    dialect = dialect_of(path)
    return bool(dialect and dialect.has_items and dialect.role(path, head) is Role.PLAN)


def _activity(
    phases: Sequence[Phase], pages: Iterable[Document], progress: Progress, rules: PlanRules
) -> Activity | None:
    if not (rules.past and rules.today):
        return None
    paths = [page.path for page in pages]
    return activity_of(phases, paths, progress, rules.past, rules.today)


class _Work:
    """The tasks on a plan's pages: counted, grouped into phases, and compared with the text.

    Attributes:
        tasks: All tasks of the pages.
        phases: The phases that they are grouped into.
        progress: The progress of all tasks.
        section_progress: The progress below each heading of a phase with tasks or checks.
        section_checks: The same for checks.
        status_conflicts: Stated statuses that the tasks contradict.
        diagnostics: The problems found.
    """

    def __init__(self, pages: Sequence[Document], rules: CountRules) -> None:
        counted = [count_tasks(page.path, page.tasks, rules) for page in pages]
        boxes = find_phase_boxes(pages, [tasks for tasks, _ in counted])
        by_heading = [work_by_section(tasks) for tasks in boxes.tasks]
        divided = [
            phases_of(page, found, phases)
            for page, found, phases in zip(pages, by_heading, boxes.phases, strict=True)
        ]
        self.tasks = tuple(chain.from_iterable(boxes.tasks))
        self.phases = merge_phases(divided)
        self.progress = reduce(add, (phase.progress for phase in self.phases), Progress())
        self.section_progress: dict[Location, Progress] = {}
        self.section_checks: dict[Location, Progress] = {}
        for page, phases, tasks, found in zip(pages, divided, boxes.tasks, by_heading, strict=True):
            checks = progress_by_section(page, phases, by_section(_only(Exclusion.CHECK, tasks)))
            self.section_checks |= checks
            self.section_progress |= dict.fromkeys(checks, Progress())
            self.section_progress |= progress_by_section(page, phases, found, checks)
        self.status_conflicts: tuple[StatusConflict, ...] = ()
        if self.progress:
            stating = [
                replace(page, stated_statuses=(*page.stated_statuses, *stated)) if stated else page
                for page, stated in zip(pages, boxes.stated, strict=True)
            ]
            self.status_conflicts = status_conflicts(stating, self.phases, self.section_progress)
        self.diagnostics = [each for _, diagnostics in counted for each in diagnostics]
        self.diagnostics += duplicate_tasks(boxes.tasks)
        self.diagnostics += chain.from_iterable(map(malformed_diagnostics, pages))
        self.diagnostics += map(conflict_diagnostic, self.status_conflicts)


def _only(exclusion: Exclusion, tasks: Iterable[CountedTask]) -> list[CountedTask]:
    """The tasks that are excluded for this reason, as counted ones."""
    return [task._replace(exclusion=None) for task in tasks if task.exclusion is exclusion]


def _checks(pages: Iterable[Document], rules: CountRules) -> Iterable[CountedTask]:
    """The tasks of checklists, all of which are checks."""
    for page in pages:
        checks = [task._replace(is_check=True) for task in page.tasks]
        yield from count_tasks(page.path, checks, rules)[0]


def _with_stated_status(
    phases: Sequence[Phase],
    pages: Sequence[Document],
    work: Sequence[Document],
    rules: CountRules,
) -> tuple[Phase, ...]:
    """The phases of a plan without tasks, beginning with those that have a stated status."""
    stated = next(filter(None, (stated_phases(page, rules) for page in pages)), ())
    stated = stated or stated_pages(work, rules)
    locations = {phase.location for phase in stated}
    return (*stated, *(phase for phase in phases if phase.location not in locations))


def _schedule(
    pages: Sequence[Document],
    phases: Sequence[Phase],
    tasks: Sequence[CountedTask],
    rules: PlanRules,
) -> tuple[Schedule | None, list[Diagnostic]]:
    """The schedule of the first page that has one."""
    diagnostics = [
        wrong for page in pages for wrong in find_invalid_times(page.path, page.schedule.tasks)
    ]
    schedule = None
    for page in pages:
        schedule, wrong = schedule_of(page.path, page.schedule, phases, rules.calendar, tasks)
        diagnostics += wrong
        if schedule:
            break
    return schedule, diagnostics


def _with_dates(
    schedule: Schedule | None,
    phases: Sequence[Phase],
    pages: Sequence[Document],
    tasks: Iterable[CountedTask],
    rules: PlanRules,
) -> Schedule | None:
    """The schedule by date: planned rows with dates, tasks with dates, and actual dates."""
    dated = schedule if schedule and schedule.origin else None
    dated = with_task_rows(dated, phases, pages, tasks, rules.calendar)
    if rules.past:
        dated = with_actual_rows(dated, phases)
    return dated


def _ready(
    tasks: Sequence[CountedTask], waits: Mapping[tuple[str, int], object]
) -> Sequence[OpenTask]:
    """The tasks that are ready to work on, with no open dependencies."""
    return [
        OpenTask(task.text, Location(path, task.section), task.line)
        for state in _NEXT
        for task, path, exclusion, is_done in tasks
        if task.state is state and task.text and not (exclusion or is_done)
        if (path, task.line) not in waits
    ]
