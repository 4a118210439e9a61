"""The widgets about many plans, which any page may ask for: table, board, roadmap and lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from mkdocs_plan_plugin.model import Diagnostic, Health, Plan, Status, Ticked
from mkdocs_plan_plugin.planning.roadmap import ORDER, roadmap_of
from mkdocs_plan_plugin.portfolio import Portfolio, progress_of
from mkdocs_plan_plugin.rendering.bars import segments_of
from mkdocs_plan_plugin.rendering.chart_maker import ChartMaker
from mkdocs_plan_plugin.rendering.definitions import title_of
from mkdocs_plan_plugin.rendering.facts import plan_segments
from mkdocs_plan_plugin.rendering.links import Link, Linker
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.overview import Row, filters_of, row_of, sort_keys
from mkdocs_plan_plugin.rendering.templates import Templates
from mkdocs_plan_plugin.rendering.words import Words

Plans = Sequence[Plan]

_HEALTHS = (Health.LATE, Health.AT_RISK, Health.STALLED, Health.ON_TRACK, None, Health.DONE)
"""Those first that somebody should look at."""
_WORRYING = (Health.LATE, Health.AT_RISK, Health.STALLED)
_MOST_TICKED = 50
_MOST_PLANS = 25
"""As many have their tasks listed, if not all open ones are asked for."""


class SiteRenderer:
    """Renders widgets about some plans. `page` is the path of the page that they stand on.

    Args:
        templates: The templates.
        words: The catalogue.
        locator: Tells addresses.
        portfolio: All plans, and the pages.
        today: The as-of date.
    """

    def __init__(
        self,
        templates: Templates,
        words: Words,
        locator: Locator,
        portfolio: Portfolio,
        today: date,
    ) -> None:
        self._templates = templates
        self._words = words
        self._locator = locator
        self._portfolio = portfolio
        self._today = today
        self._links = Linker(words, locator)
        self._charts = ChartMaker(words, locator, today)

    def totals(self, plans: Plans) -> str:
        """What the plans come to, in a line of tiles."""
        activity = [plan.activity for plan in plans if plan.activity]
        progress = progress_of(plans)
        under_way = sum(plan.status is Status.IN_PROGRESS for plan in plans)
        worrying = sum(_health(plan) in _WORRYING for plan in plans)
        ready = sum(plan.ready for plan in plans)
        week = sum(each.week for each in activity)
        tiles = [
            (len(plans), self._words("tile.plans", len(plans))),
            (under_way, self._words("tile.in-progress", under_way)),
        ]
        if any(plan.verdict for plan in plans):
            tiles.append((worrying, self._words("tile.worrying", worrying)))
        tiles.append((ready, self._words("tile.ready", ready)))
        if activity:
            tiles.append((week, self._words("tile.week", week)))
        segments = segments_of(progress, (progress,)) if progress else ()
        return self._templates.render(
            "totals", tiles=tiles, progress=progress, segments=segments, today=self._today
        )

    def overview(self, plans: Plans, page: str) -> str:
        """The table of plans by their status, those that move first; what is archived apart."""
        active = [plan for plan in plans if not plan.is_archived]
        return self._templates.render(
            "overview",
            groups=[
                (self._group_name(status), self._rows(found, page))
                for status, found in _by_status(active)
            ],
            archived=self._rows([plan for plan in plans if plan.is_archived], page),
            progress=progress_of(active),
            count=len(active),
            has_owners=any(plan.owners for plan in plans),
            has_activity=any(plan.activity for plan in plans),
            filters=filters_of(active, self._words),
            sorts=sort_keys(active, self._words),
            script=self._locator.asset_url("plans.js"),
        )

    def _rows(self, plans: Plans, page: str) -> list[Row]:
        ordered = sorted(plans, key=_worrying_first)
        return [row_of(plan, self._links, self._words, page) for plan in ordered]

    def board(self, plans: Plans, page: str) -> str:
        """The plans in columns by status."""
        return self._templates.render(
            "board",
            columns=[
                (self._group_name(status), self._rows(found, page))
                for status, found in _by_status(plans)
            ],
        )

    def _group_name(self, status: str | None) -> str:
        return self._words(f"status.{status}") if status else self._words("no-tasks")

    def roadmap(self, plans: Plans, page: str, key: str = "") -> str:
        """Plans on one axis, by status or by a key of their front matter."""
        found = roadmap_of(plans, self._portfolio.documents, key)
        return self._templates.render(
            "roadmap",
            charts=[self._charts.chart(found.schedule, page)] if found.schedule else [],
            groups=[self._key_name(group, key) for group in found.groups],
            script=self._locator.asset_url("today.js"),
            undated=[self._links.plan(plan, page) for plan in found.undated],
            today=self._today,
        )

    def _key_name(self, group: str, key: str) -> str:
        if key:
            return group or self._words("roadmap.other", key=key)
        return self._group_name(group)

    def progress(self, plans: Plans, page: str) -> str:
        """A line for each plan: its name, bar and number."""
        rows = [row_of(plan, self._links, self._words, page) for plan in plans]
        return self._templates.render("progress", rows=rows)

    def inline(self, plan: Plan) -> str:
        """A small bar, to stand behind a link."""
        return self._templates.render("inline", plan=plan, segments=plan_segments(plan))

    def pages(self, plans: Plans, page: str) -> str:
        """The pages of each plan."""
        found = [
            (self._links.plan(plan, page), self._links.pages(plan, page))
            for plan in sorted(plans, key=_by_name)
        ]
        return self._templates.render("pages", plans=found)

    def ready(self, plans: Plans, page: str) -> str:
        """The tasks that somebody can work on, by plan."""
        found = [
            (
                self._links.plan(plan, page),
                [self._links.task(task, page) for task in plan.upcoming],
                plan.ready - len(plan.upcoming),
            )
            for plan in sorted(plans, key=_worrying_first)
            if plan.upcoming
        ]
        shown = found[:_MOST_PLANS]
        return self._templates.render("ready", plans=shown, more_plans=len(found) - len(shown))

    def open_tasks(self, plans: Plans, page: str) -> str:
        """Every task that is still to do, by plan."""
        found = [
            (self._links.plan(plan, page), [self._links.entry(each, page) for each in entries], 0)
            for plan in sorted(plans, key=_by_name)
            if (entries := [one for ph in plan.phases for one in ph.entries if not one.is_done])
        ]
        return self._templates.render("ready", plans=found, more_plans=0)

    def ticked(self, plans: Plans, page: str, *, week: bool = False) -> str:
        """What was ticked lately, by day, the last day first."""
        found = [
            (task, plan)
            for plan in plans
            for task in (plan.activity.recent if plan.activity else ())
            if not week or (self._today - task.day).days < 7
        ]
        found.sort(key=lambda each: (-each[0].day.toordinal(), _by_name(each[1])))
        shown = found[:_MOST_TICKED]
        days = [
            (day, self._ticked_on([*tasks], page))
            for day, tasks in groupby(shown, key=lambda each: each[0].day)
        ]
        return self._templates.render("ticked", days=days, more=len(found) - len(shown))

    def _ticked_on(
        self, tasks: Sequence[tuple[Ticked, Plan]], page: str
    ) -> list[tuple[Link, list[Link]]]:
        """The tasks of a day by their plan."""
        return [
            (self._links.plan(plan, page), [self._links.task(task, page) for task, _ in found])
            for plan, found in groupby(tasks, key=lambda each: each[1])
        ]

    def to_mend(self, diagnostics: Sequence[Diagnostic]) -> str:
        """What authors should know, by page, behind a click."""
        pages = [
            (
                path,
                [
                    (each, Link(self._locator.source_url(path, each.line) or "", str(each.line)))
                    for each in found
                ],
            )
            for path, found in groupby(diagnostics, key=lambda each: each.path)
        ]
        return self._templates.render("mend", pages=pages, count=len(diagnostics))

    def matrix(self, plans: Plans, page: str) -> str:
        """The requirements of plans by the tasks that serve them."""
        return "\n".join(self._matrix(plan, page) for plan in plans) or self._templates.render(
            "matrix", title="", tasks=[], rows=[]
        )

    def _matrix(self, plan: Plan, page: str) -> str:
        served = plan.coverage.served
        used = {entry for each in served for entry in each.entries}
        tasks = [entry for entry in plan.account if entry in used]
        return self._templates.render(
            "matrix",
            title=plan.title,
            tasks=[self._links.short_entry(entry, page) for entry in tasks],
            rows=[
                (
                    Link(self._links.target(each.target, page), each.target.definition.written),
                    title_of(each.target.definition),
                    each.progress,
                    [("done" if e.is_done else "open") if e in each.entries else "" for e in tasks],
                )
                for each in served
            ],
        )


def _health(plan: Plan) -> Health | None:
    return plan.verdict.health if plan.verdict else None


def _by_name(plan: Plan) -> tuple[str, str]:
    return plan.title.casefold(), plan.path


def _worrying_first(plan: Plan) -> tuple[object, ...]:
    return (_HEALTHS.index(_health(plan)), *_by_name(plan))


def _by_status(plans: Plans) -> list[tuple[Status | None, list[Plan]]]:
    groups = ((status, [plan for plan in plans if plan.status is status]) for status in ORDER)
    return [(status, found) for status, found in groups if found]
