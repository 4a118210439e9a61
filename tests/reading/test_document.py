"""A whole page put together."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import PhaseHeading
from mkdocs_plan_plugin.reading import read_document

PAGE = """\
---
title: Offline maps
plan: {start: 2026-01-05}
---
# Implementation Plan: Offline maps

## Phase 1: Setup
- [x] Choose a store

## Timeline
- Phase 1: 2 weeks
"""


def test_a_page() -> None:
    document = read_document("a/plan.md", PAGE)
    assert document.meta["title"] == "Offline maps"
    assert document.heading == "Implementation Plan: Offline maps"
    assert [section.line for section in document.sections] == [5, 7, 10]
    assert document.phases == {1: PhaseHeading("phase", "1", "Setup")}
    assert [(task.text, task.line, task.section) for task in document.tasks] == [
        ("Choose a store", 8, 1)
    ]
    assert [entry.line for entry in document.schedule.entries] == [11]
    assert document.timeline_section == 2
    assert document.diagnostics == ()


def test_the_only_top_heading_is_the_title_and_no_phase() -> None:
    document = read_document("p.md", "# Phase 1: Research\n\n## Task 1: Read\n")
    assert list(document.phases) == [1]


def test_several_top_headings_may_be_phases() -> None:
    document = read_document("p.md", "# Phase 1: Research\n\n# Phase 2: Build\n")
    assert list(document.phases) == [0, 1]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Text that is made of what the reader looks for."""
    pieces = st.sampled_from(
        [
            "---\n", "plan: {start: 2026-01-05}\n", "# A\n", "## Timeline\n", "## Phase 1: B\n",
            "- [ ] a\n", "  - [x] b\n", "- Phase 1: 2 weeks\n", "- Week 1: c\n", "> ", "```\n",
            "| Phase | Duration |\n|---|---|\n| 1 | 2 days |\n", "`spec.md` ", "[x](http://[)\n",
            "<!-- plan:overview -->\n", "[^1]: - [ ] d\n", "\t", "\n", "\x00", "\u2028",
            "é 日本 🎉\n",
        ]
    )  # fmt: skip
    return "".join(draw(st.lists(pieces | st.text(max_size=5))))


@given(pages())
def test_never_raises_and_stays_within_the_text(text: str) -> None:
    document = read_document("p.md", text)
    last = len(re.split(r"\r\n|\r|\n", text))
    lines = [found.line for found in document.sections]
    lines += [reference.line for reference in document.references]
    lines += [task.line for task in document.tasks]
    assert all(1 <= line <= last for line in lines)
    assert [task.line for task in document.tasks] == sorted(task.line for task in document.tasks)
    owners: list[int | None] = [task.section for task in document.tasks]
    owners += [entry.section for entry in document.schedule.entries]
    owners += document.phases
    assert all(owner is None or 0 <= owner < len(document.sections) for owner in owners)


def test_boxes_of_headings_are_no_part_of_a_row_where_text_is_struck() -> None:
    text = "## [x] Phase 1: Cut (2 weeks)\n\n## [ ] Phase 2: ~~Old~~ Glue (1 week)\n"
    names = [entry.name for entry in read_document("p.md", text).schedule.entries]
    assert names == ["Phase 1: Cut (2 weeks)", "Phase 2: Glue (1 week)"]
