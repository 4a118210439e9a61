"""What a site may say about how times are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateOrder(StrEnum):
    """Which comes first in a date such as `03/04/2026`."""

    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class SpanRules:
    """How long a sprint is, in working days, and the order of dates; None: nobody knows it."""

    sprint_days: float = 10
    date_order: DateOrder | None = None


DEFAULT_SPAN_RULES = SpanRules()
