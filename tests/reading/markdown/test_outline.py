"""Which section a line stands in, and what is around it."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.markdown.blocks import read_blocks
from mkdocs_plan_plugin.reading.markdown.outline import Outline

OUTLINE = Outline(read_blocks("intro\n# A\n## B\n### C\ntext\n## D\n# E\n").sections)
A, B, C, D, E = range(5)


@pytest.mark.parametrize(("line", "section"), [(1, None), (2, A), (4, C), (5, C), (6, D), (99, E)])
def test_the_section_of_a_line(line: int, section: int | None) -> None:
    assert OUTLINE.at(line) == section


def test_what_is_around() -> None:
    assert list(OUTLINE.around(C)) == [C, B, A]
    assert list(OUTLINE.ancestors(C)) == [B, A]
    assert list(OUTLINE.around(None)) == []


def test_what_is_within() -> None:
    assert OUTLINE.within(A) == [A, B, C, D]
    assert OUTLINE.within(None) == []
    assert OUTLINE.is_within(C, A)
    assert OUTLINE.is_within(C, C)
    assert not OUTLINE.is_within(E, A)
    assert not OUTLINE.is_within(None, A)
    assert not OUTLINE.is_within(C, None)
