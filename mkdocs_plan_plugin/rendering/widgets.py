"""The widgets: each turns a part of the portfolio into HTML through its template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

from jinja2 import Environment

from mkdocs_plan_plugin.model import (
    Activity,
    Entry,
    Health,
    Member,
    MovedOn,
    OpenTask,
    Phase,
    Place,
    Plan,
    Progress,
    Role,
    Schedule,
    State,
    Status,
    Target,
)
from mkdocs_plan_plugin.planning.phases import same_name
from mkdocs_plan_plugin.planning.roadmap import ORDER, roadmap_of
from mkdocs_plan_plugin.planning.titles import page_title
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.reading.task_ids import task_id
from mkdocs_plan_plugin.rendering.bars import segments_of
from mkdocs_plan_plugin.rendering.burn_up import burn_up_of
from mkdocs_plan_plugin.rendering.definitions import title_of
from mkdocs_plan_plugin.rendering.explain import explain
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.timeline import Chart, Row, chart_of, extent
from mkdocs_plan_plugin.rendering.words import Words, shorten

_TOLD = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED)
"""The states that a number does not tell, in the order in which they are told."""
_LONGEST_QUOTE = 200
_SHORT_NAME = 24
_MOST_IDS = 8
_MOST_TASKS = 20
_BETWEEN = "<!-- -->"
_BUILT_ON = (Role.SPEC, Role.RESEARCH)


@dataclass(frozen=True, slots=True)
class Link:
    """A link's address and text."""

    url: str
    text: str


class Renderer:
    """Renders the widgets of one build.

    Args:
        environment: Holds the templates `plan/*.html`.
        words: The catalogue.
        locator: Tells addresses.
        portfolio: The plans.
        today: The as-of date.
    """

    def __init__(
        self,
        environment: Environment,
        words: Words,
        locator: Locator,
        portfolio: Portfolio,
        today: date,
    ) -> None:
        self._environment = environment
        self._words = words
        self._locator = locator
        self._portfolio = portfolio
        self._today = today

    def directives(self, page: str) -> Mapping[str, Callable[[str], str]]:
        """What comments on a page may ask for, by name; each takes the comment's argument."""
        return {
            "overview": lambda _: self.overview(page),
            "roadmap": lambda key: self.roadmap(page, key),
            "matrix": lambda _: self.matrix(page),
        }

    def summary(self, plan: Plan) -> str:
        """What stands under the title of a plan's page, or nothing when there is none to say."""
        if not (plan.progress or plan.members or plan.left_out or plan.claim):
            return ""
        page = plan.path
        return self._render(
            "summary",
            plan=plan,
            segments=self._segments(plan),
            health=self._health(plan),
            sources=self._sources(plan),
            facts=self._facts(plan),
            ticked=self._ticked(plan),
            contradiction=self._contradiction(plan),
            moved=[self._moved(each, plan) for each in plan.moved],
            has_phases_only=all(phase.heading for phase in plan.phases),
            phases=[(self._phase_link(phase, plan), phase.progress) for phase in plan.phases],
            account=explain(plan, self._words, self._locator),
            upcoming=[self._task_link(task, page) for task in plan.upcoming],
            pages=self._page_links(plan, page),
            mentions=self._mentions(page),
        )

    def member_strip(self, page: str) -> str:
        """What stands under the title of a plan's other pages: the plans they are part of."""
        plans = [plan for plan in self._portfolio.plans_of.get(page, ()) if plan.path != page]
        if not plans:
            return ""
        role = self._portfolio.roles.get(page, Role.NONE)
        return self._render(
            "strip",
            label=self._words("built-on" if role in _BUILT_ON else "part-of"),
            plans=[(plan, self._link(plan, page), self._segments(plan)) for plan in plans],
            pages=self._siblings(plans[0], page) if len(plans) == 1 else [],
            mentions=self._mentions(page),
        )

    def _siblings(self, plan: Plan, page: str) -> list[Link]:
        """A plan's pages; the one that is shown has no address."""
        others = {member.path: self._name(member, plan.members) for member in plan.members}
        return [
            Link("" if path == page else self._locator.url(Place(path), page), name)
            for path, name in {plan.path: self._words("role.plan"), **others}.items()
        ]

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
        """What stands beside headings of phases, by their section; nothing without tasks or gates.

        All in one go, for a template takes longer to begin than to write one of these.
        """
        found = {
            section: each
            for section, title in titles.items()
            if (each := self._phase(Place(page, section), title))
        }
        return self._render_each("phases", found)

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
                (self._entry_link(entry, page), said[entry.is_done])
                for entry in entries[:_MOST_TASKS]
            ]
            title = each[0][1].target.definition.written
            requirements[line] = title, Progress.of(entries), tasks
        return self._render_each("served", requirements)

    def matrix(self, page: str) -> str:
        """The requirements of a page's plans by the tasks that serve them."""
        plans = self._portfolio.plans_of.get(page, ())
        return "\n".join(self._matrix(plan, page) for plan in plans) or self._render(
            "matrix", title="", tasks=[], rows=[]
        )

    def _matrix(self, plan: Plan, page: str) -> str:
        served = plan.coverage.served
        used = {entry for each in served for entry in each.entries}
        tasks = [entry for entry in plan.account if entry in used]
        return self._render(
            "matrix",
            title=plan.title,
            tasks=[self._short_link(entry, page) for entry in tasks],
            rows=[
                (
                    Link(self._target_url(each.target, page), each.target.definition.written),
                    title_of(each.target.definition),
                    each.progress,
                    [("done" if e.is_done else "open") if e in each.entries else "" for e in tasks],
                )
                for each in served
            ],
        )

    def _target_url(self, target: Target, page: str) -> str:
        url = self._locator.url(Place(target.path), page)
        return f"{url}#{quote(target.anchor)}"

    def _short_link(self, entry: Entry, page: str) -> Link:
        """A link to a task, called by its id or else by its first words."""
        link = self._entry_link(entry, page)
        return Link(link.url, task_id(entry.task.text) or shorten(entry.task.text, _SHORT_NAME))

    def _entry_link(self, entry: Entry, page: str) -> Link:
        place = Place(entry.path, entry.task.section)
        return self._task_link(OpenTask(entry.task.text, place, entry.task.line), page)

    def timeline(self, plan: Plan) -> str:
        """The charts of what was planned and what happened, or nothing when neither is known."""
        charts = [
            self._chart(schedule, plan.path)
            for schedule in (plan.schedule, plan.happened)
            if schedule
        ]
        burn_up = burn_up_of(plan.activity, self._today)
        if not charts and not burn_up:
            return ""
        is_planned = any(chart.has_planned for chart, _ in charts)
        return self._render(
            "timeline",
            charts=charts,
            total=plan.schedule.total if plan.schedule else "",
            burn_up=burn_up,
            progress=plan.progress,
            script=self._locator.script_url(plan.path),
            folds_chart=not is_planned and not _has_heading(plan),
            folds_burn_up=not _has_heading(plan),
            today=self._today,
        )

    def roadmap(self, page: str, key: str = "") -> str:
        """All plans on one axis, by status or by a key of their front matter."""
        portfolio = self._portfolio
        found = roadmap_of(portfolio.plans, portfolio.documents, key)
        return self._render(
            "roadmap",
            charts=[self._chart(found.schedule, page)] if found.schedule else [],
            groups=[self._group_name(group, key) for group in found.groups],
            script=self._locator.script_url(page),
            undated=[self._link(plan, page) for plan in found.undated],
            today=self._today,
        )

    def _chart(self, schedule: Schedule, page: str) -> tuple[Chart, list[tuple[Row, str]]]:
        """A chart, and each of its rows with its address."""
        chart = chart_of(schedule, self._today, self._words)
        return chart, [(row, self._row_url(row, page)) for row in chart.rows]

    def _row_url(self, row: Row, page: str) -> str:
        if not row.place:
            return ""
        url = row.task and self._locator.task_url(row.place.path, row.task, page)
        return url or self._locator.url(row.place, page)

    def _group_name(self, group: str, key: str) -> str:
        if key:
            return group or self._words("roadmap.other", key=key)
        return self._words(f"status.{group}") if group else self._words("no-tasks")

    def overview(self, page: str) -> str:
        """The table of all plans, those in progress first."""
        plans = sorted(
            self._portfolio.plans,
            key=lambda plan: (ORDER.index(plan.status), plan.title.casefold(), plan.path),
        )
        rows = [
            (
                plan,
                self._link(plan, page),
                self._segments(plan),
                self._health(plan),
                extent(plan.schedule, self._words) if plan.schedule else "",
                self._page_links(plan, page),
            )
            for plan in plans
        ]
        return self._render("overview", rows=rows, progress=self._portfolio.progress)

    def _render(self, name: str, **values: object) -> str:
        return self._environment.get_template(f"plan/{name}.html").render(values).strip()

    def _render_each(self, name: str, values: Mapping[int, object]) -> dict[int, str]:
        """The widgets of one kind on a page, by the keys of what they show."""
        if not values:
            return {}
        widgets = self._render(name, shown=[*values.values()]).split(_BETWEEN)
        return dict(zip(values, widgets, strict=True))

    def _segments(self, plan: Plan) -> Sequence[object]:
        if not plan.progress:
            return ()
        return segments_of(plan.progress, [phase.progress for phase in plan.phases])

    def _facts(self, plan: Plan) -> list[str]:
        """What stands beside the number: gates, optional tasks, states that it does not tell."""
        facts = [
            self._words(key, found.total, done=found.done, total=found.total)
            for key, found in (("checks", plan.gates), ("optional", plan.optional))
            if found
        ]
        states = Counter(
            entry.task.state
            for phase in plan.phases
            for entry in phase.entries
            if not entry.is_done
        )
        facts += [
            self._words(f"state.{state}", count=states[state]) for state in _TOLD if states[state]
        ]
        return facts

    def _ticked(self, plan: Plan) -> Activity | None:
        """What was ticked lately, of a plan that is not done."""
        activity = plan.activity
        is_told = activity and activity.month and plan.status is not Status.DONE
        return activity if is_told else None

    def _health(self, plan: Plan) -> tuple[str, str, str] | None:
        """How a plan does: in one word for styles, in words, and why."""
        verdict = plan.verdict
        if not verdict or (verdict.health is Health.DONE and not verdict.reason):
            return None  # its status says so already
        days = verdict.values.get("days")
        number = days if isinstance(days, int) else None
        reason = self._words(verdict.reason, number, **verdict.values) if verdict.reason else ""
        return str(verdict.health), self._words(f"health.{verdict.health}"), reason

    def _contradiction(self, plan: Plan) -> str:
        """Where the text calls done what the boxes do not, in one line, or nothing."""
        if not plan.contradictions:
            return ""
        first, *others = sorted(plan.contradictions, key=lambda found: bool(found.title))
        if first.title and others:
            return self._words("contradiction.phases", count=len(plan.contradictions))
        return self._words(
            "contradiction.phase" if first.title else "contradiction",
            phase=first.title,
            written=first.claim.written,
            done=first.progress.done,
            total=first.progress.total,
        )

    def _moved(self, moved: MovedOn, plan: Plan) -> tuple[Link, str]:
        """A page that has changed since its plan, and what to say of it."""
        member = next(each for each in plan.members if each.path == moved.path)
        link = Link(
            self._locator.url(Place(moved.path), plan.path), self._name(member, plan.members)
        )
        key = "moved.ids" if moved.ids else "moved"
        ids = ", ".join(moved.ids[:_MOST_IDS]) + ("…" if len(moved.ids) > _MOST_IDS else "")
        return link, self._words(key, date=moved.day, since=moved.since, ids=ids)

    def _sources(self, plan: Plan) -> str:
        """The files that the tasks come from, when that is not just the page itself."""
        if plan.sources in ((), (plan.path,)):
            return ""
        return self._words("from.and").join(PurePosixPath(path).name for path in plan.sources)

    def _link(self, plan: Plan, page: str) -> Link:
        return Link(self._locator.url(Place(plan.path), page), plan.title)

    def _phase_link(self, phase: Phase, plan: Plan) -> Link:
        text = phase.title or self._words("other-tasks")
        return Link(self._locator.url(phase.place, plan.path), text)

    def _task_link(self, task: OpenTask, page: str) -> Link:
        url = self._locator.task_url(task.place.path, task.line, page)
        return Link(url or self._locator.url(task.place, page), shorten(task.text))

    def _page_links(self, plan: Plan, page: str) -> list[Link]:
        """A plan's pages, called by their role; by their title where several have one role."""
        return [
            Link(self._locator.url(Place(member.path), page), self._name(member, plan.members))
            for member in plan.members
            if member.path != page
        ]

    def _name(self, member: Member, members: Iterable[Member]) -> str:
        alone = sum(other.role is member.role for other in members) == 1
        role = self._words(f"role.{member.role}")
        return role if alone else f"{role}: {shorten(member.title)}"


def _has_heading(plan: Plan) -> bool:
    """Whether the text has a heading that the timeline belongs under."""
    return plan.timeline is not None and plan.timeline.section is not None
