"""The rules for building plans: the user's options, the as-of date, and the history of pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.planning.health import STALLED_DAYS
from mkdocs_plan_plugin.planning.progress import DEFAULT_RULES, CountRules, Past
from mkdocs_plan_plugin.planning.schedule import DEFAULT_CALENDAR, Calendar


@dataclass(frozen=True, slots=True)
class PlanRules:
    """How a site's plans are built.

    Attributes:
        counting: Which tasks count.
        calendar: Which days are working days.
        stalled_days: Days without a completed task after which a plan is stalled.
        today: The as-of date; without it, health is not assessed.
        past: The history of the pages, if available.
        with_people: Whether plans have owners.
    """

    counting: CountRules = DEFAULT_RULES
    calendar: Calendar = DEFAULT_CALENDAR
    stalled_days: float = STALLED_DAYS
    today: date | None = None
    past: Past | None = None
    with_people: bool = True


DEFAULT = PlanRules()
