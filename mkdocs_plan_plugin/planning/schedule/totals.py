"""Whether the times of phases add up to the total that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry
from mkdocs_plan_plugin.planning.schedule.conflicts import PlacedRows, is_invalid
from mkdocs_plan_plugin.planning.schedule.scheduling import WorkingDays, place
from mkdocs_plan_plugin.reading.time import HOURS_A_DAY, days_a_month

_HOUR = 1 / HOURS_A_DAY
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CLOSE = 1e-6
_IS_ABOUT = re.compile(r"[^\d]*[^\W\d_]|[^\d]*[~～≈±]")
_ABOUT = 0.2
"""How far off what is "about" so much may be."""


@dataclass(frozen=True, slots=True)
class _Units:
    """How many working days each unit is."""

    week: float
    month: float

    @property
    def all(self) -> tuple[float, ...]:
        """The sizes, the largest first."""
        return self.month, self.week, 1, _HOUR, _HOUR / 60


@dataclass(frozen=True, slots=True)
class _Amount:
    """So much time, in working days, and the units that it is told in."""

    least: float
    most: float
    units: frozenset[float]


def find_total_conflicts(rows: PlacedRows, total: ScheduleEntry | None) -> Iterator[Diagnostic]:
    """Tell a total that is neither the sum of the phases nor the time from first to last.

    Only where each of them is told in units that are known, and hours are not set against weeks:
    twenty hours of work may well take two of them.
    """
    if not total or not _speaks_of(total, rows.entries):
        return
    sizes = _Units(rows.days_a_week, days_a_month(rows.days_a_week))
    whole = _amount(total, sizes)
    parts = [_amount(entry, sizes) for entry in rows.entries if not entry.is_milestone]
    known = [part for part in parts if part]
    if not whole or len(known) < max(2, len(parts)):
        return
    units = frozenset[float]().union(*(part.units for part in known))
    if len({unit < 1 for unit in units | whole.units}) > 1:
        return
    found = _Amount(sum(part.least for part in known), sum(part.most for part in known), units)
    told = chain((found,), _elapsed(rows, units))
    if any(_agree(each, whole, total.written, sizes) for each in told):
        return
    yield Diagnostic(
        rows.path,
        total.line,
        f"the phases add up to {_told(found)}, but {total.name!r} says"
        f" {total.written.strip()!r}, which is {_told(whole)}",
        "correct the total, or the phase that is wrong",
    )


def _speaks_of(total: ScheduleEntry, entries: Sequence[ScheduleEntry]) -> bool:
    """Whether a total is that of these rows: in their list or table, or at the top of the page.

    One that stands between them, or in another place, may be that of some, or of something else.
    """
    if not entries:
        return False
    lines = [entry.line for entry in entries]
    if {entry.section for entry in entries} == {total.section}:
        return not min(lines) < total.line < max(lines)
    return total.line < min(lines)


def _amount(entry: ScheduleEntry, sizes: _Units) -> _Amount | None:
    """How long something takes, if it is told in numbers that we find in its words."""
    span = entry.span
    if is_invalid(span) or span.start or span.end:
        return None
    least, most, told = span.least, span.most, span.most
    if span.first is not None and span.last is not None:
        least = most = span.last - span.first
        told = span.last
    if not least or not most or not told:
        return None
    numbers = _numbers(entry.written)
    unit = next((unit for unit in sizes.all if any(_is(n * unit, told) for n in numbers)), None)
    return _Amount(min(least, most), most, frozenset({unit})) if unit else None


def _numbers(text: str) -> list[float]:
    return [float(number.replace(",", ".")) for number in _NUMBER.findall(text)]


def _is(one: float, other: float) -> bool:
    return abs(one - other) < _CLOSE


def _elapsed(rows: PlacedRows, units: frozenset[float]) -> Iterator[_Amount]:
    """The time from the start of the first phase to the end of the last."""
    ends = []
    for is_least in (True, False):
        entries = [_at_best(entry) if is_least else entry for entry in rows.entries]
        intervals = place(entries, rows.order.starts, WorkingDays())
        ends.append(max((interval.end for interval in intervals if interval), default=0.0))
    yield _Amount(ends[0], ends[1], units)


def _at_best(entry: ScheduleEntry) -> ScheduleEntry:
    span = entry.span
    return replace(entry, span=replace(span, most=span.least)) if span.least else entry


def _agree(found: _Amount, whole: _Amount, written: str, sizes: _Units) -> bool:
    """Whether a total may be this amount, as roughly as both are told.

    It may be rounded to its unit, and it may say the same once more in another unit. Ranges
    agree at both ends; anything else agrees with a range when it lies in it.
    """
    if any(_is(n * unit, found.most) for n in _numbers(written) for unit in sizes.all):
        return True
    slack = _slack(found, whole, written)
    units = found.units | whole.units
    ends = [_rough(each, found.units, units, sizes) for each in (found.least, found.most)]
    told = [_rough(each, whole.units, units, sizes) for each in (whole.least, whole.most)]
    if _is(found.least, found.most) or _is(whole.least, whole.most):
        ends, told = [(ends[0][0], ends[1][1])], [(told[0][0], told[1][1])]
    return all(
        one[0] - slack < other[1] and other[0] - slack < one[1]
        for one, other in zip(ends, told, strict=True)
    )


def _slack(found: _Amount, whole: _Amount, written: str) -> float:
    """How much a total may differ: less than its unit, if it had to be rounded to that.

    Words before its number, in whatever language, mean "about".
    """
    about = _ABOUT * whole.most if _IS_ABOUT.match(written) else _CLOSE
    unit = max(whole.units)
    parts = (found.least / unit, found.most / unit)
    is_round = found.units == whole.units and all(_is(part, round(part)) for part in parts)
    return about if is_round else max(unit, about)


def _rough(
    days: float, own: frozenset[float], units: frozenset[float], sizes: _Units
) -> tuple[float, float]:
    """The least and most that an amount in one unit may be, when it is set against others.

    A day among weeks may be one of seven; a month may be four weeks, or a bit more.
    """
    low = high = days
    if 1 in own and max(units) > 1:
        low = days * sizes.week / 7
    if sizes.month in own and min(units) < sizes.month:
        low = min(low, days * 4 * sizes.week / sizes.month)
        high = days * (sizes.month + 1) / sizes.month
    return low, high


def _told(amount: _Amount) -> str:
    """`8–13 working days`, or hours where it is told in them."""
    size, name = (_HOUR, "hours") if max(amount.units) < 1 else (1.0, "working days")
    least, most = (f"{round(each / size, 2):g}" for each in (amount.least, amount.most))
    return f"{least} {name}" if least == most else f"{least}–{most} {name}"
