"""Remembers what blobs hold: no more than the history needs, and for as long as it does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_plan_plugin.history import store
from mkdocs_plan_plugin.history.versions import TICKED, Outline, TaskList, Version
from mkdocs_plan_plugin.reading import TaskRules


def signature(rules: TaskRules) -> str:
    """What the reading of a text follows from, besides the text."""
    return store.digest(store.code_digest(), repr(rules))


def load(path: Path, signed: str) -> dict[str, Version]:
    """Read a cache; empty unless it has this signature and is whole."""
    try:
        return _unpack(store.load(path, signed))
    except store.MALFORMED:
        return {}


def save(path: Path, signed: str, versions: Mapping[str, Version]) -> None:
    """Write a cache."""
    store.save(path, signed, _packed(versions))


def _packed(versions: Mapping[str, Version]) -> Any:
    strings, outlines = store.Table(), store.Table()
    blobs = {
        blob: None
        if version.tasks is None
        else [outlines.number(version.tasks.outline), version.tasks.ticks, version.text_id]
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
        One of MALFORMED: It is something else.
    """
    strings, packed, blobs = content
    store.require(all(isinstance(text, str) for text in strings))
    outlines = [_outline(strings, *numbers) for numbers in packed]
    return {blob: _version(said, outlines) for blob, said in blobs.items()}


def _outline(strings: list[str], texts: Any, headings: Any, lines: Any) -> Outline:
    store.require(len(texts) == len(headings) == len(lines))
    store.require(all(type(line) is int for line in lines))
    return Outline(
        tuple([strings[number] for number in texts]),
        tuple([strings[number] for number in headings]),
        tuple(lines),
    )


def _version(said: Any, outlines: list[Outline]) -> Version:
    if said is None:
        return Version(None)
    number, ticks, text_id = said
    outline = outlines[number]
    store.require(isinstance(ticks, str) and isinstance(text_id, str))
    store.require(len(ticks) == len(outline.texts) and not ticks.strip(f" {TICKED}"))
    return Version(TaskList(outline, ticks), text_id)
