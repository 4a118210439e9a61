"""Verify progress bars: each has a valid count, and the text beside it shows the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_plan_plugin.model import Progress, State
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Element, Page

_NUMBER = re.compile(r"\d{1,3}(?:[.,’\u00a0\u202f]\d{3})+(?!\d)|\d+")
"""With separators or without, in any language."""
_SEPARATOR = re.compile(r"\D")


class Count(NamedTuple):
    """The number of tasks that are done, and the total."""

    done: int
    total: int

    def __str__(self) -> str:
        return f"{self.done} of {self.total}"

    @classmethod
    def of(cls, states: Iterable[str]) -> Count:
        """Count task states."""
        found = list(states)
        return cls(found.count(State.DONE), len(found))

    @classmethod
    def sum(cls, counts: Iterable[Count]) -> Count:
        """Return the sum of counts."""
        found = list(counts)
        return cls(sum(count.done for count in found), sum(count.total for count in found))

    def matches_text(self, words: str) -> bool:
        """Whether a text contains no numbers but `done`, `total` and their percentage."""
        percent = Progress(self.done, self.total).percent
        numbers = {int(_SEPARATOR.sub("", found)) for found in _NUMBER.findall(words)}
        return numbers <= {self.done, self.total, percent}


NOTHING = Count(0, 0)


def bar_count(element: Element | None) -> Count | None:
    """Return the count of the first bar in an element, from its ARIA attributes."""
    bar = next(_bars(element), None) if element else None
    return _value(bar) if bar else None


def verify_bars(page: Page) -> Iterator[Finding]:
    """Verify the bars of a page."""
    for widget in page.widgets:
        for parent in (widget.root, *widget.root.find()):
            for bar in parent.children:
                if problem := _problem(bar, parent):
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


def _problem(bar: Element, parent: Element) -> str:
    if not _is_bar(bar):
        return ""
    value = _value(bar)
    if value is None:
        return "has no count for screen readers"
    if not 0 <= value.done <= value.total or not value.total:
        return f"has an impossible count, {value}"
    label = parent.first(cls="plan-count")
    if label and not value.matches_text(label.text):
        return f"says {value}, but the text beside it says {label.text!r}"
    return ""
