"""What a site may say about how times are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateOrder(StrEnum):
    """Which comes first in a date such as `03/04/2026`."""

    DMY = "dmy"
    MDY = "mdy"


DAYS_A_WEEK = 5
_DAYS_A_MONTH = 30
_WEEK = 7


@dataclass(frozen=True, slots=True)
class SpanRules:
    """How long sprints and weeks are, in working days, and in which order dates are written.

    A `date_order` of None: nobody knows it.
    """

    sprint_days: float = 10
    date_order: DateOrder | None = None
    days_a_week: int = DAYS_A_WEEK


def days_a_month(days_a_week: int) -> int:
    """The working days of a month, which is a bit more than four weeks."""
    return _DAYS_A_MONTH * days_a_week // _WEEK


DEFAULT_SPAN_RULES = SpanRules()
