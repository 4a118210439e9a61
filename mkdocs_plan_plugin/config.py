"""The options under `plugins: - plan:` in mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from mkdocs_plan_plugin.calendar_options import CalendarOptionError, calendar_of
from mkdocs_plan_plugin.exporting import EXPORTS
from mkdocs_plan_plugin.model import Role, State, Topic
from mkdocs_plan_plugin.mounting import Wanted
from mkdocs_plan_plugin.planning.calendar import Calendar
from mkdocs_plan_plugin.planning.counting import CountRules, Nesting
from mkdocs_plan_plugin.planning.health import STALLED_DAYS
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules, TaskRules
from mkdocs_plan_plugin.reading.gates import GateRules
from mkdocs_plan_plugin.reading.ids import IdRules
from mkdocs_plan_plugin.reading.span_rules import DateOrder, SpanRules
from mkdocs_plan_plugin.reading.states import StateRules, plain_mark
from mkdocs_plan_plugin.rendering import WORDS

LEVELS = ("ignore", "info", "warn")


class _Strings(c.ListOfItems[str]):
    """A list of texts, such as globs; a single one may stand alone."""

    def __init__(self) -> None:
        super().__init__(c.Type(str), default=[])

    def run_validation(self, value: object) -> list[str]:
        if value is None:  # the option's name with nothing behind it
            return []
        return super().run_validation([value] if isinstance(value, str) else value)


class _Roles(c.OptionallyRequired[dict[str, list[str]]]):
    """A mapping of role to globs."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, list[str]]:
        if not isinstance(value, dict):
            raise ValidationError(
                "Expected a mapping of role to globs, such as 'spec: [rfcs/*.md]'."
            )
        roles = {}
        for role, globs in value.items():
            if role not in list(Role):
                known = ", ".join(Role)
                raise ValidationError(f"There is no role {role!r}. The roles are {known}.")
            roles[str(role)] = _Strings().run_validation(globs)
        return roles


class _States(c.OptionallyRequired[dict[str, State]]):
    """A mapping of the mark in a box to the state that it means."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, State]:
        if not isinstance(value, dict):
            raise ValidationError(
                "Expected a mapping of marks to states, such as '\"?\": blocked'."
            )
        return {_mark(mark): _state(mark, state) for mark, state in value.items()}


def _mark(mark: object) -> str:
    """A mark as the reader knows it. YAML makes `~` without quotes no text at all."""
    if not isinstance(mark, str):
        raise ValidationError(f"The mark {mark!r} must be text, in quotes: '\"~\": blocked'.")
    if not mark or "]" in mark or "[" in mark or "\n" in mark:
        raise ValidationError(f"The mark {mark!r} must be what stands between the brackets.")
    return plain_mark(mark)


def _state(mark: object, state: object) -> State:
    if state not in list(State):
        known = ", ".join(State)
        raise ValidationError(f"The mark {mark!r} has no state {state!r}. The states are {known}.")
    return State(str(state))


class _Gates(_Strings):
    """A list of words that name gates."""

    def run_validation(self, value: object) -> list[str]:
        words = super().run_validation(value)
        if not all(word.strip() for word in words):
            raise ValidationError("A word for a gate must not be empty.")
        return [" ".join(word.split()) for word in words]


class _Words(c.OptionallyRequired[dict[str, str]]):
    """A mapping of the catalogue's keys to other words."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            raise ValidationError("Expected a mapping of keys to words, such as 'next: Suivant'.")
        for key, words in value.items():
            if key not in WORDS:
                raise ValidationError(f"There are no words {key!r}. The user guide lists all.")
            if not isinstance(words, str):
                raise ValidationError(f"The words {key!r} must be text, in quotes if need be.")
            _check_fields(key, words)
        return dict(value)


def _check_fields(key: str, words: str) -> None:
    """Words may leave a field out, but not name one that there is not, nor format it."""
    known = _fields(WORDS[key])
    try:
        wrong = _fields(words) - known
    except ValueError as error:
        raise ValidationError(f"The words {key!r} have a brace too many: {error}.") from error
    if wrong:
        allowed = ", ".join(sorted(known)) or "none"
        raise ValidationError(f"The words {key!r} have a wrong field; allowed: {allowed}.")
    if key == "months" and len(words.split()) != len(WORDS[key].split()):
        raise ValidationError("The words 'months' must be twelve, with spaces between them.")


def _fields(words: str) -> set[str]:
    """The fields in curly brackets, with all that stands in these."""
    parts = ((name, spec, how) for _, name, spec, how in Formatter().parse(words))
    return {
        f"{{{name}{f'!{how}' if how else ''}{f':{spec}' if spec else ''}}}"
        for name, spec, how in parts
        if name is not None
    }


class _Weekend(c.OptionallyRequired[object]):
    """A list of weekdays; a single one may stand alone."""

    def __init__(self) -> None:
        super().__init__(default=["saturday", "sunday"])

    def run_validation(self, value: object) -> object:
        return _calendar_option(value, lambda: calendar_of(weekend=value))


class _Holidays(c.OptionallyRequired[object]):
    """A list of dates and codes of countries; a single one may stand alone."""

    def __init__(self) -> None:
        super().__init__(default=[])

    def run_validation(self, value: object) -> object:
        return _calendar_option(value, lambda: calendar_of(holidays=value))


def _calendar_option(value: object, check: Callable[[], object]) -> object:
    try:
        check()
    except CalendarOptionError as error:
        raise ValidationError(str(error)) from error
    return value


class _Levels(c.OptionallyRequired[dict[str, str]]):
    """How loud the diagnostics of links are: one word for all, or a mapping by topic."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, str]:
        if isinstance(value, str):
            value = dict.fromkeys(map(str, Topic), value)
        if not isinstance(value, dict):
            raise ValidationError(f"Expected one of {', '.join(LEVELS)}, or such by topic.")
        for topic, level in value.items():
            if topic not in list(Topic):
                raise ValidationError(
                    f"There are no diagnostics of {topic!r}. There are those of {', '.join(Topic)}."
                )
            if level not in LEVELS:
                raise ValidationError(f"There is no level {level!r}. They are {', '.join(LEVELS)}.")
        return dict(value)


class _Index(c.OptionallyRequired[str | Literal[False]]):
    """The path of a Markdown page or of a folder, or `false`."""

    def __init__(self) -> None:
        super().__init__(default="plans/")

    def run_validation(self, value: object) -> str | Literal[False]:
        if value is False:
            return False
        if value is True:
            return "plans/"
        if not isinstance(value, str) or not value.endswith(("/", ".md")) or "\\" in value:
            raise ValidationError(f"Expected 'plans/', 'plans.md' or the like, not {value!r}.")
        if value.startswith("/") or ".." in value.split("/"):
            raise ValidationError(f"The path {value!r} must lead from the docs folder into it.")
        return value


class _Sources(c.OptionallyRequired[tuple[tuple[str, str | None], ...]]):
    """A list of folders and files, or a mapping of them to their places on the site."""

    def __init__(self) -> None:
        super().__init__(default=())

    def run_validation(self, value: object) -> tuple[tuple[str, str | None], ...]:
        if isinstance(value, tuple):  # the default
            return value
        if not isinstance(value, dict):
            return tuple((path, None) for path in _Strings().run_validation(value))
        if not all(isinstance(path, str) for path in value):
            raise ValidationError("Expected paths of folders, such as '../specs: plans/'.")
        return tuple(
            (path, None if place is None else _folder(place)) for path, place in value.items()
        )


class _Mount(c.OptionallyRequired[str]):
    """A folder of the site."""

    def __init__(self) -> None:
        super().__init__(default="plans/")

    def run_validation(self, value: object) -> str:
        return _folder(value)


def _folder(value: object) -> str:
    """A folder's path from the docs folder, with a slash behind it; nothing for that itself."""
    parts = value.strip("/").split("/") if isinstance(value, str) else [".."]
    if "\\" in str(value) or any(part.startswith(".") for part in parts):
        raise ValidationError(
            f"Expected a folder of the site such as 'plans/', not {value!r}; no part of it may"
            " begin with a dot."
        )
    return "".join(f"{part}/" for part in parts if part)


class _Exports(c.OptionallyRequired[list[str]]):
    """A list of kinds of files, or `true` or `false` for all or none."""

    def __init__(self) -> None:
        super().__init__(default=list(EXPORTS))

    def run_validation(self, value: object) -> list[str]:
        if isinstance(value, bool) or value is None:
            return list(EXPORTS) if value else []
        kinds = value if isinstance(value, list) else [value]
        for kind in kinds:
            if kind not in EXPORTS:
                known = ", ".join(EXPORTS)
                raise ValidationError(f"There are no files of {kind!r}. There are {known}.")
        return [str(kind) for kind in kinds]


class _Patterns(_Strings):
    """A list of regular expressions."""

    def run_validation(self, value: object) -> list[str]:
        patterns = super().run_validation(value)
        for pattern in patterns:
            try:
                found = re.compile(pattern)
            except re.error as error:
                raise ValidationError(f"The pattern {pattern!r} is none: {error}.") from error
            if found.match(""):
                raise ValidationError(f"The pattern {pattern!r} must not match the empty text.")
            if found.groups:
                raise ValidationError(f"The pattern {pattern!r} must have no groups but (?:...).")
        return patterns


class _Days(c.OptionallyRequired[float]):
    """A number of days above zero."""

    def run_validation(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise ValidationError(f"Expected a number of days above 0, not {value!r}.")
        return value


class PlanConfig(Config):  # type: ignore[no-untyped-call]
    """What a site's author may set. Nothing needs to be."""

    enabled = c.Type(bool, default=True)
    """Whether the plugin does anything, for `!ENV` switches."""

    include = _Strings()
    """Only pages that match one of these globs can be part of a plan. Default: all."""

    exclude = _Strings()
    """Pages that match one of these globs are part of no plan."""

    roles = _Roles()
    """Globs of pages by the role they have, for pages whose name does not tell."""

    words = _Words()
    """Other words for the widgets, by their key in the catalogue."""

    states = _States()
    """What the marks in boxes mean, where it is not the usual."""

    gates = _Gates()
    """More words for gates: a list under a heading or label with one holds checks, not work."""

    count = c.Choice([nesting.value for nesting in Nesting], default="leaves")
    """Which of the tasks that are nested in one another count."""

    cancelled = c.Choice(("leave", "count"), default="leave")
    """Whether cancelled tasks leave the total or stay in it."""

    normalize = c.Choice[bool | Literal["all"]]((True, False, "all"), default=True)
    """Whether pages are shown with real boxes: those of plans (True), all, or none."""

    actual = c.Type(bool, default=True)
    """Whether Git is asked when tasks were ticked."""

    stalled = _Days(default=STALLED_DAYS)
    """Days without a tick after which a plan in progress is called stalled."""

    weekend = _Weekend()
    """The weekdays on which nobody works."""

    holidays = _Holidays()
    """Dates on which nobody works, or countries such as DE or US-CA, whose holidays are meant."""

    sprint = _Days(default=SpanRules().sprint_days)
    """How many working days a sprint has."""

    date_order = c.Optional(c.Choice([order.value for order in DateOrder]))
    """What comes first in dates such as 03/04/2026: `dmy` or `mdy`. Default: nobody knows."""

    ids = _Patterns()
    """Regular expressions of ids that a site has besides the usual ones."""

    index = _Index()
    """Where the page of all plans is, from the docs folder; `false`: nowhere."""

    sources = _Sources()
    """Folders and files outside the docs folder that become pages; `auto`: the known ones."""

    mount = _Mount()
    """The folder of the site that they get."""

    nav = c.Type((bool, str), default=True)
    """Whether their pages are in the navigation; a text: under which title."""

    exports = _Exports()
    """Which files the site gets for others to read; `false`: none."""

    people = c.Type(bool, default=True)
    """Whether owners are shown, where the text names any."""

    link_bars = c.Type(bool, default=False)
    """Whether links to plans have a small bar behind them."""

    rings = c.Type(bool, default=True)
    """Whether plans have a ring in the navigation, in themes that show a page's status."""

    links = _Levels()
    """How loud the build tells of links that are not sure: `ignore`, `info` (default), `warn`."""

    def wanted_sources(self) -> Wanted:
        """The options on pages from elsewhere."""
        return Wanted(self.sources, self.mount)

    def levels(self) -> Mapping[Topic, str]:
        """The option on links, by topic."""
        return {Topic(topic): level for topic, level in self.links.items()}

    def reading_rules(self) -> ReadingRules:
        """The options on how pages are read."""
        tasks = TaskRules(self.state_rules(), self.gate_rules())
        return ReadingRules(tasks, self.span_rules(), self.id_rules())

    def id_rules(self) -> IdRules:
        """The option on ids, for the reader."""
        return IdRules(tuple(self.ids))

    def state_rules(self) -> StateRules:
        """The option on marks, for the reader."""
        return StateRules(self.states)

    def gate_rules(self) -> GateRules:
        """The option on gates, for the reader."""
        return GateRules(tuple(self.gates))

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
            roles={Role(role): tuple(globs) for role, globs in self.roles.items()},
        )
