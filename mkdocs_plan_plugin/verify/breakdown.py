"""Read the breakdown of a plan's progress from the HTML of the plan's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_plan_plugin.model import Exclusion, State
from mkdocs_plan_plugin.verify.bars import Count, bar_count
from mkdocs_plan_plugin.verify.html import Element, Page
from mkdocs_plan_plugin.verify.pages import Pages, Target

DONE = str(State.DONE)

Key = tuple[str, str]
"""A page's path and an element's id."""

# Attributes of the breakdown's terms, see `rendering.progress.breakdown`.
_TASKS = "data-state"
_PHASES = "data-phases"
_EXCLUDED = "data-excluded"
_MALFORMED = "malformed"
# Of the summary of a plan that is one item of work.
_ITEM = "data-plan-item"


class ListedTask(NamedTuple):
    """A task in a breakdown: its text, the target of its link, and how it counts.

    `state` is the state of a task that counts. `exclusion` is why a task does not count, such
    as `check.done` or `cancelled`.
    """

    text: str
    target: Target
    state: str
    exclusion: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The progress that a plan's page shows, and the tasks that make it up.

    Attributes:
        page: The plan's page.
        count: The count of the bar, or None if there is no bar.
        status: The plan's status, or an empty string.
        listed: The count of the tasks that are listed as counting.
        tasks: All listed tasks, counted and excluded.
        is_given: Whether the page has a breakdown at all.
        is_of_phases: Whether phases are counted instead of tasks.
        has_malformed: Whether it lists lines that look like check boxes but are none.
        is_item: Whether the status is that in the text, whatever the boxes say.
    """

    page: Page
    count: Count | None
    status: str
    listed: Count
    tasks: tuple[ListedTask, ...]
    is_given: bool
    is_of_phases: bool
    has_malformed: bool = False
    is_item: bool = False

    @property
    def checks(self) -> Count:
        """The count of the excluded checks."""
        return checks_in(self.tasks)

    @property
    def pages(self) -> Iterator[Page]:
        """The plan's page, and the pages with its tasks."""
        yield self.page
        yield from (task.target.page for task in self.tasks if task.target.page)


def read_breakdown(page: Page, pages: Pages) -> Breakdown | None:
    """Read the breakdown on a plan's page; return None if the page is not a plan's."""
    summary = page.widget("summary")
    if summary is None:
        return None
    status = summary.first(attribute="data-plan-status")
    details = summary.first(cls="plan-breakdown")
    rows = list(_rows(details)) if details else []
    return Breakdown(
        page,
        bar_count(summary),
        status["data-plan-status"] if status else "",
        Count.sum(_count(row) for row in rows if _EXCLUDED not in row.head.attributes),
        tuple(_tasks(page, rows, pages)),
        is_given=details is not None,
        is_of_phases=any(_PHASES in row.head.attributes for row in rows),
        has_malformed=any(row.head[_EXCLUDED] == _MALFORMED for row in rows),
        is_item=_ITEM in summary.attributes,
    )


class _Row(NamedTuple):
    """A group of a breakdown: its term and its items."""

    head: Element
    items: list[Element]


def _rows(details: Element) -> Iterator[_Row]:
    for head, body in zip(details.find("dt"), details.find("dd"), strict=False):
        yield _Row(head, list(body.find("li")))


def _count(row: _Row) -> Count:
    is_done = DONE in (row.head[_TASKS], row.head[_PHASES])
    return Count(len(row.items) * is_done, len(row.items))


def _tasks(page: Page, rows: Iterable[_Row], pages: Pages) -> Iterator[ListedTask]:
    for head, items in rows:
        if _PHASES in head.attributes or head[_EXCLUDED] == _MALFORMED:
            continue
        for item in items:
            link = item.first("a")
            target = pages.target(page, link["href"] if link else "")
            text = link.text if link and target.page else item.text
            yield ListedTask(text, target, head[_TASKS], head[_EXCLUDED])


def checks_in(tasks: Iterable[ListedTask]) -> Count:
    """Count the checks among tasks, and how many of them have passed."""
    kinds = (task.exclusion.partition(".") for task in tasks)
    return Count.of(outcome for kind, _, outcome in kinds if kind == Exclusion.CHECK)
