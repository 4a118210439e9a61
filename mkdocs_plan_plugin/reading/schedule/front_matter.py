"""Read the schedule in a page's front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, Severity
from mkdocs_plan_plugin.reading.lexicon.front_matter import (
    DEADLINE_KEYS,
    END_KEYS,
    PAGE_DATE_KEYS,
    START_KEYS,
    TIMELINE_KEY,
)
from mkdocs_plan_plugin.reading.lexicon.times import LINKS
from mkdocs_plan_plugin.reading.markdown import plan_settings
from mkdocs_plan_plugin.reading.schedule.rows import Row
from mkdocs_plan_plugin.reading.schedule.timeline_key import timeline_items
from mkdocs_plan_plugin.reading.time import (
    SpanRules,
    is_ambiguous_date,
    is_impossible_date,
    is_to_come,
    read_date,
    read_span,
)

_TIMELINE = f"plan.{TIMELINE_KEY}"
_TEMPLATE_SIGNS = frozenset("[]{}<>$")
"""A text with one of these is a placeholder that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class ScheduleMeta:
    """A schedule in the front matter; `own` are the page's own dates."""

    rows: tuple[Row, ...] = ()
    start: date | None = None
    end: date | None = None
    deadline: date | None = None
    own: tuple[date, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_schedule_meta(
    path: str, meta: Mapping[str, object], key_lines: Mapping[str, int], rules: SpanRules
) -> ScheduleMeta:
    """Read `plan: {start: ..., end: ..., deadline: ..., timeline: {...}}` and the page's dates."""
    if not meta:
        return ScheduleMeta()
    settings = plan_settings(meta)
    items = timeline_items(settings.get(TIMELINE_KEY), rules)
    rows = tuple(Row(item.name, item.cells, _line(item.name, key_lines)) for item in items or ())
    problems = {
        f"{_TIMELINE}.{row.name}": _problem(_written(row), rules, "date or duration")
        for row in rows
        if _is_wrong(row, rules)
    }
    if items is None:
        written = str(settings[TIMELINE_KEY])
        problems[_TIMELINE] = f"{written!r} is neither a mapping nor a list"
    problems |= _problems_below_plan(settings, rules)
    sources = (settings, meta)
    return ScheduleMeta(
        rows=rows,
        start=_first(sources, START_KEYS, rules),
        end=_first(sources, END_KEYS, rules, is_end=True),
        deadline=_first(sources, DEADLINE_KEYS, rules, is_end=True),
        own=tuple(_dates((meta,), PAGE_DATE_KEYS, rules)),
        diagnostics=(
            *_diagnostics(path, problems, key_lines, Severity.WARNING),
            *_diagnostics(path, _problems_at_top(meta, settings, rules), key_lines, Severity.NOTE),
        ),
    )


def _line(name: str, key_lines: Mapping[str, int]) -> int:
    return key_lines.get(f"{_TIMELINE}.{name}", key_lines.get(_TIMELINE, 1))


def _written(row: Row) -> str:
    return ", ".join(text for column, text in row.cells.items() if column not in LINKS)


def _is_wrong(row: Row, rules: SpanRules) -> bool:
    """Return whether none of a row's texts is a time."""
    return not any(read_span(text, rules) for text in row.texts)


def _dates(
    sources: Iterable[Mapping[str, object]],
    keys: Iterable[str],
    rules: SpanRules,
    *,
    is_end: bool = False,
) -> Iterator[date]:
    for source in sources:
        for key in keys:
            if key in source and (found := read_date(source[key], rules, is_end=is_end)):
                yield found


def _first(
    sources: Iterable[Mapping[str, object]],
    keys: Iterable[str],
    rules: SpanRules,
    *,
    is_end: bool = False,
) -> date | None:
    return next(_dates(sources, keys, rules, is_end=is_end), None)


def _problems_below_plan(settings: Mapping[str, object], rules: SpanRules) -> dict[str, str]:
    """Return the problems of dates below `plan:`, by key."""
    return {
        f"plan.{key}": _problem(str(settings[key]), rules, "date")
        for key in (*START_KEYS, *END_KEYS, *DEADLINE_KEYS)
        if settings.get(key) is not None and read_date(settings[key], rules) is None
    }


def _problems_at_top(
    meta: Mapping[str, object], settings: Mapping[str, object], rules: SpanRules
) -> dict[str, str]:
    """Return the problems of dates outside of `plan:`, by key.

    Other tools use these keys too, so only texts count, and of `created` and the like only dates
    that do not exist. A date below `plan:` replaces the one here.
    """
    problems: dict[str, str] = {}
    for keys in (START_KEYS, END_KEYS, DEADLINE_KEYS):
        for key in () if any(each in settings for each in keys) else keys:
            written = meta.get(key)
            if isinstance(written, str) and _is_unread(written, rules):
                problems[key] = _problem(written, rules, "date")
    for key in PAGE_DATE_KEYS:
        written = meta.get(key)
        if isinstance(written, str) and is_impossible_date(written):
            problems[key] = _problem(written, rules, "date")
    return problems


def _is_unread(written: str, rules: SpanRules) -> bool:
    is_filled_in = written.strip() and _TEMPLATE_SIGNS.isdisjoint(written)
    return bool(is_filled_in and not is_to_come(written) and read_date(written, rules) is None)


def _problem(written: str, rules: SpanRules, wanted: str) -> str:
    if is_impossible_date(written):
        return f"no such date {written!r}"
    if is_ambiguous_date(written, rules):
        return f"ambiguous date {written!r}"
    return f"{written!r} is not a {wanted}"


def _diagnostics(
    path: str, problems: Mapping[str, str], key_lines: Mapping[str, int], severity: Severity
) -> Iterator[Diagnostic]:
    for key, problem in problems.items():
        fix = "write an ISO date such as 2026-01-31"
        if key == _TIMELINE:
            fix = "write a mapping of phases, such as 'timeline: {Phase 1: 2 weeks}', or a list"
        elif key.startswith(f"{_TIMELINE}."):
            fix += ", a range of dates, or a duration such as '2 weeks'"
        line = key_lines.get(key) or _line("", key_lines)
        yield Diagnostic(path, line, f"front matter key '{key}': {problem}", fix, severity)
