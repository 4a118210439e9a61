"""The widgets of a plan's own pages: each turns a part of it into HTML through its template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkdocs_plan_plugin.model import MovedOn, Place, Plan, Progress, Role
from mkdocs_plan_plugin.planning.phases import same_name
from mkdocs_plan_plugin.planning.titles import page_title
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.rendering import facts
from mkdocs_plan_plugin.rendering.bars import segments_of
from mkdocs_plan_plugin.rendering.burn_up import burn_up_of
from mkdocs_plan_plugin.rendering.chart_maker import ChartMaker
from mkdocs_plan_plugin.rendering.explain import explain
from mkdocs_plan_plugin.rendering.links import Link, Linker
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.templates import Templates
from mkdocs_plan_plugin.rendering.words import Words, shorten

_LONGEST_QUOTE = 200
_MOST_IDS = 8
_MOST_TASKS = 20
_BUILT_ON = (Role.SPEC, Role.RESEARCH)


class Renderer:
    """Renders the widgets of one build.

    Args:
        templates: The templates.
        words: The catalogue.
        locator: Tells addresses.
        portfolio: The plans.
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

    @property
    def settings(self) -> tuple[object, ...]:
        """What all widgets follow from besides plans, to be compared with the last build's."""
        return self._templates.environment, self._today, self._locator.asset_url("today.js")

    def summary(self, plan: Plan) -> str:
        """What stands under the title of a plan's page, or nothing when there is none to say."""
        if not (plan.progress or plan.members or plan.left_out or plan.claim):
            return ""
        page = plan.path
        return self._templates.render(
            "summary",
            plan=plan,
            segments=facts.plan_segments(plan),
            health=facts.health_of(plan, self._words),
            sources=facts.sources_of(plan, self._words),
            facts=facts.facts_of(plan, self._words),
            ticked=facts.ticked_of(plan),
            contradiction=facts.contradiction_of(plan, self._words),
            moved=[self._moved(each, plan) for each in plan.moved],
            has_phases_only=all(phase.heading for phase in plan.phases),
            phases=[(self._links.phase(phase, page), phase.progress) for phase in plan.phases],
            account=explain(plan, self._words, self._locator),
            upcoming=[self._links.task(task, page) for task in plan.upcoming],
            pages=self._links.pages(plan, page),
            mentions=self._mentions(page),
        )

    def member_strip(self, page: str) -> str:
        """What stands under the title of a plan's other pages: the plans they are part of."""
        plans = [plan for plan in self._portfolio.plans_of.get(page, ()) if plan.path != page]
        if not plans:
            return ""
        role = self._portfolio.roles.get(page, Role.NONE)
        return self._templates.render(
            "strip",
            label=self._words("built-on" if role in _BUILT_ON else "part-of"),
            plans=[
                (plan, self._links.plan(plan, page), facts.plan_segments(plan)) for plan in plans
            ],
            pages=self._links.siblings(plans[0], page) if len(plans) == 1 else [],
            mentions=self._mentions(page),
        )

    def _mentions(self, page: str) -> list[tuple[Link, str]]:
        """Where pages of other plans name a page, and what they say."""
        return [
            (
                Link(
                    self._locator.url(found.place, page),
                    page_title(self._portfolio.documents[found.place.path]),
                ),
                shorten(found.text, _LONGEST_QUOTE),
            )
            for found in self._portfolio.backlinks.get(page, ())
        ]

    def phases(self, page: str, titles: Mapping[int, str]) -> dict[int, str]:
        """What stands beside headings of phases, by their section, where there is anything."""
        found = {
            section: each
            for section, title in titles.items()
            if (each := self._phase(Place(page, section), title))
        }
        return self._templates.render_each("phases", found)

    def _phase(self, place: Place, title: str) -> tuple[object, ...] | None:
        """A phase's progress, gates, title, segments, and whether it goes on elsewhere."""
        for plan in self._portfolio.plans_of.get(place.path, ()):
            progress = plan.section_progress.get(place)
            if progress is not None:
                whole = [phase for phase in plan.phases if same_name(phase.title, title)]
                is_part = any(phase.progress != progress for phase in whole)
                segments = segments_of(progress, (progress,)) if progress else ()
                gates = plan.section_gates.get(place, Progress())
                return progress, gates, title, segments, is_part
        return None

    def served(self, page: str) -> dict[int, str]:
        """What stands behind each requirement of a page, by its line: the tasks that serve it."""
        said = {is_done: self._words("box.done" if is_done else "box.open") for is_done in (0, 1)}
        requirements = {}
        for line, each in self._portfolio.served_on(page).items():
            entries = [entry for _, served in each for entry in served.entries]
            tasks = [
                (self._links.entry(entry, page), said[entry.is_done])
                for entry in entries[:_MOST_TASKS]
            ]
            title = each[0][1].target.definition.written
            requirements[line] = title, Progress.of(entries), tasks
        return self._templates.render_each("served", requirements)

    def timeline(self, plan: Plan, page: str = "") -> str:
        """The charts of what was planned and what happened, or nothing when neither is known.

        Args:
            plan: The plan.
            page: The page that they stand on, if it is not the plan's.
        """
        page = page or plan.path
        charts = [
            self._charts.chart(schedule, page)
            for schedule in (plan.schedule, plan.happened)
            if schedule
        ]
        burn_up = burn_up_of(plan.activity, self._today)
        if not charts and not burn_up:
            return ""
        is_planned = any(chart.has_planned for chart, _ in charts)
        return self._templates.render(
            "timeline",
            charts=charts,
            total=plan.schedule.total if plan.schedule else "",
            burn_up=burn_up,
            progress=plan.progress,
            script=self._locator.asset_url("today.js"),
            folds_chart=not is_planned and not _has_heading(plan),
            folds_burn_up=not _has_heading(plan),
            today=self._today,
        )

    def _moved(self, moved: MovedOn, plan: Plan) -> tuple[Link, str]:
        """A page that has changed since its plan, and what to say of it."""
        member = next(each for each in plan.members if each.path == moved.path)
        link = Link(
            self._locator.url(Place(moved.path), plan.path), self._links.name(member, plan.members)
        )
        key = "moved.ids" if moved.ids else "moved"
        ids = ", ".join(moved.ids[:_MOST_IDS]) + ("…" if len(moved.ids) > _MOST_IDS else "")
        return link, self._words(key, date=moved.day, since=moved.since, ids=ids)


def _has_heading(plan: Plan) -> bool:
    """Whether the text has a heading that the timeline belongs under."""
    return plan.timeline is not None and plan.timeline.section is not None
