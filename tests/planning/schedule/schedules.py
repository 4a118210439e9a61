"""Schedules and calendars for tests, made by hand or by chance."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Bar, Schedule, ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.planning.schedule.calendar import DEFAULT_CALENDAR, Calendar
from mkdocs_plan_plugin.planning.schedule.schedule import schedule_of

NEARBY = st.dates(date(2025, 1, 1), date(2027, 12, 31))
ANY_DATE = st.none() | st.dates()
CALENDARS = st.builds(
    Calendar,
    st.frozensets(st.integers(0, 6), max_size=6),
    st.frozensets(NEARBY, max_size=40),
    st.sampled_from([None, lambda year: [date(year, 5, 1), date(year, 12, 25)]]),
)


def is_off(day: date, calendar: Calendar = DEFAULT_CALENDAR) -> bool:
    """Whether a day is off."""
    recurring = calendar.holidays_in(day.year) if calendar.holidays_in else None
    return day.weekday() in calendar.weekend or day in calendar.holidays or day in (recurring or ())


def row(
    name: str,
    span: Span,
    *,
    after: tuple[str, ...] = (),
    alongside: tuple[str, ...] = (),
    is_milestone: bool = False,
    written: str = "x",
    line: int = 1,
) -> ScheduleEntry:
    return ScheduleEntry(name, span, written, line, None, after, alongside, is_milestone)


def days(least: float, most: float | None = None) -> Span:
    """A duration."""
    return Span(least, least if most is None else most)


def plan(
    *rows: ScheduleEntry,
    start: date | None = None,
    end: date | None = None,
    deadline: date | None = None,
    total: ScheduleEntry | None = None,
) -> WrittenSchedule:
    return WrittenSchedule(rows, total, start, end, deadline)


def drawn(written: WrittenSchedule, calendar: Calendar = DEFAULT_CALENDAR) -> Schedule:
    found, _ = schedule_of("p.md", written, (), calendar)
    assert found
    return found


def ends(written: WrittenSchedule) -> list[tuple[float | None, float | None]]:
    """Where bars start and end, on whatever axis."""
    return [(bar.start, bar.end) for bar in drawn(written).bars]


def dates_of(schedule: Schedule, bar: Bar) -> tuple[date, date]:
    """The first and the last day of a bar."""
    assert schedule.origin
    assert bar.start is not None
    assert bar.end is not None
    first = schedule.origin + timedelta(days=int(bar.start))
    return first, schedule.origin + timedelta(days=int(bar.end) - 1)


def dates(
    written: WrittenSchedule, calendar: Calendar = DEFAULT_CALENDAR
) -> list[tuple[str, str] | None]:
    """The first and last day of each bar, as `01-05`: the month and day."""
    found = drawn(written, calendar)
    days: list[tuple[str, str] | None] = []
    for bar in found.bars:
        if bar.start is None:
            days.append(None)
        else:
            first, last = dates_of(found, bar)
            days.append((f"{first:%m-%d}", f"{last:%m-%d}"))
    return days
