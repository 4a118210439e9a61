"""Remembers what blobs hold: no more than the history needs, and for as long as it does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_plan_plugin.history import inline, lines, scanner, scans, store, walk
from mkdocs_plan_plugin.history.replay import Version
from mkdocs_plan_plugin.history.scans import Outline, Scan
from mkdocs_plan_plugin.reading import boxes, front_matter, states, status_words, task_ids
from mkdocs_plan_plugin.reading.lexicon import phases, words
from mkdocs_plan_plugin.reading.lexicon import states as state_names
from mkdocs_plan_plugin.reading.states import StateRules

_PARTS = (
    *(inline, lines, scanner, scans, store, walk),
    *(boxes, front_matter, states, status_words, task_ids),
    *(phases, state_names, words),
)


def signature(rules: StateRules) -> str:
    """What scans follow from, besides the text."""
    return store.sign(store.source(_PARTS), repr(sorted(rules.own.items())))


def load(path: Path, signed: str) -> dict[str, Version]:
    """Read a cache; empty unless it has this signature and is whole."""
    try:
        return _unpack(store.load(path, signed))
    except store.WRONG:
        return {}


def save(path: Path, signed: str, versions: Mapping[str, Version]) -> None:
    """Write a cache."""
    store.save(path, signed, _packed(versions))


def _packed(versions: Mapping[str, Version]) -> Any:
    strings, outlines = store.Table(), store.Table()
    blobs = {
        blob: None
        if version.scan is None
        else [outlines.number(version.scan.outline), version.scan.ticks, version.text_id]
        for blob, version in sorted(versions.items())
    }
    packed = [
        [strings.numbers(outline.texts), strings.numbers(outline.headings), outline.lines]
        for outline in outlines.things
    ]
    return [strings.things, packed, blobs]


def _unpack(content: Any) -> dict[str, Version]:
    """Take apart what was packed.

    Raises:
        One of WRONG: It is something else.
    """
    strings, packed, blobs = content
    store.check(all(isinstance(text, str) for text in strings))
    outlines = [
        outline_of(
            [strings[number] for number in texts], [strings[number] for number in titles], numbers
        )
        for texts, titles, numbers in packed
    ]
    return {blob: _version(said, outlines) for blob, said in blobs.items()}


def outline_of(texts: list[str], headings: list[str], numbers: list[int]) -> Outline:
    """An outline that has been kept.

    Raises:
        One of WRONG: It is something else.
    """
    store.check(len(texts) == len(headings) == len(numbers))
    store.check(all(type(number) is int for number in numbers))
    return Outline(tuple(texts), tuple(headings), tuple(numbers))


def scan_of(outline: Outline, ticks: str) -> Scan:
    """A scan that has been kept.

    Raises:
        One of WRONG: It is something else.
    """
    store.check(len(ticks) == len(outline.texts) and not ticks.strip(" x"))
    return Scan(outline, ticks)


def _version(said: Any, outlines: list[Outline]) -> Version:
    if said is None:
        return Version(None)
    number, ticks, text_id = said
    store.check(isinstance(ticks, str) and isinstance(text_id, str))
    return Version(scan_of(outlines[number], ticks), text_id)
