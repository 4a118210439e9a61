"""Every word that a widget shows, in one catalogue, so that they can be translated."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "as-of": "as of {date}",
    "as-table": "Timeline as a table",
    "at-best": "at best until {date}",
    "box.blocked": "blocked",
    "box.cancelled": "cancelled",
    "box.deferred": "deferred",
    "box.done": "done",
    "box.in-progress": "in progress",
    "box.open": "open",
    "built-on": "Built on by",
    "checks": "{done} of {total} checks passed",
    "checks.one": "{done} of {total} check passed",
    "checks.short": "{done} of {total} checks",
    "checks.short.one": "{done} of {total} check",
    "claimed": "the page says “{written}”",
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
    "contradiction": "The page says “{written}”; its boxes say {done} of {total}.",
    "contradiction.phase": "{phase} says “{written}”; its boxes say {done} of {total}.",
    "contradiction.phases": "{count} phases say that they are done, and their boxes do not.",
    "count": "{done} of {total} tasks, {percent} %",
    "count.one": "{done} of {total} task, {percent} %",
    "count.here": "{done} of {total} here",
    "count.phases": "{done} of {total} phases, {percent} %",
    "count.phases.one": "{done} of {total} phase, {percent} %",
    "count.short": "{done} of {total}",
    "explain": "How this is counted",
    "explain.all": "Every task counts for one, also those within other tasks.",
    "explain.leaves": "Every task counts for one; of tasks within tasks, only the innermost.",
    "explain.lines": "The numbers are lines of the source.",
    "explain.phases": "There are no tasks, so this counts the phases that the text calls done.",
    "explain.top": "Every task counts for one; of tasks within tasks, only the outermost.",
    "from": "from {pages}",
    "from.and": " and ",
    "left-out": "Left out",
    "left-out.cancelled": "{count} cancelled",
    "left-out.child": "{count} held by other tasks",
    "left-out.gate.done": "{count} checks passed",
    "left-out.gate.done.one": "{count} check passed",
    "left-out.gate.open": "{count} checks open",
    "left-out.gate.open.one": "{count} check open",
    "left-out.optional.done": "{count} optional, done",
    "left-out.optional.open": "{count} optional, open",
    "left-out.parent": "{count} that hold other tasks",
    "left-out.parent.one": "{count} that holds other tasks",
    "legend.done": "done",
    "legend.planned": "planned",
    "legend.range": "at most",
    "months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "next": "Next",
    "no-plans": "No plans found yet.",
    "no-tasks": "no tasks",
    "optional": "{done} of {total} optional",
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
    "state.blocked": "{count} blocked",
    "state.cancelled": "{count} cancelled",
    "state.deferred": "{count} deferred",
    "state.done": "{count} done",
    "state.in-progress": "{count} in progress",
    "state.open": "{count} open",
    "status.awaiting-checks": "Awaiting checks",
    "status.done": "Done",
    "status.in-progress": "In progress",
    "status.not-started": "Not started",
    "summary": "Progress of this plan",
    "task-link": "Link to this task",
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

_LONGEST = 90


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


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Cut a long text at a word's end."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
