"""The text of a page on an earlier day."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plan_plugin.history import EarlierTexts
from tests.history.conftest import MakeRepository
from tests.history.histories import day, on


def test_the_text_of_a_day(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(2, {"docs/a b.md": "one\n"}),
            on(5, {"docs/a b.md": "two\n", "x.md": "x\n"}),
            on(9, {"docs/a b.md": None}),
        ]
    )
    texts = EarlierTexts(root)
    found = [texts.text("docs/a b.md", day(number)) for number in (1, 2, 4, 5, 8, 9)]
    assert found == [None, "one\n", "one\n", "two\n", "two\n", None]
    assert EarlierTexts(root / "docs").text("a b.md", day(2)) == "one\n"
    assert texts.text("missing.md", day(5)) is None
    assert texts.text("docs", day(5)) is None


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a\n", encoding="utf-8")
    assert EarlierTexts(tmp_path).text("a.md", day(5)) is None
