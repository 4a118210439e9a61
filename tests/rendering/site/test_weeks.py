"""Completed tasks by week."""

from __future__ import annotations

from datetime import date, timedelta

from mkdocs_plan_plugin.rendering.site.weeks import WEEKS, weeks_of

TODAY = date(2026, 11, 25)  # a Wednesday


def test_weeks_begin_on_monday_and_end_with_this_one() -> None:
    weeks = weeks_of([date(2026, 11, 22), date(2026, 11, 23), TODAY], TODAY)
    assert len(weeks) == WEEKS
    assert [(week.first, week.count) for week in weeks[-2:]] == [
        (date(2026, 11, 16), 1),
        (date(2026, 11, 23), 2),
    ]
    assert weeks[-1].last == date(2026, 11, 29)
    assert weeks[0].first == date(2026, 6, 1)


def test_levels_are_shares_of_the_busiest_week() -> None:
    days = [day for back, count in ((0, 8), (1, 1), (2, 4), (3, 6)) for day in [back] * count]
    weeks = weeks_of((TODAY - timedelta(weeks=back) for back in days), TODAY)
    assert [week.level for week in weeks[-5:]] == [0, 3, 2, 1, 4]
    sizes = {week.level: week.size for week in weeks}
    assert sorted(sizes.values()) == [sizes[level] for level in sorted(sizes)]


def test_nothing_recent_is_no_strip() -> None:
    assert weeks_of([], TODAY) == []
    assert weeks_of([TODAY - timedelta(weeks=WEEKS)], TODAY) == []
