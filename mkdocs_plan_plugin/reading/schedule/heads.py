"""Complete bare numbers in a column by its head: `Duration (weeks)`, `Week`, `Quarter`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.times import (
    ANY_UNIT,
    CALENDAR_WEEK,
    COUNTED_UNIT,
    Unit,
    any_of,
    units,
)

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_BARE = lazy_pattern(rf"[~≈]?\s*(?P<first>{_NUMBER})(?:\s*[-–—]\s*(?P<last>{_NUMBER}))?")
# "Duration (weeks)", "Estimate in days", "Est. weeks", "Effort [h]"
_WITH_UNIT = lazy_pattern(
    rf".*\w.*?(?:[(\[（]\s*(?:in\s+)?|\s(?:in|en|em)\s+|\s|,\s*)(?P<unit>{ANY_UNIT})\s*[)\]）]?\W*",
    re.IGNORECASE,
)
_COUNTED = lazy_pattern(
    rf"\W*(?P<unit>{COUNTED_UNIT}|周|週|月|주)(?:\(s\))?\s*(?:#|no\.?|nr\.?|number)?\W*",
    re.IGNORECASE,
)
_PLURAL = lazy_pattern(r".+s|wochen|tage|monate|недели|дни|месяцы|周|週|주", re.IGNORECASE)
_MONTH = lazy_pattern(rf"\W*(?:{units(Unit.MONTH)}|月份)\W*", re.IGNORECASE)
_QUARTER = lazy_pattern(rf"\W*(?:{units(Unit.QUARTER)}|季度)\W*", re.IGNORECASE)
_WEEK_OF_YEAR = lazy_pattern(rf"\W*(?:{any_of(CALENDAR_WEEK)})\W*", re.IGNORECASE)
_MONTH_NAME = lazy_pattern(
    rf"((?:{MONTH_NAMES})\.?)(?:\s*[-–—/]\s*((?:{MONTH_NAMES})\.?))?", re.IGNORECASE
)
_QUARTER_NAME = lazy_pattern(r"(?:Q\s?)?([1-4])(?:\s*[-–—]\s*(?:Q\s?)?([1-4]))?", re.IGNORECASE)


def completed(head: str, cells: Sequence[str]) -> list[str]:
    """Return the cells of a column, with bare numbers and names of months completed by its head."""
    if _MONTH.fullmatch(head):
        cells = [_in_month(cell) for cell in cells]
    if _QUARTER.fullmatch(head):
        return [_in_quarter(cell) for cell in cells]
    if _WEEK_OF_YEAR.fullmatch(head):
        return [f"KW {cell}" if _BARE.fullmatch(cell) else cell for cell in cells]
    if counted := _COUNTED.fullmatch(head):
        unit = counted["unit"]
        is_length = _PLURAL.fullmatch(unit) is not None and not _go_on(cells)
        form = "{cell} {unit}" if is_length else "{unit} {cell}"
    elif own := _WITH_UNIT.fullmatch(head):
        unit, form = own["unit"], "{cell} {unit}"
    else:
        return list(cells)
    return [form.format(cell=cell, unit=unit) if _BARE.fullmatch(cell) else cell for cell in cells]


def _in_month(cell: str) -> str:
    match = _MONTH_NAME.fullmatch(cell)
    if not match:
        return cell
    return f"in {match[1]} - in {match[2]}" if match[2] else f"in {match[1]}"


def _in_quarter(cell: str) -> str:
    match = _QUARTER_NAME.fullmatch(cell)
    if not match:
        return cell
    return f"in Q{match[1]} - in Q{match[2]}" if match[2] else f"in Q{match[1]}"


def _go_on(cells: Sequence[str]) -> bool:
    """Return whether ranges of numbers begin where those above end: `1-2`, `3-4`."""
    ranges = [match for cell in cells if (match := _BARE.fullmatch(cell))]
    ends = [(float(each["first"]), float(each["last"] or each["first"])) for each in ranges]
    is_in_order = all(0 <= other[0] - one[1] <= 1 for one, other in pairwise(ends))
    return is_in_order and bool(ends) and ends[0][0] <= 1 and any(one < last for one, last in ends)
