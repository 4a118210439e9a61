"""What plans are worked out by: the user's options, the as-of date, the history of pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.planning.health import STALLED_DAYS
from mkdocs_plan_plugin.planning.progress import DEFAULT_RULES, CountRules, Past
from mkdocs_plan_plugin.planning.schedule import DEFAULT_CALENDAR, Calendar


@dataclass(frozen=True, slots=True)
class PlanRules:
    """How a site's plans are worked out.

    Attributes:
        counting: What counts.
        calendar: Which days are worked on.
        stalled_days: Days without a tick after which a plan is stalled.
        today: The as-of date; without it nothing is said to be late or on track.
        past: The history of the pages, where it is known.
        with_people: Whether owners are told.
    """

    counting: CountRules = DEFAULT_RULES
    calendar: Calendar = DEFAULT_CALENDAR
    stalled_days: float = STALLED_DAYS
    today: date | None = None
    past: Past | None = None
    with_people: bool = True


DEFAULT = PlanRules()
