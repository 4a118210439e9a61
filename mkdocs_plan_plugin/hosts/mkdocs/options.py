"""The options under `plugins: - plan:` in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from mkdocs_plan_plugin.exporting import EXPORTS
from mkdocs_plan_plugin.hosts.mkdocs import option_types as read
from mkdocs_plan_plugin.hosts.mkdocs.calendar_options import calendar_of
from mkdocs_plan_plugin.hosts.mkdocs.option_types import Option
from mkdocs_plan_plugin.planning import PlanRules
from mkdocs_plan_plugin.planning.health import STALLED_DAYS
from mkdocs_plan_plugin.planning.progress import CountRules, Nesting
from mkdocs_plan_plugin.planning.schedule import Calendar
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules, TaskRules
from mkdocs_plan_plugin.reading.links import IdRules
from mkdocs_plan_plugin.reading.tasks import CheckRules, StateRules
from mkdocs_plan_plugin.reading.time import DateOrder, SpanRules
from mkdocs_plan_plugin.sources import SourceOptions


class PlanConfig(Config):  # type: ignore[no-untyped-call]
    """What a site's author may set. Nothing needs to be."""

    enabled = c.Type(bool, default=True)
    """Whether the plugin does anything, for `!ENV` switches."""

    include = Option(read.texts, [])
    """Only pages that match one of these globs can be part of a plan. Default: all."""

    exclude = Option(read.texts, [])
    """Pages that match one of these globs are part of no plan."""

    roles = Option(read.roles, {})
    """Globs of pages by the role they have, for pages whose name does not tell."""

    words = Option(read.words, {})
    """Other words for the widgets, by their key in the catalogue."""

    states = Option(read.states, {})
    """What the marks in boxes mean, where it is not the usual."""

    checks = Option(read.checks, [])
    """More words for checks: a list under a heading or label with one holds checks, not work."""

    count = c.Choice([nesting.value for nesting in Nesting], default="leaves")
    """Which of the tasks that are nested in one another count."""

    cancelled = c.Choice(("leave", "count"), default="leave")
    """Whether cancelled tasks leave the total or stay in it."""

    normalize = c.Choice(("plans", "all"), default="plans")
    """Which pages are shown as GitHub shows them: those of plans, or all."""

    actual = c.Type(bool, default=True)
    """Whether Git is asked when tasks were ticked."""

    stalled = Option(read.days, STALLED_DAYS)
    """Days without a tick after which a plan in progress is called stalled."""

    weekend = Option(read.weekend, ["saturday", "sunday"])
    """The weekdays on which nobody works."""

    holidays = Option(read.holidays, [])
    """Dates on which nobody works, or countries such as DE or US-CA, whose holidays are meant."""

    sprint = Option(read.days, SpanRules().sprint_days)
    """How many working days a sprint has."""

    date_order = c.Optional(c.Choice([order.value for order in DateOrder]))
    """What comes first in dates such as 03/04/2026: `dmy` or `mdy`. Default: nobody knows."""

    ids = Option(read.patterns, [])
    """Regular expressions of ids that a site has besides the usual ones."""

    index = Option(read.index, read.PLANS)
    """Where the page of all plans is, from the docs folder; `false`: nowhere."""

    sources = Option(read.sources, ())
    """Folders and files outside the docs folder that become pages; `auto`: the known ones."""

    mount = Option(read.folder, read.PLANS)
    """The folder of the site that they get."""

    nav = c.Type((bool, str), default=True)
    """Whether their pages are in the navigation; a text: under which title."""

    exports = Option(read.exports, [*EXPORTS])
    """Which files the site gets for others to read; `false`: none."""

    people = c.Type(bool, default=True)
    """Whether owners are shown, where the text names any."""

    link_bars = c.Type(bool, default=False)
    """Whether links to plans have a small bar behind them."""

    rings = c.Type(bool, default=True)
    """Whether plans have a ring in the navigation, in themes that show a page's status."""

    links = Option(read.levels, {})
    """How loud the build tells of links that are not sure: `ignore`, `info` (default), `warn`."""

    def source_options(self) -> SourceOptions:
        """The options on pages from elsewhere."""
        return SourceOptions(self.sources, self.mount)

    def reading_rules(self) -> ReadingRules:
        """The options on how pages are read."""
        tasks = TaskRules(self.state_rules(), self.check_rules())
        return ReadingRules(tasks, self.span_rules(), self.id_rules())

    def id_rules(self) -> IdRules:
        """The option on ids, for the reader."""
        return IdRules(tuple(self.ids))

    def state_rules(self) -> StateRules:
        """The option on marks, for the reader."""
        return StateRules(self.states)

    def check_rules(self) -> CheckRules:
        """The option on checks, for the reader."""
        return CheckRules(tuple(self.checks))

    def span_rules(self) -> SpanRules:
        """The options on times, for the reader."""
        order = DateOrder(self.date_order) if self.date_order else None
        return SpanRules(self.sprint, order, self.calendar().days_a_week)

    def plan_rules(self) -> PlanRules:
        """The options on what plans are worked out by."""
        return PlanRules(self.count_rules(), self.calendar(), self.stalled, with_people=self.people)

    def calendar(self) -> Calendar:
        """The options on days off."""
        return calendar_of(self.weekend, self.holidays)

    def count_rules(self) -> CountRules:
        """The options on what counts."""
        return CountRules(Nesting(self.count), cancelled_counts=self.cancelled == "count")

    def role_rules(self) -> RoleRules:
        """The options on roles, for the reader."""
        return RoleRules(
            include=tuple(self.include),
            exclude=tuple(self.exclude),
            roles={role: tuple(globs) for role, globs in self.roles.items()},
        )
