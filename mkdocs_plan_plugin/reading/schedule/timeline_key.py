"""Read the key `timeline` of the front matter: a mapping or a list of phases and their times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_plan_plugin.reading.lexicon.times import Column, column_of_label
from mkdocs_plan_plugin.reading.schedule.lists import split_row
from mkdocs_plan_plugin.reading.schedule.rows import Cells
from mkdocs_plan_plugin.reading.time import SpanRules

_NAMES = ("name", "phase", "title", "milestone", "stage", "sprint", "task", "step")
"""The keys for the name of a phase that is a mapping."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A phase of the timeline and its texts with times, by column; none if they are not known."""

    name: str
    cells: Cells


def timeline_items(timeline: object, rules: SpanRules) -> list[TimelineItem] | None:
    """Return the phases of a timeline, None if it is neither a mapping nor a list.

    The items of a list may be texts, `Phase 1: 2 weeks`, or mappings.
    """
    if timeline is None:
        return []
    if isinstance(timeline, Mapping):
        return list(_of_mapping(timeline))
    if not isinstance(timeline, list | tuple):
        return None
    found: list[TimelineItem] = []
    for item in timeline:
        if isinstance(item, Mapping):
            found += _of_mapping(item)
        elif item is not None:
            found.append(_of_text(str(item), rules))
    return found


def _of_mapping(item: Mapping[object, object]) -> Iterator[TimelineItem]:
    texts = {str(key).strip().casefold(): value for key, value in item.items()}
    name = next((texts[key] for key in _NAMES if isinstance(texts.get(key), str | int)), None)
    if name is not None and len(texts) > 1:
        yield TimelineItem(str(name), _cells(texts))
        return
    for key, value in item.items():
        cells = _cells(value) if isinstance(value, Mapping) else {Column.TIME: _text(value)}
        yield TimelineItem(str(key), cells)


def _cells(texts: Mapping[Any, object]) -> Cells:
    columns = {key: column_of_label(str(key).replace("_", " ").replace("-", " ")) for key in texts}
    return {column: _text(texts[key]) for key, column in columns.items() if column}


def _of_text(text: str, rules: SpanRules) -> TimelineItem:
    named = split_row(text, rules)
    if named:
        return TimelineItem(named[0], {Column.TIME: named[1]})
    name, _, time = text.partition(":")
    return TimelineItem(name.strip(), {Column.TIME: time.strip() or text})


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)
