"""Bars: as long as the number says, whatever their segments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Progress
from mkdocs_plan_plugin.rendering.progress.bars import percent, segments_of


def numbers(*values: str) -> list[float]:
    return [float(value.removesuffix("%")) for value in values]


def parts(sizes: list[tuple[int, int]]) -> list[Progress]:
    return [Progress(min(done, total), total) for done, total in sizes]


SIZES = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=60)


@given(SIZES)
def test_lengths_add_up(sizes: list[tuple[int, int]]) -> None:
    found = parts(sizes)
    whole = Progress(sum(part.done for part in found), sum(part.total for part in found))
    segments = segments_of(whole, found)
    width = sum(numbers(*(segment.width for segment in segments)))
    done = sum(numbers(*(segment.done for segment in segments)))
    assert abs(done / width - whole.done / whole.total) < 0.01
    last = segments[-1]
    assert abs(sum(numbers(last.x, last.width)) - 100) < 0.5


def test_segments_do_not_touch() -> None:
    first, second = segments_of(Progress(1, 4), [Progress(1, 2), Progress(0, 2)])
    assert sum(numbers(first.x, first.width)) < numbers(second.x)[0]
    assert (first.done != "0%", second.done) == (True, "0%")


def test_one_part_is_one_bar() -> None:
    (segment,) = segments_of(Progress(1, 4), [Progress(1, 4)])
    assert (segment.x, segment.width, segment.done) == ("0%", "100%", "25%")


def test_too_many_parts_are_one_bar() -> None:
    assert len(segments_of(Progress(0, 99), [Progress(0, 1)] * 99)) == 1


def test_what_is_in_progress_is_behind_what_is_done() -> None:
    first, second = segments_of(Progress(1, 4), [Progress(1, 2), Progress(0, 2)], [1, 0])
    assert (second.run, first.run) == ("", first.done)
    assert sum(numbers(first.x, first.done)) == numbers(first.run_x)[0]


def test_percent() -> None:
    assert [percent(value) for value in (0, 12.3456, 100.0, 99.999)] == [
        "0%",
        "12.35%",
        "100%",
        "100%",
    ]
