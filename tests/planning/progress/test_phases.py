"""The parts of a plan's work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import CountedTask, Document, Exclusion, Location, Phase, Progress
from mkdocs_plan_plugin.planning.progress.counting import count_tasks
from mkdocs_plan_plugin.planning.progress.phases import (
    merge_phases,
    phases_of,
    progress_by_section,
    work_by_section,
)
from mkdocs_plan_plugin.reading import read_document

_LINES = st.sampled_from(
    (
        *("# A", "# B", "## A", "## Phase 1: A", "### Phase 1.1: B", "### Task 2"),
        *("- [ ] a", "- [x] b", "  - [ ] c", "text", ""),
    )
).map("{}\n".format)
PAGES = st.lists(_LINES, max_size=20).map("".join)


def entries_of(document: Document) -> tuple[CountedTask, ...]:
    return count_tasks(document.path, document.tasks)[0]


def split(path: str, text: str) -> tuple[Phase, ...]:
    document = read_document(path, text)
    return phases_of(document, work_by_section(entries_of(document)))


def divided(text: str) -> list[tuple[str, int, int]]:
    found = split("p.md", text)
    return [(phase.title, phase.progress.done, phase.progress.total) for phase in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("- [ ] a\n- [x] b\n", [("", 1, 2)]),
        ("# T\n- [ ] a\n", [("", 0, 1)]),
        ("# T\n## A\n- [ ] a\n## B\n- [x] b\n", [("A", 0, 1), ("B", 1, 1)]),
        ("# T\n- [ ] a\n## B\n- [x] b\n", [("", 0, 1), ("B", 1, 1)]),
        ("# T\n## Phase 1\n- [ ] a\n## Phase 2\n", [("Phase 1", 0, 1), ("Phase 2", 0, 0)]),
        ("# T\n## Phase 1\n### Task 1\n- [x] a\n### Task 2\n- [ ] b\n", [("Phase 1", 1, 2)]),
        ("# T\n## Phase 1\n- [x] a\n## Notes\n- [ ] b\n", [("Phase 1", 1, 1), ("Notes", 0, 1)]),
        ("# Phase 1: T\n## Task 1\n- [ ] a\n## Task 2\n", [("Task 1", 0, 1), ("Task 2", 0, 0)]),
        ("# T\n## W\n### A\n- [ ] a\n### B\n- [ ] b\n", [("A", 0, 1), ("B", 0, 1)]),
    ],
)
def test_phases_of(text: str, expected: object) -> None:
    assert divided(text) == expected


@given(PAGES)
def test_phases_partition_the_tasks(text: str) -> None:
    document = read_document("p.md", text)
    entries = entries_of(document)
    tasks = work_by_section(entries)
    phases = phases_of(document, tasks)
    counted = [entry for entry in entries if entry.exclusion is None]
    divided = [entry for phase in phases for entry in phase.entries]
    assert sorted(divided, key=repr) == sorted(counted, key=repr)
    assert [phase.progress for phase in phases] == [Progress.of(p.entries) for p in phases]
    assert len({phase.location for phase in phases}) == len(phases)
    shown = progress_by_section(document, phases, tasks)
    assert all(progress.total <= len(counted) for progress in shown.values())


@given(st.lists(PAGES, max_size=3))
def test_merging_loses_no_task(texts: list[str]) -> None:
    pages = [split(f"{at}.md", text) for at, text in enumerate(texts)]
    merged = merge_phases(pages)
    before = [entry for phases in pages for phase in phases for entry in phase.entries]
    after = [entry for phase in merged for entry in phase.entries]
    assert sorted(after, key=repr) == sorted(before, key=repr)
    assert sum(phase.progress.total for phase in merged) == len(before)
    places = [place for phase in merged for place in (phase.location, *phase.also)]
    assert sorted(places, key=repr) == sorted(
        (p.location for page in pages for p in page), key=repr
    )


def test_phases_of_two_pages_that_are_called_alike_are_one() -> None:
    plan = split("plan.md", "# P\n## Phase 1: Setup\n## Phase 2: B\n- [ ] b\n")
    tasks = split("tasks.md", "# T\n## Phase 01: setup (MVP)\n- [x] a\n")
    merged = merge_phases([plan, tasks])
    assert [(phase.progress.total, phase.location.path) for phase in merged] == [
        (1, "tasks.md"),
        (1, "plan.md"),
    ]
    assert merged[0].also == (Location("plan.md", 1),)


def test_phases_that_repeat_on_a_page_stay_apart() -> None:
    first = split("a.md", "# A\n## Phase 1\n- [ ] a\n")
    twice = split("b.md", "# B\n## Phase 1\n- [ ] b\n## Phase 1\n- [ ] c\n")
    assert [phase.progress.total for phase in merge_phases([first, twice])] == [2, 1]


def test_progress_by_section_counts_what_is_nested() -> None:
    document = read_document("p.md", "# T\n## Phase 1\n- [x] a\n### Task 1\n- [ ] b\n")
    tasks = work_by_section(entries_of(document))
    assert progress_by_section(document, phases_of(document, tasks), tasks) == {
        Location("p.md", 1): Progress(1, 2),
        Location("p.md", 2): Progress(0, 1),
    }


def test_only_work_divides_a_page() -> None:
    document = read_document("p.md", "# T\n## A\n- [ ] a\n## B\n- [x] b\n")
    first, second = entries_of(document)
    as_check = (first, second._replace(exclusion=Exclusion.CHECK))
    assert [p.title for p in phases_of(document, work_by_section(as_check))] == ["A"]
    as_parent = (first, second._replace(exclusion=Exclusion.PARENT))
    of_a, of_b = phases_of(document, work_by_section(as_parent))
    assert (of_a.progress.total, of_b.progress.total) == (1, 0)
