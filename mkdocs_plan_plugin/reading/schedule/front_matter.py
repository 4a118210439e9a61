"""What a page's front matter says about when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, Severity
from mkdocs_plan_plugin.reading.lexicon.times import Column
from mkdocs_plan_plugin.reading.markdown import plan_settings
from mkdocs_plan_plugin.reading.schedule.rows import Row
from mkdocs_plan_plugin.reading.time import SpanRules, read_date, read_span

_START_KEYS = ("start", "start_date", "start-date")
_END_KEYS = ("end", "end_date", "end-date")
_DEADLINE_KEYS = ("deadline", "due", "due_date", "due-date")
_OWN_KEYS = ("date", "created", "created_date", "created-date", "updated", "updated_date")


@dataclass(frozen=True, slots=True)
class ScheduleMeta:
    """A schedule in the front matter; `own` are the page's own dates."""

    rows: tuple[Row, ...] = ()
    start: date | None = None
    end: date | None = None
    deadline: date | None = None
    own: tuple[date, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_schedule_meta(path: str, meta: Mapping[str, object], rules: SpanRules) -> ScheduleMeta:
    """Read `plan: {start: ..., end: ..., deadline: ..., timeline: {...}}` and the page's dates."""
    if not meta:
        return ScheduleMeta()
    settings = plan_settings(meta)
    timeline = _timeline(settings)
    unread = [name for name, written in timeline.items() if read_span(written, rules) is None]
    wrong = [_unreadable(path, f"plan.timeline.{name}", timeline[name]) for name in unread]
    wrong += [
        _unreadable(path, f"plan.{key}", settings[key])
        for key in ("start", "end", "deadline", "due")
        if settings.get(key) is not None and read_date(settings[key], rules) is None
    ]
    sources = (settings, meta)
    return ScheduleMeta(
        rows=tuple(
            Row(name, {Column.TIME: written}, 1)
            for name, written in timeline.items()
            if name not in unread
        ),
        start=_first(sources, _START_KEYS, rules),
        end=_first(sources, _END_KEYS, rules),
        deadline=_first(sources, _DEADLINE_KEYS, rules),
        own=tuple(_dates((meta,), _OWN_KEYS, rules)),
        diagnostics=tuple(wrong),
    )


def _timeline(settings: Mapping[str, object]) -> Mapping[str, str]:
    timeline = settings.get("timeline")
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


def _unreadable(path: str, key: str, value: object) -> Diagnostic:
    return Diagnostic(
        path,
        1,
        f"the front matter's '{key}' says {str(value)!r}, which is no date or duration we know",
        "write an ISO date (2026-01-31), a range of them, or a duration such as '2 weeks'",
        Severity.WARNING,
    )
