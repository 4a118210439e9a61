"""The options of a site for reading times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateOrder(StrEnum):
    """The order of day and month in a date such as `03/04/2026`."""

    DMY = "dmy"
    MDY = "mdy"


DAYS_A_WEEK = 5
_DAYS_A_MONTH = 30
_WEEK = 7


@dataclass(frozen=True, slots=True)
class SpanRules:
    """The length of sprints and weeks in working days, and the order of day and month.

    Without a `date_order`, ambiguous dates are skipped.
    """

    sprint_days: float = 10
    date_order: DateOrder | None = None
    days_a_week: int = DAYS_A_WEEK


def working_share(days_a_week: int) -> float:
    """Return the share of days that are working days."""
    return days_a_week / _WEEK


def days_a_month(days_a_week: int) -> int:
    """Return the working days of a month, which is a bit more than four weeks."""
    return _DAYS_A_MONTH * days_a_week // _WEEK


DEFAULT_SPAN_RULES = SpanRules()
