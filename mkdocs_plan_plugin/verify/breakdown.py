"""The account of a plan's number, as the plan's page gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_plan_plugin.model import Exclusion, State
from mkdocs_plan_plugin.verify.bars import Count, bar_in
from mkdocs_plan_plugin.verify.html import Element, Page
from mkdocs_plan_plugin.verify.pages import Pages, Target

DONE = str(State.DONE)

Key = tuple[str, str]
"""A place on the site: a page's path and an id."""

# How the heads of an account's rows are marked: see `rendering.breakdown`.
_TASKS = "data-state"
_PHASES = "data-phases"
_LEFT_OUT = "data-excluded"


class Listed(NamedTuple):
    """A task in an account: its text there, where it leads, and what is said of it.

    `state` is the state of a task that counts; `exclusion` tells why another one does not, such as
    `check.done` or `cancelled`.
    """

    text: str
    target: Target
    state: str
    exclusion: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What a plan's page says of its number.

    Attributes:
        page: The plan's page.
        count: What the bar says; None: there is none.
        status: The plan's status in one word, or nothing.
        listed: What is said to count.
        tasks: All tasks, those that count and the others.
        is_given: Whether the page has an account at all.
        is_of_phases: Whether phases are counted, and no tasks.
    """

    page: Page
    count: Count | None
    status: str
    listed: Count
    tasks: tuple[Listed, ...]
    is_given: bool
    is_of_phases: bool

    @property
    def checks(self) -> Count:
        """The checks that are left out."""
        return checks_in(self.tasks)

    @property
    def pages(self) -> Iterator[Page]:
        """The plan's own page, and those that hold its tasks."""
        yield self.page
        yield from (task.target.page for task in self.tasks if task.target.page)


def read_breakdown(page: Page, pages: Pages) -> Breakdown | None:
    """Read the account on a plan's page; None: the page stands for no plan."""
    summary = page.widget("summary")
    if summary is None:
        return None
    status = summary.first(attribute="data-plan-status")
    details = summary.first(cls="plan-breakdown")
    rows = list(_rows(details)) if details else []
    return Breakdown(
        page,
        bar_in(summary),
        status["data-plan-status"] if status else "",
        Count.sum(_count(row) for row in rows if _LEFT_OUT not in row.head.attributes),
        tuple(_tasks(page, rows, pages)),
        is_given=details is not None,
        is_of_phases=any(_PHASES in row.head.attributes for row in rows),
    )


class _Row(NamedTuple):
    """A row of an account: its head and its items."""

    head: Element
    items: list[Element]


def _rows(details: Element) -> Iterator[_Row]:
    for head, body in zip(details.find("dt"), details.find("dd"), strict=False):
        yield _Row(head, list(body.find("li")))


def _count(row: _Row) -> Count:
    is_done = DONE in (row.head[_TASKS], row.head[_PHASES])
    return Count(len(row.items) * is_done, len(row.items))


def _tasks(page: Page, rows: Iterable[_Row], pages: Pages) -> Iterator[Listed]:
    for head, items in rows:
        if _PHASES in head.attributes:
            continue
        for item in items:
            link = item.first("a")
            target = pages.target(page, link["href"] if link else "")
            text = link.text if link and target.page else item.text
            yield Listed(text, target, head[_TASKS], head[_LEFT_OUT])


def checks_in(tasks: Iterable[Listed]) -> Count:
    """How many of the tasks are checks, and how many of these have passed."""
    kinds = (task.exclusion.partition(".") for task in tasks)
    return Count.of(outcome for kind, _, outcome in kinds if kind == Exclusion.CHECK)
