"""Cache the task lists of blobs, for as long as they are part of the history."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_plan_plugin.history import store
from mkdocs_plan_plugin.history.versions import TICKED, Outline, TaskList, Version
from mkdocs_plan_plugin.reading import TaskRules


def signature(rules: TaskRules) -> str:
    """Return a digest of everything but the text that affects how a text is read."""
    return store.digest(store.code_digest(), repr(rules))


def load(path: Path, signed: str) -> dict[str, Version]:
    """Read a cache; return an empty one if it is damaged or has another signature."""
    try:
        return _unpack(store.load(path, signed))
    except store.MALFORMED:
        return {}


def save(path: Path, signed: str, versions: Mapping[str, Version]) -> None:
    """Write a cache."""
    store.save(path, signed, _pack(versions))


def _pack(versions: Mapping[str, Version]) -> Any:
    strings, outlines = store.Table(), store.Table()
    blobs = {
        blob: None
        if version.tasks is None
        else [outlines.number(version.tasks.outline), version.tasks.ticks, version.text_id]
        for blob, version in sorted(versions.items())
    }
    packed = [
        [strings.numbers(outline.texts), strings.numbers(outline.headings), outline.lines]
        for outline in outlines.values
    ]
    return [strings.values, packed, blobs]


def _unpack(content: Any) -> dict[str, Version]:
    """Restore packed versions.

    Raises:
        One of MALFORMED: The content is not what was packed.
    """
    strings, packed, blobs = content
    store.require(all(isinstance(text, str) for text in strings))
    outlines = [_outline(strings, *numbers) for numbers in packed]
    return {blob: _version(packed_version, outlines) for blob, packed_version in blobs.items()}


def _outline(strings: list[str], texts: Any, headings: Any, lines: Any) -> Outline:
    store.require(len(texts) == len(headings) == len(lines))
    store.require(all(type(line) is int for line in lines))
    return Outline(
        tuple([strings[number] for number in texts]),
        tuple([strings[number] for number in headings]),
        tuple(lines),
    )


def _version(packed: Any, outlines: list[Outline]) -> Version:
    if packed is None:
        return Version(None)
    number, ticks, text_id = packed
    outline = outlines[number]
    store.require(isinstance(ticks, str) and isinstance(text_id, str))
    store.require(len(ticks) == len(outline.texts) and not ticks.strip(f" {TICKED}"))
    return Version(TaskList(outline, ticks), text_id)
