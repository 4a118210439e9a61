"""A group of pages to a Plan: its title, tasks, phases, numbers and schedule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from mkdocs_plan_plugin.model import (
    Diagnostic,
    Document,
    Member,
    OpenTask,
    Place,
    Plan,
    Progress,
    Role,
    Schedule,
    State,
)
from mkdocs_plan_plugin.planning.grouping import Group
from mkdocs_plan_plugin.planning.phases import merge_phases, phases_of, progress_by_section
from mkdocs_plan_plugin.planning.schedule import schedule_of
from mkdocs_plan_plugin.planning.titles import page_title, plan_title

UPCOMING = 3
"""How many of the next open tasks a plan names."""

_ORDER = tuple(Role)


def make_plan(group: Group, documents: Mapping[str, Document]) -> tuple[Plan, list[Diagnostic]]:
    """Work out a plan from its pages. The tasks are those of its plan page and task lists."""
    head = documents[group.head]
    members = sorted(
        (Member(role, path, page_title(documents[path])) for path, role in group.members.items()),
        key=lambda member: (_ORDER.index(member.role), member.path),
    )
    pages = [head, *(documents[member.path] for member in members if member.role is Role.TASKS)]
    divided = [phases_of(page) for page in pages]
    phases = merge_phases(divided)
    schedule: Schedule | None = None
    diagnostics: list[Diagnostic] = []
    for page in pages:
        schedule, wrong = schedule_of(page.path, page.schedule, phases)
        diagnostics += wrong
        if schedule:
            break
    specs = tuple(documents[member.path] for member in members if member.role is Role.SPEC)
    plan = Plan(
        path=head.path,
        title=plan_title(head, specs),
        members=tuple(members),
        progress=Progress.of(chain.from_iterable(page.tasks for page in pages)),
        phases=tuple(phase for phase in phases if phase.progress),
        section_progress={
            place: progress
            for page, found in zip(pages, divided, strict=True)
            for place, progress in progress_by_section(page, found).items()
        },
        upcoming=_upcoming(pages),
        sources=tuple(page.path for page in pages if page.tasks),
        schedule=schedule,
        timeline=Place(head.path, head.timeline_section) if schedule else None,
    )
    return plan, diagnostics


def _upcoming(pages: Sequence[Document]) -> tuple[OpenTask, ...]:
    tasks = (
        OpenTask(task.text, Place(page.path, task.section))
        for page in pages
        for task in page.tasks
        if task.state is State.OPEN and task.text
    )
    return tuple(task for task, _ in zip(tasks, range(UPCOMING), strict=False))
