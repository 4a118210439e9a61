"""Render the breakdown of a plan's count: every task, with its state or reason for exclusion.

The data attributes of row labels repeat what their texts say, for `mkdocs-plan verify`.
A plan may have thousands of tasks, so this writes HTML directly: a template takes 10 times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

from mkdocs_plan_plugin.model import (
    CountedTask,
    Exclusion,
    Location,
    MalformedBox,
    Phase,
    Plan,
    State,
    Unit,
)
from mkdocs_plan_plugin.reading.tasks import task_id
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.shortening import shorten

_LONGEST = 60
_UNSAFE = re.compile(r"[&<>\"']")
_STATES = (
    State.DONE,
    State.IN_PROGRESS,
    State.OPEN,
    State.BLOCKED,
    State.DEFERRED,
    State.CANCELLED,
)
# Exclusions that have a count of their own are split into done and open.
_SPLIT = (Exclusion.CHECK, Exclusion.OPTIONAL)
_REASONS = (
    "check.done",
    "check.open",
    "optional.done",
    "optional.open",
    "cancelled",
    "parent",
    "child",
    "phase",
)


def breakdown(plan: Plan, words: Words, locator: Locator) -> str:
    """Return what a plan's count includes and excludes as HTML; empty if there is neither."""
    if not (plan.progress or plan.excluded or plan.malformed):
        return ""
    return "\n".join(_Breakdown(plan, words, locator).lines())


class _Breakdown:
    """Writes the breakdown of one plan, line by line, with everything escaped."""

    def __init__(self, plan: Plan, words: Words, locator: Locator) -> None:
        self._plan = plan
        self._words = words
        self._locator = locator
        self._heading = cache(lambda place: escape(locator.url(place, plan.path)))

    def lines(self) -> Iterator[str]:
        """Yield what counts, phase by phase, then what is excluded, by reason."""
        plan = self._plan
        yield self._rule()
        if plan.progress.unit is Unit.PHASES:
            yield from self._list(self._marked_rows())
        else:
            for phase in plan.phases:
                if len(plan.phases) > 1:
                    yield self._title(phase)
                yield from self._list(self._counted_rows(phase))
        if (plan.excluded or plan.malformed) and plan.progress:
            yield f'<p class="plan-label">{self._text("excluded")}</p>'
        yield from self._list((*self._excluded_rows(), *self._malformed_rows()))

    def _text(self, key: str, number: int | None = None, **values: object) -> str:
        return escape(self._words(key, number, **values))

    def _rule(self) -> str:
        plan = self._plan
        key = "phases" if plan.progress.unit is Unit.PHASES else plan.nesting
        texts = [self._text(f"breakdown.{key}")] if plan.progress else []
        if self._locator.source_url(plan.path, 1):
            texts.append(self._text("breakdown.lines"))
        return f"<p>{' '.join(texts)}</p>" if texts else ""

    def _title(self, phase: Phase) -> str:
        title = escape(phase.title) or self._text("other-tasks")
        progress = phase.progress
        count = self._text("count.short", done=progress.done, total=progress.total)
        return f'<p class="plan-label">{_link(self._heading(phase.location), title)} ({count})</p>'

    def _counted_rows(self, phase: Phase) -> Iterator[tuple[str, list[str]]]:
        found: dict[State, list[CountedTask]] = {state: [] for state in _STATES}
        for entry in phase.entries:
            found[State.DONE if entry.is_done else entry.task.state].append(entry)
        for state, entries in found.items():
            if entries:
                label = self._text(f"state.{state}", len(entries), count=len(entries))
                yield f'<dt data-state="{state}">{label}', self._items(entries)

    def _marked_rows(self) -> Iterator[tuple[str, list[str]]]:
        found: dict[State, list[Phase]] = {state: [] for state in _STATES}
        for phase in self._plan.phases:
            found[phase.stated_status.state if phase.stated_status else State.OPEN].append(phase)
        for state, phases in found.items():
            if phases:
                label = self._text(f"state.{state}", len(phases), count=len(phases))
                items = [self._marked(phase) for phase in phases]
                yield f'<dt data-phases="{state}">{label}', items

    def _marked(self, phase: Phase) -> str:
        link = _link(self._heading(phase.location), escape(phase.title))
        if not phase.stated_status:
            return _item(link, None, 0)
        line = phase.stated_status.line
        return _item(link, self._locator.source_url(phase.location.path, line), line)

    def _excluded_rows(self) -> Iterator[tuple[str, list[str]]]:
        found: dict[str, list[CountedTask]] = {key: [] for key in _REASONS}
        for entry in self._plan.excluded:
            key = str(entry.exclusion)
            if entry.exclusion in _SPLIT:
                key += ".done" if entry.is_done else ".open"
            found[key].append(entry)
        for key, entries in found.items():
            if entries:
                label = self._text(f"excluded.{key}", len(entries), count=len(entries))
                yield f'<dt data-excluded="{key}">{label}', self._items(entries)

    def _malformed_rows(self) -> Iterator[tuple[str, list[str]]]:
        boxes = [(path, box) for path, found in self._plan.malformed.items() for box in found]
        if boxes:
            label = self._text("excluded.malformed", len(boxes), count=len(boxes))
            yield f'<dt data-excluded="malformed">{label}', [self._line(*each) for each in boxes]

    def _line(self, path: str, box: MalformedBox) -> str:
        text = _safe(shorten(f"{box.written} {box.text}", _LONGEST))
        link = _link(self._heading(Location(path, box.section)), text)
        return _item(link, self._locator.source_url(path, box.line), box.line)

    def _list(self, rows: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
        filled = [f"{head}</dt><dd><ul>{''.join(items)}</ul></dd>" for head, items in rows]
        if filled:
            yield from ("<dl>", *filled, "</dl>")

    def _items(self, entries: Iterable[CountedTask]) -> list[str]:
        page, locator = self._plan.path, self._locator
        items = []
        for task, path, _, _ in entries:
            text, line = task.text, task.line
            url = locator.task_url(path, line, page)
            link = _link(
                _safe(url) if url else self._heading(Location(path, task.section)),
                _safe(task_id(text) or shorten(text, _LONGEST) or "…"),
            )
            items.append(_item(link, locator.source_url(path, line), line))
        return items


def _safe(text: str) -> str:
    """Escape a text if needed; checking is faster, and few texts need it."""
    return escape(text) if _UNSAFE.search(text) else text


def _link(url: str, text: str) -> str:
    return f'<a href="{url}">{text}</a>' if url else text


def _item(link: str, source: str | None, line: int) -> str:
    return (
        f'<li>{link} <a href="{escape(source)}">{line}</a></li>' if source else f"<li>{link}</li>"
    )
