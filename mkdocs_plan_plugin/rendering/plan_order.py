"""Order and group plans for display."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Health, Plan, Status
from mkdocs_plan_plugin.planning.schedule import ORDER
from mkdocs_plan_plugin.rendering.localization import Words

_HEALTHS = (Health.LATE, Health.AT_RISK, Health.STALLED, Health.ON_TRACK, None, Health.DONE)
"""In order of urgency."""
_NEEDS_ATTENTION = (Health.LATE, Health.AT_RISK, Health.STALLED)


def known_health(plan: Plan) -> Health | None:
    """Return a plan's health, if it is known."""
    return plan.assessment.health if plan.assessment else None


def needs_attention(plan: Plan) -> bool:
    """Return whether a plan is late, at risk or stalled."""
    return known_health(plan) in _NEEDS_ATTENTION


def by_name(plan: Plan) -> tuple[str, str]:
    """Sort key: by title."""
    return plan.title.casefold(), plan.path


def most_urgent_first(plan: Plan) -> tuple[object, ...]:
    """Sort key: by health, then by title."""
    return (_HEALTHS.index(known_health(plan)), *by_name(plan))


def by_status(plans: Sequence[Plan]) -> list[tuple[Status | None, list[Plan]]]:
    """Group plans by status, those in progress first."""
    groups = ((status, [plan for plan in plans if plan.status is status]) for status in ORDER)
    return [(status, found) for status, found in groups if found]


def by_attention(plans: Sequence[Plan], words: Words) -> list[tuple[str, list[Plan]]]:
    """Group plans by name of their group: those that need attention first, others by status."""
    urgent = [plan for plan in plans if needs_attention(plan)]
    others = by_status([plan for plan in plans if not needs_attention(plan)])
    groups = [(group_name(status, words), found) for status, found in others]
    return [(words("attention"), urgent), *groups] if urgent else groups


def group_name(status: str | None, words: Words) -> str:
    """Return the name of the group of plans with a status."""
    return words(f"status.{status}") if status else words("no-tasks")
