"""In which order and in which groups plans are shown."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Health, Plan, Status
from mkdocs_plan_plugin.planning.schedule import ORDER
from mkdocs_plan_plugin.rendering.catalogue import Words

_HEALTHS = (Health.LATE, Health.AT_RISK, Health.STALLED, Health.ON_TRACK, None, Health.DONE)
"""Those first that somebody should look at."""


def known_health(plan: Plan) -> Health | None:
    """How a plan does, if that is known."""
    return plan.assessment.health if plan.assessment else None


def by_name(plan: Plan) -> tuple[str, str]:
    """A key to sort plans by their names."""
    return plan.title.casefold(), plan.path


def most_urgent_first(plan: Plan) -> tuple[object, ...]:
    """A key to sort plans by how they do, then by their names."""
    return (_HEALTHS.index(known_health(plan)), *by_name(plan))


def by_status(plans: Sequence[Plan]) -> list[tuple[Status | None, list[Plan]]]:
    """Plans by their status, those that move first."""
    groups = ((status, [plan for plan in plans if plan.status is status]) for status in ORDER)
    return [(status, found) for status, found in groups if found]


def group_name(status: str | None, words: Words) -> str:
    """What plans of a status are called together."""
    return words(f"status.{status}") if status else words("no-tasks")
