"""What is struck is left out, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.markdown.blocks import Blocks, read_blocks
from mkdocs_plan_plugin.reading.markdown.struck import may_strike, without_struck_parts


def unstruck(text: str) -> Blocks:
    return read_blocks(text, with_struck=False)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Ship ~~on Monday~~ on Friday", "Ship on Friday"),
        ("**Ship** ~~*on* `Monday`~~ on Friday", "Ship on Friday"),
        ("Ship <del>on Monday</del> on Friday", "Ship on Friday"),
        ("Ship <s class='x'>on Monday</s> on Friday", "Ship on Friday"),
        ("Über ~~alt~~ neu", "Über neu"),
        ("Ship ~soon~ (~2 weeks)", "Ship (~2 weeks)"),
        ("Ship in 2~3 weeks, or 4~5", "Ship in 2~3 weeks, or 4~5"),
        ("[~] Copy (~/srv)", "[~] Copy (~/srv)"),
        ("Ship ~on *Monday*~ on Friday", "Ship on Friday"),
        ("`~~code~~`", "~~code~~"),
        ("~~all~~", ""),
    ],
)
def test_items(item: str, text: str) -> None:
    assert [each.text for each in unstruck(f"- {item}\n- next\n").items] == [text, "next"]


def test_an_open_tag_ends_with_its_block() -> None:
    assert [each.text for each in unstruck("- a <del>b\n- c\n").items] == ["a", "c"]


def test_headings_stay() -> None:
    titles = [section.title for section in unstruck("# P\n## ~~Old~~\n## ~~Old~~ New\n").sections]
    assert titles == ["P", "", "New"]


def test_a_row_whose_first_text_is_struck_is_none() -> None:
    rows = ("A | B", "---|---", "~~x~~ | 1", "y | ~~2~~", " | ~~3~~", " | 4", "~~z~~ w | 5")
    text = "".join(f"| {row} |\n" for row in rows)
    (table,) = unstruck(text).tables
    assert table.rows == (("y", ""), ("", "4"), ("w", "5"))
    assert table.lines == (4, 6, 7)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Due: ~~2026-01-05~~ 2026-02-05", "Due:   2026-02-05"),
        ("Due: <del>2026-01-05</del> 2026-02-05", "Due:   2026-02-05"),
        ("Due: ~2026-01-05 (~~)", "Due: ~2026-01-05 (~~)"),
        ("Due: ~2026-01-05~ 2026-02-05", "Due:   2026-02-05"),
        (
            "2~3 days, or 4~5 (~1 week, [~] ~/srv, (~/x)",
            "2~3 days, or 4~5 (~1 week, [~] ~/srv, (~/x)",
        ),
        ("- [~] Copy (~/srv)", "- [~] Copy (~/srv)"),
        ("~~~mermaid", "~~~mermaid"),
    ],
)
def test_lines(line: str, text: str) -> None:
    assert without_struck_parts(line) == text


@pytest.mark.parametrize("text", ["~2 weeks, ~3 days", "~~~\ncode\n~~~\n", "plain", "a < b </p>"])
def test_most_texts_strike_nothing(text: str) -> None:
    assert not may_strike(text)


@given(st.text(st.sampled_from("~|<del>/s ab\n-#`*é"), max_size=80))
def test_sections_and_items_keep_their_number(text: str) -> None:
    with_struck, without = read_blocks(text), unstruck(text)
    assert [each.line for each in without.sections] == [each.line for each in with_struck.sections]
    assert len(without.items) == len(with_struck.items)
