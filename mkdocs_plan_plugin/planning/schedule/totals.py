"""Compare the durations of phases with the total that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry
from mkdocs_plan_plugin.planning.schedule.conflicts import PlacedRows, is_invalid
from mkdocs_plan_plugin.planning.schedule.scheduling import WorkingDays, place_rows
from mkdocs_plan_plugin.reading.time import HOURS_A_DAY, days_a_month

_HOUR = 1 / HOURS_A_DAY
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CLOSE = 1e-6
_IS_ABOUT = re.compile(r"[^\d]*[^\W\d_]|[^\d]*[~～≈±]")
_ABOUT = 0.2
"""How far off an approximate total can be, as a share of it."""


@dataclass(frozen=True, slots=True)
class _Units:
    """The length of each unit in working days."""

    week: float
    month: float

    @property
    def all(self) -> tuple[float, ...]:
        """The lengths, the largest first."""
        return self.month, self.week, 1, _HOUR, _HOUR / 60


@dataclass(frozen=True, slots=True)
class _Amount:
    """A range of time in working days, and the units that it is written in."""

    least: float
    most: float
    units: frozenset[float]


def find_total_conflicts(rows: PlacedRows, total: ScheduleEntry | None) -> Iterator[Diagnostic]:
    """Report a total that is neither the sum of the phases nor the elapsed time.

    Only if every duration has a known unit, and without comparing hours with weeks: twenty
    hours of work can well take two weeks.
    """
    if not total or not _belongs_to(total, rows.entries):
        return
    sizes = _Units(rows.days_a_week, days_a_month(rows.days_a_week))
    stated = _amount(total, sizes)
    parts = [_amount(entry, sizes) for entry in rows.entries if not entry.is_milestone]
    known = [part for part in parts if part]
    if not stated or len(known) < max(2, len(parts)):
        return
    units = frozenset[float]().union(*(part.units for part in known))
    if len({unit < 1 for unit in units | stated.units}) > 1:
        return
    found = _Amount(sum(part.least for part in known), sum(part.most for part in known), units)
    computed = chain((found,), _elapsed(rows, units))
    if any(_agree(each, stated, total.written, sizes) for each in computed):
        return
    yield Diagnostic(
        rows.path,
        total.line,
        f"the phases add up to {_format(found)}, but {total.name!r} says"
        f" {total.written.strip()!r}, which is {_format(stated)}",
        "correct the total or the durations of the phases",
    )


def _belongs_to(total: ScheduleEntry, entries: Sequence[ScheduleEntry]) -> bool:
    """Whether a total is that of these rows: in their list or table, or at the top of the page.

    One between the rows or in another section may be the total of some rows or something else.
    """
    if not entries:
        return False
    lines = [entry.line for entry in entries]
    if {entry.section for entry in entries} == {total.section}:
        return not min(lines) < total.line < max(lines)
    return total.line < min(lines)


def _amount(entry: ScheduleEntry, sizes: _Units) -> _Amount | None:
    """The duration of a row, if its text contains the number that it was read from."""
    span = entry.span
    if is_invalid(span) or span.start or span.end:
        return None
    least, most, written = span.least, span.most, span.most
    if span.first is not None and span.last is not None:
        least = most = span.last - span.first
        written = span.last
    if not least or not most or not written:
        return None
    numbers = _numbers(entry.written)
    unit = next((unit for unit in sizes.all if any(_is(n * unit, written) for n in numbers)), None)
    return _Amount(min(least, most), most, frozenset({unit})) if unit else None


def _numbers(text: str) -> list[float]:
    return [float(number.replace(",", ".")) for number in _NUMBER.findall(text)]


def _is(one: float, other: float) -> bool:
    return abs(one - other) < _CLOSE


def _elapsed(rows: PlacedRows, units: frozenset[float]) -> Iterator[_Amount]:
    """The elapsed time from the start of the first phase to the end of the last."""
    ends = []
    for is_least in (True, False):
        entries = [_at_best(entry) if is_least else entry for entry in rows.entries]
        intervals = place_rows(entries, rows.order.starts, WorkingDays())
        ends.append(max((interval.end for interval in intervals if interval), default=0.0))
    yield _Amount(ends[0], ends[1], units)


def _at_best(entry: ScheduleEntry) -> ScheduleEntry:
    span = entry.span
    return replace(entry, span=replace(span, most=span.least)) if span.least else entry


def _agree(found: _Amount, stated: _Amount, written: str, sizes: _Units) -> bool:
    """Whether a stated total matches an amount, given the precision of both.

    A total can be rounded to its unit, and can repeat the amount in another unit. Two ranges
    must match at both ends; a single amount matches a range that contains it.
    """
    if any(_is(n * unit, found.most) for n in _numbers(written) for unit in sizes.all):
        return True
    slack = _slack(found, stated, written)
    units = found.units | stated.units
    ends = [_bounds(each, found.units, units, sizes) for each in (found.least, found.most)]
    others = [_bounds(each, stated.units, units, sizes) for each in (stated.least, stated.most)]
    if _is(found.least, found.most) or _is(stated.least, stated.most):
        ends, others = [(ends[0][0], ends[1][1])], [(others[0][0], others[1][1])]
    return all(
        one[0] - slack < other[1] and other[0] - slack < one[1]
        for one, other in zip(ends, others, strict=True)
    )


def _slack(found: _Amount, stated: _Amount, written: str) -> float:
    """The tolerance of a total: less than its unit, if it had to be rounded to that.

    Words before its number, in any language, mean "about".
    """
    about = _ABOUT * stated.most if _IS_ABOUT.match(written) else _CLOSE
    unit = max(stated.units)
    parts = (found.least / unit, found.most / unit)
    is_round = found.units == stated.units and all(_is(part, round(part)) for part in parts)
    return about if is_round else max(unit, about)


def _bounds(
    days: float, own: frozenset[float], units: frozenset[float], sizes: _Units
) -> tuple[float, float]:
    """The least and most that an amount can be when compared with amounts in other units.

    Compared with weeks, a day may be one of seven; a month may be four weeks, or a bit more.
    """
    low = high = days
    if 1 in own and max(units) > 1:
        low = days * sizes.week / 7
    if sizes.month in own and min(units) < sizes.month:
        low = min(low, days * 4 * sizes.week / sizes.month)
        high = days * (sizes.month + 1) / sizes.month
    return low, high


def _format(amount: _Amount) -> str:
    """Format an amount: `8–13 working days`, or in hours if it is written in hours."""
    size, name = (_HOUR, "hours") if max(amount.units) < 1 else (1.0, "working days")
    least, most = (f"{round(each / size, 2):g}" for each in (amount.least, amount.most))
    return f"{least} {name}" if least == most else f"{least}–{most} {name}"
