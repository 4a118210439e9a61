"""A group of pages to a Plan: its title, tasks, phases, numbers and schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain, islice
from operator import add

from mkdocs_plan_plugin.model import (
    Activity,
    Diagnostic,
    Document,
    Entry,
    Member,
    Omission,
    OpenTask,
    Phase,
    Place,
    Plan,
    Progress,
    Role,
    Schedule,
    State,
    StatusConflict,
)
from mkdocs_plan_plugin.planning.health import moved_on, outdated_notes, verdict_on
from mkdocs_plan_plugin.planning.links import PlanIds, coverage_of, notes_of
from mkdocs_plan_plugin.planning.pages import (
    Group,
    is_archived,
    labels_of,
    page_title,
    plan_title,
    roles_in,
)
from mkdocs_plan_plugin.planning.progress import (
    CountRules,
    activity_of,
    by_section,
    claimed_pages,
    claimed_phases,
    contradictions,
    count_tasks,
    merge_phases,
    note_of,
    page_claim,
    phases_of,
    progress_by_section,
    with_actuals,
    work_by_section,
)
from mkdocs_plan_plugin.planning.rules import DEFAULT, PlanRules
from mkdocs_plan_plugin.planning.schedule import (
    schedule_of,
    with_actual_rows,
    with_task_rows,
    wrong_times,
)

UPCOMING = 3
"""How many of the next open tasks a plan names."""

_ORDER = tuple(Role)
_NEXT = (State.IN_PROGRESS, State.OPEN)
"""The states of tasks that somebody can work on, those in hand first."""


def make_plan(
    group: Group,
    documents: Mapping[str, Document],
    rules: PlanRules = DEFAULT,
    ids: PlanIds | None = None,
) -> tuple[Plan, list[Diagnostic]]:
    """Work out a plan from its pages.

    The tasks are those of its plan page and task lists. These hold gates as well, and what its
    checklists hold is nothing but gates.

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
        for role in (Role.SPEC, Role.TASKS, Role.CHECKLIST, Role.WORK)
    }
    pages = [head, *by_role[Role.TASKS]]
    if not any(page.tasks for page in pages):  # else they hold what these say again
        pages += by_role[Role.WORK]
    counting = rules.counting
    work = _Work(pages, counting)
    phases = work.phases
    if not work.boxes:
        phases = _with_claims(phases, pages, by_role[Role.WORK], counting)
    phases = with_actuals(phases, rules.past) if rules.past else phases
    progress = reduce(add, (phase.progress for phase in phases), Progress())
    schedule, wrong = _schedule(pages, phases, rules)
    dated = _with_dates(schedule, phases, pages, work.entries, rules)
    is_relative = schedule is not None and not schedule.origin
    activity = _activity(phases, pages, progress, rules)
    account = (*work.entries, *_checks(by_role[Role.CHECKLIST], counting))
    left_out = tuple(entry for entry in account if entry.omission)
    page_roles = roles_in(group)
    coverage = coverage_of(
        pages, page_roles, documents, account, ids or PlanIds(page_roles, documents)
    )
    ready = _ready(account, coverage.waits)
    claim = page_claim(pages)
    labels = labels_of([*pages, *by_role[Role.SPEC]], with_people=rules.with_people)
    plan = Plan(
        path=head.path,
        title=plan_title(head, tuple(by_role[Role.SPEC])),
        members=tuple(members),
        progress=progress,
        phases=tuple(phase for phase in phases if phase.progress),
        section_progress=work.section_progress,
        upcoming=tuple(islice(ready, UPCOMING)),
        ready=len(ready),
        sources=tuple(dict.fromkeys(entry.path for entry in account if not entry.omission)),
        schedule=schedule if is_relative else dated,
        happened=dated if is_relative else None,
        timeline=Place(head.path, head.timeline_section) if schedule or dated or activity else None,
        gates=Progress.of(_only(Omission.GATE, left_out)),
        optional=Progress.of(_only(Omission.OPTIONAL, left_out)),
        section_gates=work.section_gates,
        left_out=left_out,
        nesting=counting.nesting,
        claim=claim,
        contradictions=work.contradictions,
        coverage=coverage,
        moved=moved_on(pages, members, documents, rules.past) if rules.past else (),
        activity=activity,
        owners=labels.owners,
        tags=labels.tags,
        is_archived=is_archived(group.source or head.path, claim),
    )
    if rules.today:
        plan = replace(plan, verdict=verdict_on(plan, rules.today, rules.stalled_days))
    return plan, [*work.notes, *wrong, *notes_of(coverage), *outdated_notes(plan.path, plan.moved)]


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
        section_progress: The number below each heading of a phase that holds tasks or gates.
        section_gates: The same of gates.
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
        self.section_progress: dict[Place, Progress] = {}
        self.section_gates: dict[Place, Progress] = {}
        for page, phases, (entries, _), found in zip(pages, divided, counted, tasks, strict=True):
            gates = progress_by_section(page, phases, by_section(_only(Omission.GATE, entries)))
            self.section_gates |= gates
            self.section_progress |= dict.fromkeys(gates, Progress())
            self.section_progress |= progress_by_section(page, phases, found)
        self.contradictions: tuple[StatusConflict, ...] = ()
        if self.boxes:
            self.contradictions = contradictions(pages, self.phases, self.section_progress)
        self.notes = [note for _, notes in counted for note in notes]
        self.notes += map(note_of, self.contradictions)


def _only(omission: Omission, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that are left out for this reason, to be counted for themselves."""
    return [entry._replace(omission=None) for entry in entries if entry.omission is omission]


def _checks(pages: Iterable[Document], rules: CountRules) -> Iterable[Entry]:
    """What checklists hold: every box is a check to pass."""
    for page in pages:
        gates = [task._replace(is_gate=True) for task in page.tasks]
        yield from count_tasks(page.path, gates, rules)[0]


def _with_claims(
    phases: Sequence[Phase],
    pages: Sequence[Document],
    work: Sequence[Document],
    rules: CountRules,
) -> tuple[Phase, ...]:
    """The phases of a plan without boxes, with those first that the text marks."""
    marked = next(filter(None, (claimed_phases(page, rules) for page in pages)), ())
    marked = marked or claimed_pages(work, rules)
    places = {phase.place for phase in marked}
    return (*marked, *(phase for phase in phases if phase.place not in places))


def _schedule(
    pages: Sequence[Document], phases: Sequence[Phase], rules: PlanRules
) -> tuple[Schedule | None, list[Diagnostic]]:
    """The schedule of the first page that has one."""
    diagnostics = [wrong for page in pages for wrong in wrong_times(page.path, page.schedule.tasks)]
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
    account: Iterable[Entry],
    rules: PlanRules,
) -> Schedule | None:
    """All that is known by date: the schedule, if it has any, tasks, and what happened."""
    dated = schedule if schedule and schedule.origin else None
    dated = with_task_rows(dated, phases, pages, account, rules.calendar)
    if rules.past and rules.today:
        dated = with_actual_rows(dated, phases, rules.today)
    return dated


def _ready(account: Sequence[Entry], waits: Mapping[tuple[str, int], object]) -> Sequence[OpenTask]:
    """The tasks that somebody can work on: those that wait for no other."""
    return [
        OpenTask(task.text, Place(path, task.section), task.line)
        for state in _NEXT
        for task, path, omission, is_done in account
        if task.state is state and task.text and not (omission or is_done)
        if (path, task.line) not in waits
    ]
