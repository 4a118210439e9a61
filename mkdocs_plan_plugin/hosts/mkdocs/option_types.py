"""The types of the options: how each value is read, and the message if it is wrong."""

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
from mkdocs_plan_plugin.hosts.mkdocs.suggestions import unknown
from mkdocs_plan_plugin.model import Category, Role, State
from mkdocs_plan_plugin.reading import did_you_mean
from mkdocs_plan_plugin.reading.tasks import plain_mark
from mkdocs_plan_plugin.rendering import WORDS

PLANS = "plans/"
"""The default folder of the site for plans."""

_LEVELS = ("ignore", "info", "warn")
_TEXTS = c.ListOfItems(c.Type(str), default=[])

_PLURAL_FORM = re.compile(r"\.(?:zero|two|few|many)\Z")
"""The plural forms of languages besides those of English: `KEY.one` and `KEY`."""
_OWN_SIGN = re.compile(r"(\{\w+\})\s*[%٪％]")

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Option(c.OptionallyRequired[T]):
    """An option that a function reads.

    Args:
        read: Converts the value as written. Raises ValidationError if it is wrong.
        default: The value that is read if none is written.
    """

    def __init__(self, read: Callable[[object], T], default: object = None) -> None:
        super().__init__(default=default)
        self._read = read

    def run_validation(self, value: object) -> T:
        """Read the value as written."""
        return self._read(value)


def _one_of(value: object, allowed: Iterable[str], kind: str) -> str:
    """Return a value that is one of the allowed ones.

    Raises:
        ValidationError: It is not.
    """
    names = list(allowed)
    if value not in names:
        raise ValidationError(unknown(kind, value, names))
    return str(value)


def _mapping(
    value: object,
    expected: str,
    read_key: Callable[[object], K],
    read_value: Callable[[object, object], V],
) -> dict[K, V]:
    """Read a mapping, key by key.

    Args:
        value: The value as written.
        expected: What the message says is expected if it is not a mapping.
        read_key: Reads a key.
        read_value: Reads a value, called with the key as written and the value.
    """
    if not isinstance(value, dict):
        raise ValidationError(f"Expected {expected}.")
    return {read_key(key): read_value(key, written) for key, written in value.items()}


def choice(*allowed: str) -> Callable[[object], str]:
    """Return a function that reads one of some values."""
    return lambda value: _one_of(value, allowed, "value")


def texts(value: object) -> list[str]:
    """Read a list of texts, such as globs, or a single text."""
    if value is None:  # the option's name without a value
        return []
    return _TEXTS.run_validation([value] if isinstance(value, str) else value)


def checks(value: object) -> list[str]:
    """Read a list of words that name checks."""
    words = texts(value)
    if not all(word.strip() for word in words):
        raise ValidationError("A word for checks must not be empty.")
    return [" ".join(word.split()) for word in words]


def patterns(value: object) -> list[str]:
    """Read a list of regular expressions."""
    written = texts(value)
    for pattern in written:
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            message = f"The pattern {pattern!r} is not a valid regular expression: {error}."
            raise ValidationError(message) from error
        if compiled.match(""):
            raise ValidationError(f"The pattern {pattern!r} must not match the empty text.")
        if compiled.groups:
            raise ValidationError(
                f"The pattern {pattern!r} must not have capturing groups. Fix: write (?:...)."
            )
    return written


def roles(value: object) -> dict[Role, list[str]]:
    """Read globs of pages by role."""
    expected = "a mapping of roles to globs, such as 'spec: [rfcs/*.md]'"
    return _mapping(value, expected, _role, lambda _, globs: texts(globs))


def _role(role: object) -> Role:
    return Role(_one_of(role, Role, "role"))


def states(value: object) -> dict[str, State]:
    """Read states by the mark in a checkbox."""
    return _mapping(value, "a mapping of marks to states, such as '\"?\": blocked'", _mark, _state)


def _mark(mark: object) -> str:
    """Read a mark. YAML reads `~` without quotes as null."""
    if not isinstance(mark, str):
        raise ValidationError(f"The mark {mark!r} must be a text. Fix: put it in quotes.")
    if not mark or "]" in mark or "[" in mark or "\n" in mark:
        raise ValidationError(
            f"The mark {mark!r} is not valid. Fix: write only the text between the brackets."
        )
    return plain_mark(mark)


def _state(mark: object, state: object) -> State:
    return State(_one_of(state, State, f"state for the mark {mark!r}:"))


def words(value: object) -> dict[str, str]:
    """Read texts by their key in the catalogue."""
    expected = "a mapping of keys to texts, such as 'next: Suivant'"
    return _mapping(value, expected, _words_key, _words)


def _words_key(key: object) -> str:
    if _in_english(key) not in WORDS:
        suggestion = did_you_mean(key, WORDS)
        raise ValidationError(f"Unknown key {key!r}{suggestion}. The user guide lists all keys.")
    return str(key)


def _words(key: object, text: object) -> str:
    if not isinstance(text, str):
        raise ValidationError(f"The value of {key!r} must be a text. Fix: put it in quotes.")
    _check_fields(str(key), text)
    return text


def _in_english(key: object) -> object:
    """Return the key in the catalogue: `count.few` is a plural form, as `count.one` is."""
    return _PLURAL_FORM.sub(".one", key) if isinstance(key, str) else key


def _check_fields(key: str, text: str) -> None:
    """Check that a text has no fields but those of the default text, without formatting."""
    allowed = _fields(WORDS[str(_in_english(key))])
    try:
        wrong = _fields(text) - allowed
    except ValueError as error:
        raise ValidationError(f"The text of {key!r} has unbalanced braces: {error}.") from error
    if wrong:
        names = ", ".join(sorted(allowed)) or "none"
        raise ValidationError(
            f"The text of {key!r} has unknown fields: {', '.join(sorted(wrong))}. Allowed: {names}."
        )
    if sign := _OWN_SIGN.search(text):
        raise ValidationError(
            f"The text of {key!r} has a second sign in {sign[0]!r}: the percentage has one as"
            f" usual in the language. Fix: write {sign[1]!r}."
        )


def _fields(text: str) -> set[str]:
    """Return the fields in braces, each with its conversion and format."""
    parts = ((name, spec, how) for _, name, spec, how in Formatter().parse(text))
    return {
        f"{{{name}{f'!{how}' if how else ''}{f':{spec}' if spec else ''}}}"
        for name, spec, how in parts
        if name is not None
    }


def levels(value: object) -> dict[Category, str]:
    """Read log levels of diagnostics: one for all, or a mapping by category."""
    by_category = dict.fromkeys(Category, value) if isinstance(value, str) else value
    expected = f"one of {', '.join(_LEVELS)}, or a mapping of categories to these"
    return _mapping(by_category, expected, _category, _level)


def _category(category: object) -> Category:
    return Category(_one_of(category, Category, "category"))


def _level(_: object, level: object) -> str:
    return _one_of(level, _LEVELS, "level")


def weekend(value: object) -> object:
    """Check weekdays: one or a list."""
    return _checked(value, read_weekend)


def holidays(value: object) -> object:
    """Check dates and countries: one or a list."""
    return _checked(value, read_holidays)


def _checked(value: object, check: Callable[[object], object]) -> object:
    try:
        check(value)
    except CalendarOptionError as error:
        raise ValidationError(str(error)) from error
    return value


def days(value: object) -> float:
    """Read a positive number of days."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ValidationError(f"Expected a number of days above 0, not {value!r}.")
    return value


def index(value: object) -> str | Literal[False]:
    """Read the path of a Markdown page or of a folder, or `false`."""
    if value is False:
        return False
    if value is True:
        return PLANS
    if not isinstance(value, str) or not value.endswith(("/", ".md")) or "\\" in value:
        raise ValidationError(
            f"Expected a folder such as 'plans/', a page such as 'plans.md', or false,"
            f" not {value!r}."
        )
    if value.startswith("/") or ".." in value.split("/"):
        raise ValidationError(f"The path {value!r} must be relative to the docs folder and in it.")
    return value


def sources(value: object) -> tuple[tuple[str, str | None], ...]:
    """Read a list of folders and files, or a mapping of them to their folders on the site."""
    if isinstance(value, tuple):  # the default
        return value
    if not isinstance(value, dict):
        return tuple((path, None) for path in texts(value))
    if not all(isinstance(path, str) for path in value):
        raise ValidationError("Expected paths of folders, such as '../specs: plans/'.")
    return tuple((path, None if place is None else folder(place)) for path, place in value.items())


def folder(value: object) -> str:
    """Read a folder's path from the docs folder, ending in a slash; empty for the docs folder."""
    parts = value.strip("/").split("/") if isinstance(value, str) else [".."]
    if "\\" in str(value) or any(part.startswith(".") for part in parts):
        raise ValidationError(
            f"Expected a folder of the site such as 'plans/', not {value!r}; no part of it may"
            " start with a dot."
        )
    return "".join(f"{part}/" for part in parts if part)


def exports(value: object) -> list[str]:
    """Read a list of export formats, or `true` or `false` for all or none."""
    if isinstance(value, bool) or value is None:
        return list(EXPORTS) if value else []
    kinds = value if isinstance(value, list) else [value]
    return [_one_of(kind, EXPORTS, "format") for kind in kinds]
