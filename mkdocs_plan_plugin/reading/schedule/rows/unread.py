"""Report the rows whose time is not understood, such as `3 weks`: they keep their words.

Words without a number, such as "ongoing", are an answer. Prose is no time either.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from difflib import get_close_matches

from mkdocs_plan_plugin.model import Diagnostic, ScheduleEntry, State
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.lexicon.numbers import NUMBER_WORD
from mkdocs_plan_plugin.reading.lexicon.times import ANY_UNIT, UNIT_WORDS
from mkdocs_plan_plugin.reading.schedule.rows.finished import says_done
from mkdocs_plan_plugin.reading.tasks import heading_state
from mkdocs_plan_plugin.reading.time import UNKNOWN, SpanRules, is_impossible_date, read_span

_NUMBER = r"\d+(?:[.,]\d+)?"
_AMOUNT = rf"\W*(?:{_NUMBER}(?:\s*(?:[-–—~]|to|bis|a|à|до)\s*{_NUMBER})?\+?|{NUMBER_WORD})\s*-?"
_MISSPELT = lazy_pattern(rf"{_AMOUNT}(?P<word>[^\W\d_]{{3,}})\W*(?:\(.*)?", re.IGNORECASE)
_UNIT = rf"(?:{ANY_UNIT})(?![^\W_])"
# With the units only once: compiling them takes most of the time.
_SUM = lazy_pattern(rf"(?:(?:\A{_AMOUNT}|(?!\A)\s*[+/]\s*{_NUMBER}\s*){_UNIT})+\W*", re.IGNORECASE)
_DATE = lazy_pattern(
    rf"\W*(?:\d{{4}}[-/.年]|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d|(?:{MONTH_NAMES})\b\.?\s+\d"
    rf"|\d{{1,2}}\.?\s+(?:{MONTH_NAMES})\b)",
    re.IGNORECASE,
)
_DAY = lazy_pattern(r"\d{4}-\d\d?-\d\d?")
_DIGIT = lazy_pattern(r"\d")
_CLOSE = 0.8
_PLACEHOLDER = lazy_pattern(r"[\[{<].*[\]}>]|.*[\[{<$]")


def is_attempt(text: str) -> bool:
    """Return whether a text that cannot be read as a time is nothing but one: `3 weks`."""
    if says_done(text) or _PLACEHOLDER.match(text):
        return False
    return bool(_DATE.match(text)) or _is_length(text)


def is_attempt_alone(text: str) -> bool:
    """Return whether a text is an attempt, and so certainly that it needs nothing around it."""
    return _is_length(text) or bool(_DAY.fullmatch(text))


def _is_length(text: str) -> bool:
    if _SUM.fullmatch(text):
        return True
    misspelt = _MISSPELT.fullmatch(text)
    return bool(misspelt and get_close_matches(misspelt["word"].lower(), UNIT_WORDS, 1, _CLOSE))


def unread_times(
    path: str,
    entries: Iterable[ScheduleEntry],
    known: Container[int],
    rules: SpanRules,
    timed: Container[int] = (),
) -> Iterator[Diagnostic]:
    """Report the entries with a text that should be a time.

    Args:
        path: The page.
        entries: The entries.
        known: The lines that other diagnostics are about.
        rules: The rules for reading times.
        timed: The lines of rows in which each text with a number should be a time.
    """
    for entry in entries:
        is_unread = entry.span == UNKNOWN and read_span(entry.written, rules) is None
        is_finished = heading_state(entry.name) is State.DONE
        if not is_unread or is_finished or entry.line in known or says_done(entry.written):
            continue
        if is_attempt(entry.written) or (entry.line in timed and _DIGIT.search(entry.written)):
            yield _diagnostic(path, entry)


def _diagnostic(path: str, entry: ScheduleEntry) -> Diagnostic:
    what = "no such date" if is_impossible_date(entry.written) else "unknown time"
    return Diagnostic(
        path,
        entry.line,
        f"{what} {entry.written!r} of {entry.name!r}, so neither it nor the durations after it"
        " are drawn",
        "write a duration such as '2 weeks', or dates such as '2026-01-05 to 2026-01-31'",
    )
