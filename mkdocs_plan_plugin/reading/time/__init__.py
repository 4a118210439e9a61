"""Read spans of time: dates, durations, offsets."""

from mkdocs_plan_plugin.reading.time.dates import (
    ambiguous_date,
    is_impossible_date,
    read_date,
    read_dates,
)
from mkdocs_plan_plugin.reading.time.durations import HOURS_A_DAY, is_nothing, read_duration
from mkdocs_plan_plugin.reading.time.moments import NO_YEAR, is_ambiguous_date
from mkdocs_plan_plugin.reading.time.rules import (
    DEFAULT_SPAN_RULES,
    DateOrder,
    SpanRules,
    days_a_month,
)
from mkdocs_plan_plugin.reading.time.spans import UNKNOWN, is_dated, is_to_come, read_span
from mkdocs_plan_plugin.reading.time.years import YearHints, lacks_year, with_years

__all__ = [
    "DEFAULT_SPAN_RULES",
    "HOURS_A_DAY",
    "NO_YEAR",
    "UNKNOWN",
    "DateOrder",
    "SpanRules",
    "YearHints",
    "ambiguous_date",
    "days_a_month",
    "is_ambiguous_date",
    "is_dated",
    "is_impossible_date",
    "is_nothing",
    "is_to_come",
    "lacks_year",
    "read_date",
    "read_dates",
    "read_duration",
    "read_span",
    "with_years",
]
