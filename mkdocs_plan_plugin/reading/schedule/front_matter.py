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
from mkdocs_plan_plugin.reading.lexicon.times import Column
from mkdocs_plan_plugin.reading.markdown import plan_settings
from mkdocs_plan_plugin.reading.schedule.rows import Row
from mkdocs_plan_plugin.reading.time import (
    SpanRules,
    is_ambiguous_date,
    is_impossible_date,
    is_to_come,
    read_date,
    read_span,
)

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
    timeline = _timeline(settings)
    unread = [name for name, written in timeline.items() if read_span(written, rules) is None]
    problems = {
        f"plan.{TIMELINE_KEY}.{name}": _problem(timeline[name], rules, "date or duration")
        for name in unread
    }
    problems |= _problems_below_plan(settings, rules)
    sources = (settings, meta)
    return ScheduleMeta(
        rows=tuple(
            Row(name, {Column.TIME: written}, 1)
            for name, written in timeline.items()
            if name not in unread
        ),
        start=_first(sources, START_KEYS, rules),
        end=_first(sources, END_KEYS, rules),
        deadline=_first(sources, DEADLINE_KEYS, rules),
        own=tuple(_dates((meta,), PAGE_DATE_KEYS, rules)),
        diagnostics=(
            *_diagnostics(path, problems, key_lines, Severity.WARNING),
            *_diagnostics(path, _problems_at_top(meta, settings, rules), key_lines, Severity.NOTE),
        ),
    )


def _timeline(settings: Mapping[str, object]) -> Mapping[str, str]:
    timeline = settings.get(TIMELINE_KEY)
    pairs = timeline.items() if isinstance(timeline, Mapping) else ()
    return {str(key): str(value) for key, value in pairs}


def _dates(
    sources: Iterable[Mapping[str, object]], keys: Iterable[str], rules: SpanRules
) -> Iterator[date]:
    for source in sources:
        for key in keys:
            if key in source and (found := read_date(source[key], rules)):
                yield found


def _first(
    sources: Iterable[Mapping[str, object]], keys: Iterable[str], rules: SpanRules
) -> date | None:
    return next(_dates(sources, keys, rules), None)


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
        is_row = key.startswith(f"plan.{TIMELINE_KEY}.")
        yield Diagnostic(
            path,
            key_lines.get(key, 1),
            f"front matter key '{key}': {problem}",
            "write an ISO date such as 2026-01-31"
            + (", a range of dates, or a duration such as '2 weeks'" if is_row else ""),
            severity,
        )
