"""Arrows between rows: pieces that join."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Bar, Schedule
from mkdocs_plan_plugin.rendering.schedule.arrows import Arrow, arrows_of


def schedule(*after: tuple[int, ...]) -> Schedule:
    """Rows of ten days, each with the rows that it depends on."""
    bars = tuple(
        Bar(f"Row {n}", "", 10 * n, 10 * n + 10, after=found) for n, found in enumerate(after)
    )
    return Schedule(bars, 10 * len(bars))


def test_an_arrow_goes_down_through_the_rows_between() -> None:
    assert arrows_of(schedule((), (), (0,), ())) == [
        [Arrow("25%", "50%", "100%")],
        [Arrow("25%", "0%", "100%")],
        [Arrow("25%", "0%", "50%", "50%")],
        [],
    ]


def test_and_up() -> None:
    assert arrows_of(schedule((1,), ())) == [
        [Arrow("100%", "50%", "100%", "0%")],
        [Arrow("100%", "0%", "50%")],
    ]


def test_a_row_without_a_bar_has_no_arrow() -> None:
    bars = (Bar("A", ""), Bar("B", "", 0, 5, after=(0,)), Bar("C", "", after=(1,)))
    assert arrows_of(Schedule(bars, 5)) == [[], [], []]


@given(st.lists(st.sets(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
def test_every_arrow_reaches_its_row(after: list[set[int]]) -> None:
    found = arrows_of(schedule(*(tuple(sorted(rows)) for rows in after)))
    heads = sum(1 for pieces in found for piece in pieces if piece.to)
    assert heads == sum(len(rows - {number}) for number, rows in enumerate(after))
    length = sum(
        abs(number - before) + 1
        for number, rows in enumerate(after)
        for before in rows
        if before != number
    )
    assert sum(map(len, found)) == length
