"""Which dates were changed, by the commits that changed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plan_plugin.history import DateChange, read_date_changes
from mkdocs_plan_plugin.history.date_changes import _dates
from tests.history.conftest import MakeRepository
from tests.history.histories import day, on


def test_a_date_that_was_changed(make_repository: MakeRepository, tmp_path: Path) -> None:
    def page(phase: str, other: str = "Launch: 2026-04-01") -> dict[str, str]:
        return {"docs/p.md": f"# Plan\n\n- {phase}\n- {other}\n"}

    root = make_repository(
        [
            on(2, page("Phase 1: 2026-03-02 to 2026-03-13")),
            on(5, page("Phase 1: 2026-03-02 to 2026-03-20")),
            on(7, page("**Phase 1**: 2026-03-02 – 2026-03-20", "More: 2026-05-01")),
            on(9, {"other.md": "- Phase 1: 2026-03-09\n"}),
        ]
    )
    expected = [
        DateChange(
            "docs/p.md", day(5), "Phase 1 to", "2026-03-02 – 2026-03-13", "2026-03-02 – 2026-03-20"
        )
    ]
    cache = tmp_path / "cache"
    assert read_date_changes(root, ["docs/p.md"], cache) == expected
    file = cache / "date-changes.json.gz"
    assert read_date_changes(root, ["docs/p.md"], cache) == expected
    assert read_date_changes(root, ["other.md", "gone.md"], cache) == []
    file.write_bytes(b"broken")
    assert read_date_changes(root, ["docs/p.md"], cache) == expected


def test_only_the_main_line_counts(make_repository: MakeRepository) -> None:
    """A branch that was merged has one change, on the day of the merge, not each of its steps."""

    def text(last: int) -> str:
        return f"- Launch: 2026-04-{last:02}\n"

    root = make_repository(
        [
            on(1, {"p.md": text(1)}),
            on(2, {"p.md": text(2)}, parents=[0]),
            on(3, {"p.md": text(3)}, parents=[1]),
            on(4, {"q.md": "x\n"}, parents=[0]),
            on(5, {"p.md": text(3)}, parents=[3, 2]),
        ]
    )
    assert [(move.day, move.after) for move in read_date_changes(root, ["p.md"])] == [
        (day(5), "2026-04-03")
    ]


def test_nothing_is_known_without_git(tmp_path: Path) -> None:
    assert read_date_changes(tmp_path, ["p.md"]) == []


@pytest.mark.parametrize(
    ("line", "label", "written"),
    [
        ("- [ ] **Deadline**: Nov 15, 2026", "Deadline", "Nov 15, 2026"),
        ("| Phase 1 | 2026-01-02 | 3.4.2026 |", "Phase 1", "2026-01-02 – 3.4.2026"),
        ("## Phase 2 (5 March – 6. April 2026)", "Phase 2", "5 March – 6. April 2026"),
    ],
)
def test_dates_and_the_words_around_them(line: str, label: str, written: str) -> None:
    assert _dates(f"Text 12\n{line}\n".encode()) == {label: written}


def test_equal_lines_are_not_matched() -> None:
    assert _dates(b"Due: 2026-01-02\n\nDue: 2026-01-03\n") == {}
    assert _dates(b"\xff\xfe\x00") == {}
