"""The options under `plugins: - plan:` in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings

from mkdocs_plan_plugin.exporting import EXPORTS
from mkdocs_plan_plugin.hosts.mkdocs import option_types as read
from mkdocs_plan_plugin.hosts.mkdocs.calendar_options import calendar_of
from mkdocs_plan_plugin.hosts.mkdocs.option_types import Option
from mkdocs_plan_plugin.planning import PlanRules
from mkdocs_plan_plugin.planning.health import STALLED_DAYS
from mkdocs_plan_plugin.planning.progress import CountRules, Nesting
from mkdocs_plan_plugin.planning.schedule import Calendar
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules, TaskRules, did_you_mean
from mkdocs_plan_plugin.reading.links import IdRules
from mkdocs_plan_plugin.reading.tasks import CheckRules, StateRules
from mkdocs_plan_plugin.reading.time import DateOrder, SpanRules
from mkdocs_plan_plugin.sources import SourceOptions


class PlanConfig(Config):  # type: ignore[no-untyped-call]
    """The options of a site. All are optional."""

    enabled = c.Type(bool, default=True)
    """Whether the plugin does anything; useful with `!ENV`."""

    include = Option(read.texts, [])
    """Globs: only pages that match one can be part of a plan. Default: all pages."""

    exclude = Option(read.texts, [])
    """Globs: pages that match one are never part of a plan."""

    roles = Option(read.roles, {})
    """Globs by page role, for pages whose name does not show their role."""

    words = Option(read.words, {})
    """Texts of the widgets that differ from the defaults, by their key in the catalogue."""

    states = Option(read.states, {})
    """Task states by checkbox mark, in addition to the defaults."""

    checks = Option(read.checks, [])
    """Further words for checks: tasks under a heading or label with one are checks."""

    count = Option(read.choice(*Nesting), "leaves")
    """Which tasks count where tasks are nested: `leaves`, `all` or `top`."""

    cancelled = Option(read.choice("leave", "count"), "leave")
    """Whether cancelled tasks `leave` the total or still `count`."""

    normalize = Option(read.choice("plans", "all"), "plans")
    """Which pages are rendered as on GitHub: `plans` or `all`."""

    actual = c.Type(bool, default=True)
    """Whether completion dates of tasks are read from Git."""

    stalled = Option(read.days, STALLED_DAYS)
    """Days without a completed task after which a plan in progress is stalled."""

    weekend = Option(read.weekend, ["saturday", "sunday"])
    """Weekdays that are not working days."""

    holidays = Option(read.holidays, [])
    """Dates that are not working days, and countries such as DE or US-CA for their holidays."""

    sprint = Option(read.days, SpanRules().sprint_days)
    """Working days in a sprint."""

    date_order = c.Optional(Option(read.choice(*DateOrder)))
    """How dates such as 03/04/2026 are read: `dmy` or `mdy`. Default: unset, and such ambiguous
    dates are skipped."""

    ids = Option(read.patterns, [])
    """Regular expressions of ids, in addition to the common ones."""

    index = Option(read.index, read.PLANS)
    """Path of the generated overview of all plans, from the docs folder; `false`: none."""

    sources = Option(read.sources, ())
    """Folders and files outside the docs folder to add as pages; `auto`: the well-known ones."""

    mount = Option(read.folder, read.PLANS)
    """Folder of the site for the pages of `sources`."""

    nav = c.Type((bool, str), default=True)
    """Whether the pages of `sources` are in the navigation; a text sets the section's title."""

    exports = Option(read.exports, [*EXPORTS])
    """Formats in which the plans are exported; `false`: none."""

    people = c.Type(bool, default=True)
    """Whether owners named in the text are shown."""

    link_bars = c.Type(bool, default=False)
    """Whether links to plans are followed by a small progress bar."""

    rings = c.Type(bool, default=True)
    """Whether plans have a progress ring in the navigation, in themes that show page status."""

    fold_schedule = c.Type(bool, default=True)
    """Whether the list or table that a chart beside it shows is folded."""

    links = Option(read.levels, {})
    """Log level for ambiguous and broken references: `ignore`, `info` (default) or `warn`."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Validate the options, and suggest names for unknown ones."""
        failed, warnings = super().validate()
        unknown = self.keys() - self._schema_keys
        return failed, [
            (name, f"{text}{did_you_mean(name, self._schema_keys)}." if name in unknown else text)
            for name, text in warnings
        ]

    def source_options(self) -> SourceOptions:
        """Return the options for mounted sources."""
        return SourceOptions(self.sources, self.mount)

    def reading_rules(self) -> ReadingRules:
        """Return the options that control how pages are read."""
        tasks = TaskRules(self.state_rules(), self.check_rules())
        return ReadingRules(tasks, self.span_rules(), self.id_rules())

    def id_rules(self) -> IdRules:
        """Return the options for ids."""
        return IdRules(tuple(self.ids))

    def state_rules(self) -> StateRules:
        """Return the options for checkbox marks."""
        return StateRules(self.states)

    def check_rules(self) -> CheckRules:
        """Return the options for checks."""
        return CheckRules(tuple(self.checks))

    def span_rules(self) -> SpanRules:
        """Return the options for dates and durations."""
        order = DateOrder(self.date_order) if self.date_order else None
        return SpanRules(self.sprint, order, self.calendar().days_a_week)

    def plan_rules(self) -> PlanRules:
        """Return the options that control how plans are computed."""
        return PlanRules(self.count_rules(), self.calendar(), self.stalled, with_people=self.people)

    def calendar(self) -> Calendar:
        """Return the calendar of working days."""
        return calendar_of(self.weekend, self.holidays)

    def count_rules(self) -> CountRules:
        """Return the options for which tasks count."""
        return CountRules(Nesting(self.count), cancelled_counts=self.cancelled == "count")

    def role_rules(self) -> RoleRules:
        """Return the options for page roles."""
        return RoleRules(
            include=tuple(self.include),
            exclude=tuple(self.exclude),
            roles={role: tuple(globs) for role, globs in self.roles.items()},
        )
