"""Real pages are shown with the structure that GitHub shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.corpus import CORPUS, needs_corpus
from tests.hosts.markdown.shapes import Shape, on_github, render, shape_of

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
# MkDocs' own dialect, of which GitHub can't be the judge.
_DIALECT = re.compile(r'(?m)<!-- plan|^\s*(?:!!! |\?\?\?\+? |=== ")')
_EVERY = 8  # an eighth of the pages, to save time


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ""
    return "" if _DIALECT.search(text) else _FRONT_MATTER.sub("", text)


def _structure(shape: Shape) -> tuple[list[int], str, int]:
    """What must be the same on a page that is not well made: depths, boxes, number of tables."""
    return (
        sorted(depth for depth, _, _ in shape.items),
        "".join(sorted("".join(box for _, _, box in shape.items))),
        shape.tables,
    )


@needs_corpus
def test_real_pages_look_as_on_github() -> None:
    pytest.importorskip("cmarkgfm")
    paths = [path for path in sorted((CORPUS / "documents").rglob("*.md")) if path.is_file()]
    texts = {path: text for path in paths[::_EVERY] if (text := _text(path))}
    assert len(texts) > 175
    wrong, lost = [], 0
    for path, text in texts.items():
        ours, theirs = (_structure(shape_of(html)) for html in (render(text), on_github(text)))
        lost += max(0, len(theirs[1]) - len(ours[1]))
        if ours != theirs:
            wrong.append(path.name)
    assert lost == 0
    assert len(wrong) <= 0.005 * len(texts), wrong
