"""How options are read: what each takes, and what is said where it is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from string import Formatter
from typing import Literal, TypeVar

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from mkdocs_plan_plugin.exporting import EXPORTS
from mkdocs_plan_plugin.hosts.mkdocs.calendar_options import (
    CalendarOptionError,
    read_holidays,
    read_weekend,
)
from mkdocs_plan_plugin.model import Category, Role, State
from mkdocs_plan_plugin.reading.tasks import plain_mark
from mkdocs_plan_plugin.rendering import WORDS

PLANS = "plans/"
"""The folder of the site for plans, unless the user names another."""

_LEVELS = ("ignore", "info", "warn")
_TEXTS = c.ListOfItems(c.Type(str), default=[])

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Option(c.OptionallyRequired[T]):
    """An option that is read by a function.

    Args:
        read: Makes of what is written what is meant. Raises ValidationError where it is wrong.
        default: What is read where nothing is written.
    """

    def __init__(self, read: Callable[[object], T], default: object) -> None:
        super().__init__(default=default)
        self._read = read

    def run_validation(self, value: object) -> T:
        """Read what is written."""
        return self._read(value)


def _known(value: object, among: Iterable[str], problem: str) -> str:
    """A value that is one of some texts.

    Raises:
        ValidationError: It is none; the message is the problem and the texts.
    """
    texts = list(among)
    if value not in texts:
        raise ValidationError(f"{problem} {', '.join(texts)}.")
    return str(value)


def _mapping(
    value: object,
    expected: str,
    read_key: Callable[[object], K],
    read_value: Callable[[object, object], V],
) -> dict[K, V]:
    """A mapping whose keys and values are read one by one.

    Args:
        value: What is written.
        expected: What is said where it is no mapping.
        read_key: Reads a key.
        read_value: Reads a value, and is given the key as it is written before it.
    """
    if not isinstance(value, dict):
        raise ValidationError(f"Expected {expected}.")
    return {read_key(key): read_value(key, said) for key, said in value.items()}


def texts(value: object) -> list[str]:
    """A list of texts, such as globs; a single one may stand alone."""
    if value is None:  # the option's name with nothing behind it
        return []
    return _TEXTS.run_validation([value] if isinstance(value, str) else value)


def checks(value: object) -> list[str]:
    """A list of words that name checks."""
    words = texts(value)
    if not all(word.strip() for word in words):
        raise ValidationError("A word for a check must not be empty.")
    return [" ".join(word.split()) for word in words]


def patterns(value: object) -> list[str]:
    """A list of regular expressions."""
    written = texts(value)
    for pattern in written:
        try:
            found = re.compile(pattern)
        except re.error as error:
            raise ValidationError(f"The pattern {pattern!r} is none: {error}.") from error
        if found.match(""):
            raise ValidationError(f"The pattern {pattern!r} must not match the empty text.")
        if found.groups:
            raise ValidationError(f"The pattern {pattern!r} must have no groups but (?:...).")
    return written


def roles(value: object) -> dict[Role, list[str]]:
    """Globs of pages by their role."""
    expected = "a mapping of role to globs, such as 'spec: [rfcs/*.md]'"
    return _mapping(value, expected, _role, lambda _, globs: texts(globs))


def _role(role: object) -> Role:
    return Role(_known(role, Role, f"There is no role {role!r}. The roles are"))


def states(value: object) -> dict[str, State]:
    """States by the mark in a box."""
    return _mapping(value, "a mapping of marks to states, such as '\"?\": blocked'", _mark, _state)


def _mark(mark: object) -> str:
    """A mark as the reader knows it. YAML makes `~` without quotes no text at all."""
    if not isinstance(mark, str):
        raise ValidationError(f"The mark {mark!r} must be text, in quotes: '\"~\": blocked'.")
    if not mark or "]" in mark or "[" in mark or "\n" in mark:
        raise ValidationError(f"The mark {mark!r} must be what stands between the brackets.")
    return plain_mark(mark)


def _state(mark: object, state: object) -> State:
    problem = f"The mark {mark!r} has no state {state!r}. The states are"
    return State(_known(state, State, problem))


def words(value: object) -> dict[str, str]:
    """Other words by their key in the catalogue."""
    expected = "a mapping of keys to words, such as 'next: Suivant'"
    return _mapping(value, expected, _words_key, _words)


def _words_key(key: object) -> str:
    if key not in WORDS:
        raise ValidationError(f"There are no words {key!r}. The user guide lists all.")
    return str(key)


def _words(key: object, said: object) -> str:
    if not isinstance(said, str):
        raise ValidationError(f"The words {key!r} must be text, in quotes if need be.")
    _check_fields(str(key), said)
    return said


def _check_fields(key: str, words: str) -> None:
    """Words may leave a field out, but not name one that there is not, nor format it."""
    allowed = _fields(WORDS[key])
    try:
        wrong = _fields(words) - allowed
    except ValueError as error:
        raise ValidationError(f"The words {key!r} have a brace too many: {error}.") from error
    if wrong:
        names = ", ".join(sorted(allowed)) or "none"
        raise ValidationError(f"The words {key!r} have a wrong field; allowed: {names}.")
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


def levels(value: object) -> dict[Category, str]:
    """How loud diagnostics are: one word for all, or a mapping by topic."""
    by_topic = dict.fromkeys(Category, value) if isinstance(value, str) else value
    return _mapping(by_topic, f"one of {', '.join(_LEVELS)}, or such by topic", _topic, _level)


def _topic(category: object) -> Category:
    problem = f"There are no diagnostics of {category!r}. There are those of"
    return Category(_known(category, Category, problem))


def _level(_: object, level: object) -> str:
    return _known(level, _LEVELS, f"There is no level {level!r}. They are")


def weekend(value: object) -> object:
    """Days of the week, singly or in a list."""
    return _days_off(value, read_weekend)


def holidays(value: object) -> object:
    """Dates and countries, singly or in a list."""
    return _days_off(value, read_holidays)


def _days_off(value: object, check: Callable[[object], object]) -> object:
    try:
        check(value)
    except CalendarOptionError as error:
        raise ValidationError(str(error)) from error
    return value


def days(value: object) -> float:
    """A number of days above zero."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ValidationError(f"Expected a number of days above 0, not {value!r}.")
    return value


def index(value: object) -> str | Literal[False]:
    """The path of a Markdown page or of a folder, or `false`."""
    if value is False:
        return False
    if value is True:
        return PLANS
    if not isinstance(value, str) or not value.endswith(("/", ".md")) or "\\" in value:
        raise ValidationError(f"Expected 'plans/', 'plans.md' or the like, not {value!r}.")
    if value.startswith("/") or ".." in value.split("/"):
        raise ValidationError(f"The path {value!r} must lead from the docs folder into it.")
    return value


def sources(value: object) -> tuple[tuple[str, str | None], ...]:
    """A list of folders and files, or a mapping of them to their places on the site."""
    if isinstance(value, tuple):  # the default
        return value
    if not isinstance(value, dict):
        return tuple((path, None) for path in texts(value))
    if not all(isinstance(path, str) for path in value):
        raise ValidationError("Expected paths of folders, such as '../specs: plans/'.")
    return tuple((path, None if place is None else folder(place)) for path, place in value.items())


def folder(value: object) -> str:
    """A folder's path from the docs folder, with a slash behind it; nothing for that itself."""
    parts = value.strip("/").split("/") if isinstance(value, str) else [".."]
    if "\\" in str(value) or any(part.startswith(".") for part in parts):
        raise ValidationError(
            f"Expected a folder of the site such as 'plans/', not {value!r}; no part of it may"
            " begin with a dot."
        )
    return "".join(f"{part}/" for part in parts if part)


def exports(value: object) -> list[str]:
    """A list of kinds of files, or `true` or `false` for all or none."""
    if isinstance(value, bool) or value is None:
        return list(EXPORTS) if value else []
    kinds = value if isinstance(value, list) else [value]
    return [_known(kind, EXPORTS, f"There are no files of {kind!r}. There are") for kind in kinds]
