"""The year of dates that are written without one: `Jan 15 - Feb 2`.

A date takes its year from the dated entry before it in the same schedule, or else from the
plan's own start, the year in the schedule's heading, the first dated entry after it or the dates
that the page gives of itself (`Date: 2026-01-05`). It lies in the year of that neighbour, or in
the next one where it would be over half a year earlier: across New Year a plan goes forward.
From a quarter to half a year earlier may mean either, and so do dates of a page that disagree:
then there is no year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span
from mkdocs_plan_plugin.reading.time.dates import NO_YEAR

_A_QUARTER, _HALF_A_YEAR = 92, 183


@dataclass(frozen=True, slots=True)
class YearHints:
    """What tells the year of a schedule's first entry: where it begins, or a page's own dates."""

    begins: date | None = None
    page: tuple[date, ...] = ()


def lacks_year(span: Span) -> bool:
    """Whether a span has dates of a year that is not known."""
    return any(day.year <= NO_YEAR + 1 for day in (span.start, span.end) if day)


def with_years(
    path: str, entries: Sequence[ScheduleEntry], hints: YearHints
) -> tuple[list[ScheduleEntry], list[Diagnostic]]:
    """Give a page's entries their years; those whose year nobody can know lose their time."""
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
        f"{entry.written!r} has no year, and nothing near it tells which, so it is not drawn",
        "write the year, or give the plan's start in the front matter: plan: {start: 2026-01-31}",
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
    """The year of a day that follows another one, more or less."""
    back = _ordinal(before) - _ordinal(day)
    if back <= _A_QUARTER:
        return before.year
    return before.year + 1 if back > _HALF_A_YEAR else None


def _year_before(day: date, after: date) -> int | None:
    """The year of a day that comes before another one, more or less."""
    ahead = _ordinal(day) - _ordinal(after)
    if ahead <= _A_QUARTER:
        return after.year
    return after.year - 1 if ahead > _HALF_A_YEAR else None


def _ordinal(day: date) -> int:
    """Which day of its year it is, in one of 366 days."""
    return day.replace(year=NO_YEAR).timetuple().tm_yday


def _in_year(span: Span, year: int | None) -> Span | None:
    if year is None:
        return None
    try:
        start, end = (
            day.replace(year=year + day.year - NO_YEAR) if day else None
            for day in (span.start, span.end)
        )
    except ValueError:  # no 29 February in that year, or no such year
        return None
    return replace(span, start=start, end=end)
