"""Every word that a widget shows, in one catalogue, so that they can be translated."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "as-of": "as of {date}",
    "as-table": "Timeline as a table",
    "at-best": "at best until {date}",
    "built-on": "Built on by",
    "column.dates": "Schedule",
    "column.end": "End",
    "column.links": "Pages",
    "column.phase": "Phase",
    "column.plan": "Plan",
    "column.planned": "As written",
    "column.progress": "Progress",
    "column.start": "Start",
    "column.status": "Status",
    "column.weeks": "Weeks",
    "column.days": "Days",
    "count": "{done} of {total} tasks, {percent} %",
    "count.one": "{done} of {total} task, {percent} %",
    "count.here": "{done} of {total} here",
    "count.short": "{done} of {total}",
    "from": "from {pages}",
    "from.and": " and ",
    "legend.done": "done",
    "legend.planned": "planned",
    "legend.range": "at most",
    "months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "next": "Next",
    "no-plans": "No plans found yet.",
    "no-tasks": "no tasks",
    "other-tasks": "Other tasks",
    "overview": "Overview of plans",
    "overview.plans": "{count} plans",
    "overview.plans.one": "{count} plan",
    "pages": "Pages",
    "parts": "{count} parts",
    "part-of": "Part of plan",
    "phases": "{count} phases",
    "phases.one": "{count} phase",
    "progress-of": "Progress of {name}",
    "role.checklist": "Checklist",
    "role.contract": "Contract",
    "role.data-model": "Data model",
    "role.plan": "Plan",
    "role.quickstart": "Quickstart",
    "role.research": "Research",
    "role.spec": "Spec",
    "role.tasks": "Tasks",
    "status.done": "Done",
    "status.in-progress": "In progress",
    "status.not-started": "Not started",
    "summary": "Progress of this plan",
    "timeline": "Timeline",
    "timeline.chart": "Timeline of {count} rows. The table below says the same.",
    "timeline.chart.one": "Timeline of one row. The table below says the same.",
    "total": "Total: {written}",
    "unplaced": "not placed in time",
    "week": "week {first}",
    "weeks": "weeks {first}–{last}",
    "working-day": "day {first}",
    "working-days": "days {first}–{last}",
}


class Words:
    """The catalogue with a site's own words on top.

    Args:
        own: Words to say instead, by their key.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._words = {**WORDS, **(own or {})}

    def __call__(self, key: str, /, number: int | None = None, **values: object) -> str:
        """Return the words for `key`; `number` 1 takes those for one thing, where there are any."""
        one = f"{key}.one"
        template = self._words[one if number == 1 and one in self._words else key]
        return template.format(**values) if values else template
