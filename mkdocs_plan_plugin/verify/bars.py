"""Checks each bar by itself: it says its number, and has the same beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_plan_plugin.model import Progress, State
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Element, Page

_NUMBER = re.compile(r"\d+")


class Count(NamedTuple):
    """How many are done, of how many."""

    done: int
    total: int

    def __str__(self) -> str:
        return f"{self.done} of {self.total}"

    @classmethod
    def of(cls, states: Iterable[str]) -> Count:
        """Count states."""
        found = list(states)
        return cls(found.count(State.DONE), len(found))

    @classmethod
    def sum(cls, counts: Iterable[Count]) -> Count:
        """Add up."""
        found = list(counts)
        return cls(sum(count.done for count in found), sum(count.total for count in found))

    def is_said_by(self, words: str) -> bool:
        """Whether the numbers in some words are none but this one's."""
        percent = Progress(self.done, self.total).percent
        return set(map(int, _NUMBER.findall(words))) <= {self.done, self.total, percent}


NOTHING = Count(0, 0)


def bar_in(element: Element | None) -> Count | None:
    """What the first bar in an element says to a screen reader."""
    bar = next(_bars(element), None) if element else None
    return _value(bar) if bar else None


def check_bars(page: Page) -> Iterator[Finding]:
    """Check the bars of a page."""
    for widget in page.widgets:
        for around in (widget.root, *widget.root.find()):
            for bar in around.children:
                if problem := _problem(bar, around):
                    yield Finding(page.path, f"the bar {bar['aria-label']!r} {problem}")


def _bars(element: Element) -> Iterator[Element]:
    return filter(_is_bar, element.find())


def _is_bar(element: Element) -> bool:
    return element["role"] == "progressbar"


def _value(bar: Element) -> Count | None:
    try:
        return Count(int(bar["aria-valuenow"]), int(bar["aria-valuemax"]))
    except ValueError:
        return None


def _problem(bar: Element, around: Element) -> str:
    if not _is_bar(bar):
        return ""
    value = _value(bar)
    if value is None:
        return "does not say its numbers"
    if not 0 <= value.done <= value.total or not value.total:
        return f"says {value}"
    beside = around.first(cls="plan-count")
    if beside and not value.is_said_by(beside.text):
        return f"says {value} beside {beside.text!r}"
    return ""
