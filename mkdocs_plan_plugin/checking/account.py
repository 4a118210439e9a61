"""The account of a plan's number, as the plan's page gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_plan_plugin.checking.bars import Count, bar_in
from mkdocs_plan_plugin.checking.html import Element, Page
from mkdocs_plan_plugin.checking.pages import Pages, Target
from mkdocs_plan_plugin.model import State

DONE = str(State.DONE)

# What the heads of an account's rows are marked with: see `rendering.explain`.
_TASKS = "data-state"
_PHASES = "data-phases"
_LEFT_OUT = "data-left-out"


class Listed(NamedTuple):
    """A task in an account: its text there, where it leads, and what is said of it.

    `state` is the state of a task that counts, `omission` tells why another one does not:
    `gate.done`, `cancelled`.
    """

    text: str
    target: Target
    state: str
    omission: str


class Part(NamedTuple):
    """A phase in an account: where its title leads, and what the rows below add up to."""

    href: str
    count: Count


@dataclass(frozen=True, slots=True)
class Account:
    """All that a plan's page says of its number.

    Attributes:
        page: The plan's page.
        count: What the bar says; None: there is none.
        status: The plan's status in one word, or nothing.
        parts: What counts, phase by phase, in order.
        tasks: All tasks; none when phases are counted.
        is_given: Whether the page has an account at all.
    """

    page: Page
    count: Count | None
    status: str
    parts: tuple[Part, ...]
    tasks: tuple[Listed, ...]
    is_given: bool

    @property
    def listed(self) -> Count:
        """What the tasks or phases that are said to count add up to."""
        return _sum(part.count for part in self.parts)

    @property
    def gates(self) -> Count:
        """The checks that are left out."""
        kinds = [task.omission for task in self.tasks if task.omission.startswith("gate")]
        return Count(sum(kind == "gate.done" for kind in kinds), len(kinds))

    @property
    def pages(self) -> dict[str, Page]:
        """The pages that hold the tasks, and the plan's own."""
        found = [self.page, *(task.target.page for task in self.tasks)]
        return {page.path: page for page in found if page}


def read_account(page: Page, pages: Pages) -> Account | None:
    """Read the account on a plan's page; None: the page stands for no plan."""
    summary = page.widget("summary")
    if summary is None:
        return None
    status = summary.first(attribute="data-plan-status")
    details = summary.first(cls="plan-account")
    return Account(
        page,
        bar_in(summary),
        status["data-plan-status"] if status else "",
        tuple(_parts(details)) if details else (),
        tuple(_tasks(page, details, pages)) if details else (),
        is_given=details is not None,
    )


def _parts(details: Element) -> Iterator[Part]:
    """The title above each list of rows, if it has one, and the number of the list."""
    title = ""
    for element in details.parts:
        if not isinstance(element, Element):
            continue
        link = element.first("a")
        if element.tag == "p":
            title = link["href"] if link else ""
        counts = [
            Count(items * (head[mark] == DONE), items)
            for head, items in _rows(element)
            for mark in (_TASKS, _PHASES)
            if mark in head.attributes
        ]
        if counts:
            yield Part(title, _sum(counts))


def _rows(element: Element) -> Iterator[tuple[Element, int]]:
    for head, body in _pairs(element):
        yield head, sum(1 for _ in body.find("li"))


def _pairs(element: Element) -> Iterator[tuple[Element, Element]]:
    """The heads of a list's rows, each with its body."""
    heads = element.find("dt")
    return zip(heads, element.find("dd"), strict=False)


def _tasks(page: Page, details: Element, pages: Pages) -> Iterator[Listed]:
    for head, body in _pairs(details):
        if _PHASES in head.attributes:
            continue
        for item in body.find("li"):
            link = item.first("a")
            target = pages.target(page, link["href"] if link else "")
            text = link.text if link else item.text
            yield Listed(text, target, head[_TASKS], head[_LEFT_OUT])


def _sum(counts: Iterator[Count] | list[Count]) -> Count:
    found = list(counts)
    return Count(sum(count.done for count in found), sum(count.total for count in found))
