"""Read the dates of single tasks: `(due 2026-03-01)`, `by March 1`, `📅 2026-03-01`.

Only dates labelled as a start or a due date, and ranges, count. A bare date may be the day on which
something was decided or done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, Span, Task, WrittenSchedule
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.times import (
    BY,
    FROM,
    TO,
    Column,
    any_of,
    phrases,
    words_for,
)
from mkdocs_plan_plugin.reading.lexicon.weekdays import BRACKETED_WEEKDAY, WEEKDAY
from mkdocs_plan_plugin.reading.time import (
    SpanRules,
    YearHints,
    ambiguous_date,
    is_ambiguous_date,
    lacks_year,
    read_dates,
    read_duration,
    with_years,
)

_DUE = any_of([*words_for(Column.DEADLINE), *BY, "срок"])
_STARTS_ON = phrases("start on, starts on, scheduled, ab")
# "from" begins a range.
_START = any_of({*words_for(Column.START), *_STARTS_ON} - {"from"})
_ISO = r"\d{4}-\d\d-\d\d"
# Only texts with a year, or with a word that often comes without one, are examined.
_YEAR = lazy_pattern(r"20\d\d")
_WORDS = ("due", "deadline")
_DATE = lazy_pattern(
    rf"20\d\d[-/.年년]|[-./ ]20\d\d|\b(?:{MONTH_NAMES})\b\.? \d"
    rf"|\d\.? (?:de )?(?:{MONTH_NAMES})\b|\d[/月월]",
    re.IGNORECASE,
)
# `@due(2026-03-01)`, `due:2026-03-01`, `[due:: 2026-03-01]`, and the signs of task plugins.
_TAG = lazy_pattern(
    rf"[\[(]?(?:(?:@|\b)(?P<word>due|deadline|start|scheduled)\s*(?:::?\s*|\()|(?P<sign>[📅🛫⏳])\ufe0f?\s*)"
    rf"(?P<date>{_ISO})[)\]]?",
    re.IGNORECASE,
)
_BRACKETS = lazy_pattern(r"[(\[（]([^()\[\]（）]{6,100})[)\]）]")
_BETWEEN_PARTS = lazy_pattern(r"[;|·；]|,\s+(?!\d{4})")
_LABELLED = lazy_pattern(
    rf"\W*(?:(?P<due>{_DUE})|(?P<start>{_START}))\s*[:：=]?\s*(?P<rest>.+)", re.IGNORECASE
)
# At the end of a text: "Ship it, due March 1", "Ship it by 2026-03-01".
_LAST = lazy_pattern(
    rf"(?:^|[\s,;|(:–—-])(?P<date>(?:{_DUE})\s*[:：]?\s*(?P<rest>[^\s:].{{3,30}}?))[\s.!*_]*$",
    re.IGNORECASE,
)
_LAST_RANGE = lazy_pattern(r"(?:\s[-–—|]|[:：])\s+(?P<date>\S.{8,50}?)[\s.*_]*$")
_DAY = rf"(?:(?:{MONTH_NAMES})\.?\s+\d{{1,2}}|\d{{1,2}}\.?(?:\s+(?:de\s+)?|[-/.])(?:{MONTH_NAMES}))"
_DAY_YEAR = rf"(?:{_DAY})(?:(?:,?\s+|[-/.])\d{{4}})?"
# "Mon, March 16", "2026-03-16 (Mon)"
_WEEKDAY = lazy_pattern(
    rf"(?<=\d)\s*{BRACKETED_WEEKDAY}|\b{WEEKDAY},?\s+(?={_DAY}|{_ISO}|\d{{1,2}}\.\d{{1,2}}\.)",
    re.IGNORECASE,
)
# From one day to another. A month alone is no range.
_RANGE = lazy_pattern(
    rf"\W*(?:{FROM}\s+)?(?:{_ISO}\D{{1,9}}{_ISO}"
    rf"|{_DAY_YEAR}\s*(?:->|→|{TO})\s*(?:{_DAY_YEAR}|\d{{1,2}}\b(?:,?\s+\d{{4}})?)"
    rf"|\d{{1,2}}\.?\s*(?:{TO})\s*{_DAY_YEAR})\W*",
    re.IGNORECASE,
)
_FULL = lazy_pattern(r"[\w.,/’'-]+(?:\s+[\w.,/’'-]+){0,4}")
_STARTS = frozenset("🛫⏳")

ReadSchedule = tuple[WrittenSchedule, tuple[Diagnostic, ...]]


def with_task_times(
    path: str, schedule: WrittenSchedule, tasks: Sequence[Task], rules: SpanRules
) -> ReadSchedule:
    """Add the dates of a page's tasks to its schedule, each under the task's text without them.

    Args:
        path: The page.
        schedule: Its schedule of phases. Tasks among its entries already have dates; its first
            day gives the year of dates without one.
        tasks: Its tasks.
        rules: The rules for reading times.

    Returns:
        The schedule, and diagnostics for dates that cannot be read.
    """
    first = _first_day(schedule)
    if not (first or _may_match("\n".join(task.text for task in tasks))):
        return schedule, ()
    known = {entry.line for entry in schedule.entries}
    near = [task for task in tasks if _DATE.search(task.text) and task.line not in known]
    found = [entry for task in near if (entry := _entry(task, rules))]
    wrong = [
        ambiguous_date(path, task.line, task.text)
        for task in near
        if _is_ambiguous(task.text, rules)
    ]
    if any(lacks_year(entry.span) for entry in found):
        found, unknown = with_years(path, found, YearHints(first))
        wrong += unknown
    dated = tuple(entry for entry in found if entry.span.start or entry.span.end)
    return replace(schedule, tasks=dated) if dated else schedule, tuple(wrong)


def _first_day(schedule: WrittenSchedule) -> date | None:
    days = (entry.span.start or entry.span.end for entry in schedule.entries)
    return schedule.start or min(filter(None, days), default=None)


def _may_match(text: str) -> bool:
    return bool(_YEAR.search(text)) or any(word in text for word in _WORDS)


def _entry(task: Task, rules: SpanRules) -> ScheduleEntry | None:
    texts: list[str] = []
    span = Span()
    text = _WEEKDAY.sub("", task.text)
    for written, part in _parts(text, rules):
        span = _joined(span, part)
        texts.append(written)
    if not (span.start or span.end):
        return None
    return ScheduleEntry(_without(text, texts), span, _plain(texts), task.line, task.section)


def _parts(text: str, rules: SpanRules) -> Iterator[tuple[str, Span]]:
    """Yield each part of a text that gives a time of the task, with its span."""
    for tag in _tags(text):
        if day := read_dates(tag["date"], rules):
            starts = tag["sign"] in _STARTS or (tag["word"] or "").lower() in ("start", "scheduled")
            yield tag[0], Span(start=day.start) if starts else Span(end=day.start)
            text = text.replace(tag[0], " ", 1)
    for bracket in _BRACKETS.finditer(text):
        # In the middle of a text a range is part of its subject: "the freeze (May 1-5) ...".
        ends = not text[bracket.end() :].strip(" .*_")
        found = (_part(part, rules, ends=ends) for part in _BETWEEN_PARTS.split(bracket[1]))
        parts = [part for part in found if part]
        if any(part.start or part.end for part in parts):
            yield bracket[0], parts[0]
            yield from (("", part) for part in parts[1:])
    text = _BRACKETS.sub(" ", text)
    if (last := _LAST.search(text)) and (day := _day(last["rest"], rules)):
        yield last["date"], Span(end=day.end or day.start)
    elif (last := _LAST_RANGE.search(text)) and (days := _range(last["date"], rules)):
        yield last["date"], days


def _tags(text: str) -> list[re.Match[str]]:
    """Return the tags of a text; `(start: 2026-01-05, 3 days)` is more than a tag."""
    return [tag for tag in _TAG.finditer(text) if _is_closed(tag[0])]


def _is_closed(text: str) -> bool:
    return sum(map(text.count, "([")) == sum(map(text.count, ")]"))


def _part(text: str, rules: SpanRules, *, ends: bool) -> Span | None:
    """Read a part of brackets: `due March 1`, `start: 2026-01-05`, `3 days`, a range."""
    if match := _LABELLED.fullmatch(text):
        day = _day(match["rest"], rules)
        if not day:
            return None
        return Span(end=day.end or day.start) if match["due"] else Span(start=day.start)
    return (_range(text, rules) if ends else None) or _duration(text, rules)


def _range(text: str, rules: SpanRules) -> Span | None:
    days = read_dates(text.strip(), rules) if _RANGE.fullmatch(text) else None
    return days if days and days.start and days.end else None


def _duration(text: str, rules: SpanRules) -> Span | None:
    return read_duration(text.strip(), rules) if text.strip()[:1].isdigit() else None


def _day(text: str, rules: SpanRules) -> Span | None:
    """Read a text that is a date and nothing else."""
    text = text.strip(" *_")
    return read_dates(text, rules) if _FULL.fullmatch(text) and text[-1:].isalnum() else None


def _joined(one: Span, other: Span) -> Span:
    """Join two spans; the first one takes precedence."""
    return Span(
        least=one.least if one.most else other.least,
        most=one.most or other.most,
        start=one.start or other.start,
        end=one.end or other.end,
    )


def _without(text: str, dates: Iterable[str]) -> str:
    for written in filter(None, dates):
        text = text.replace(written, " ", 1)
    return " ".join(text.split()).rstrip(" .,;:–—-|(")


def _plain(texts: Iterable[str]) -> str:
    return ", ".join(written.replace("(", " ").strip("@)[]（） ") for written in texts if written)


def _is_ambiguous(text: str, rules: SpanRules) -> bool:
    if "/" not in text and "-" not in text:
        return False
    labelled = [bracket[1] for bracket in _BRACKETS.finditer(text)]
    rests = [match["rest"] for part in labelled if (match := _LABELLED.fullmatch(part))]
    if last := _LAST.search(text):
        rests.append(last["rest"])
    return any(is_ambiguous_date(rest, rules) for rest in rests)
