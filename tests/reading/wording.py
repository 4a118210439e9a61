"""Times and schedules in words, for golden files that people can check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkdocs_plan_plugin.model import ScheduleEntry, Span, WrittenSchedule
from mkdocs_plan_plugin.reading.time.moments import FIRST_YEAR, NO_WEEK_YEAR, NO_YEAR


def in_words(span: Span | None) -> str:
    """`10 days`, `days 10 to 15 of the plan`, `2026-01-05 to 2026-02-02`, `unknown`, `nothing`."""
    if span is None:
        return "nothing"
    parts = []
    if span.least is not None and span.most is not None:
        ends = f"{span.least:g}" if span.least == span.most else f"{span.least:g} to {span.most:g}"
        parts.append(f"{ends} days")
    if span.first is not None and span.last is not None:
        parts.append(f"days {span.first:g} to {span.last:g} of the plan")
    if span.start and span.end:
        parts.append(f"{_day(span.start)} to {_day(span.end)}")
    elif span.start:
        parts.append(f"from {_day(span.start)}")
    elif span.end:
        parts.append(f"until {_day(span.end)}")
    return ", ".join(parts) or "unknown"


def _day(day: date) -> str:
    if day.year >= FIRST_YEAR:
        return day.isoformat()
    if day.year >= NO_WEEK_YEAR - 1:
        year, week, weekday = day.isocalendar()
        which = "the next" if year > NO_WEEK_YEAR else "some"
        return f"day {weekday} of week {week} of {which} year"
    years_on = day.year - NO_YEAR
    return f"{day:%m-%d} of {'the next' if years_on else 'some'} year"


def schedule_in_words(schedule: WrittenSchedule) -> str:
    """A line for each thing that a schedule says."""
    return "\n".join(_lines(schedule)) or "nothing"


def _lines(schedule: WrittenSchedule) -> Iterator[str]:
    if schedule.start:
        yield f"starts {schedule.start}"
    if schedule.end:
        yield f"ends {schedule.end}"
    if schedule.deadline:
        yield f"due {schedule.deadline}"
    if schedule.total:
        yield f"total {in_words(schedule.total.span)}"
    yield from map(_entry, schedule.entries)


def _entry(entry: ScheduleEntry) -> str:
    after = f", after {' + '.join(entry.after)}" if entry.after else ""
    beside = f", beside {' + '.join(entry.alongside)}" if entry.alongside else ""
    milestone = ", a milestone" if entry.is_milestone else ""
    return f"{entry.line}: {entry.name}: {in_words(entry.span)}{milestone}{after}{beside}"
