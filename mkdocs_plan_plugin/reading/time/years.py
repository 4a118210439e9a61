"""Find the year of dates that are written without one: `Jan 15 - Feb 2`.

A date takes its year from the dated entry before it in the same schedule, or else from the
plan's start, the year in the schedule's heading, the first dated entry after it or the page's own
dates (`Date: 2026-01-05`). It is in the year of that neighbor, or in the next one if it would be
over half a year earlier, because plans go forward across New Year. If it would be a quarter to half
a year earlier, or the page's own dates disagree, the year is unknown.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span
from mkdocs_plan_plugin.reading.time.moments import FIRST_YEAR, NO_WEEK_YEAR, NO_YEAR

_A_QUARTER, _HALF_A_YEAR = 92, 183


@dataclass(frozen=True, slots=True)
class YearHints:
    """Hints at the year of a schedule's first entry: its start, or the page's own dates."""

    begins: date | None = None
    page: tuple[date, ...] = ()


def lacks_year(span: Span) -> bool:
    """Return whether a span has dates without a year."""
    return any(day.year < FIRST_YEAR for day in (span.start, span.end) if day)


def with_years(
    path: str, entries: Sequence[ScheduleEntry], hints: YearHints
) -> tuple[list[ScheduleEntry], list[Diagnostic]]:
    """Add the year to a page's entries; those with an unknown year lose their time."""
    before = hints.begins
    found: list[ScheduleEntry] = []
    wrong: list[Diagnostic] = []
    for index, entry in enumerate(entries):
        span: Span | None = entry.span
        if lacks_year(entry.span):
            span = _settle(entry.span, before, entries[index + 1 :], hints.page)
        if span is None:
            wrong.append(_without_year(path, entry))
        else:
            before = span.start or span.end or before
        found.append(entry if span == entry.span else replace(entry, span=span or Span()))
    return found, wrong


def _without_year(path: str, entry: ScheduleEntry) -> Diagnostic:
    return Diagnostic(
        path,
        entry.line,
        f"{entry.written!r} has no year, and none can be derived, so it is not drawn",
        "add the year, or the plan's start in the front matter: plan: {start: 2026-01-31}",
    )


def _settle(
    span: Span, before: date | None, later: Iterable[ScheduleEntry], page: Sequence[date]
) -> Span | None:
    day = span.start or span.end
    if not day:
        return None
    if before:
        return _in_year(span, _year_after(day, before))
    dates = (entry.span.start or entry.span.end for entry in later if not lacks_year(entry.span))
    if after := next(filter(None, dates), None):
        return _in_year(span, _year_before(day, after))
    years = {_year_after(day, own) for own in page}
    return _in_year(span, years.pop()) if len(years) == 1 else None


def _year_after(day: date, before: date) -> int | None:
    """Return the year of a day that roughly follows another one."""
    back = _ordinal(before) - _ordinal(day)
    if back <= _A_QUARTER:
        return before.year
    return before.year + 1 if back > _HALF_A_YEAR else None


def _year_before(day: date, after: date) -> int | None:
    """Return the year of a day that roughly precedes another one."""
    later = _ordinal(day) - _ordinal(after)
    if later <= _A_QUARTER:
        return after.year
    return after.year - 1 if later > _HALF_A_YEAR else None


def _ordinal(day: date) -> int:
    """Return the number of a day in a leap year, for a day of a week that of its Thursday."""
    if _is_of_week(day):
        return 7 * day.isocalendar().week - 3
    return day.replace(year=NO_YEAR).timetuple().tm_yday


def _is_of_week(day: date) -> bool:
    """Return whether a day without a year is that of a numbered week."""
    return NO_WEEK_YEAR - 1 <= day.year < FIRST_YEAR


def _in_year(span: Span, year: int | None) -> Span | None:
    if year is None:
        return None
    try:
        start = _day_in(span.start, year) if span.start else None
        end = _day_in(_end_of_february(span.end, year), year) if span.end else None
    except ValueError:  # no 29 February or week 53 in that year, or no such year
        return None
    return replace(span, start=start, end=end)


def _end_of_february(end: date, year: int) -> date:
    """Return the last day of February in a year that has no 29th."""
    if (end.month, end.day) == (2, 29) and not isleap(year + end.year - NO_YEAR):
        return end.replace(day=28)
    return end


def _day_in(day: date, year: int) -> date:
    if _is_of_week(day):
        week = day.isocalendar()
        return date.fromisocalendar(year + week.year - NO_WEEK_YEAR, week.week, week.weekday)
    return day.replace(year=year + day.year - NO_YEAR)
