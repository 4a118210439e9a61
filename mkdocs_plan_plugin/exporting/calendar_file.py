"""Export phases, milestones and deadlines with dates to iCalendar (RFC 5545)."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urljoin

from mkdocs_plan_plugin.exporting.site_data import Data
from mkdocs_plan_plugin.rendering import Words

_LONGEST_LINE = 73
"""In bytes; longer lines are folded, and continue after a space."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar_file(data: Data, words: Words) -> str:
    """Return the calendar, with all-day events whose ids are stable across builds."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mkdocs-plan-plugin//plans//EN",
        f"X-WR-CALNAME:{_text(data['site'])}",
    ]
    stamp = f"{data['as_of'].replace('-', '')}T000000Z"
    for plan in data["plans"]:
        if not plan["archived"]:
            seen: Counter[tuple[str, str]] = Counter()
            for row in plan["timeline"]:
                key = row["kind"], row["title"]
                lines += _event(data, plan, row, seen[key], stamp, words)
                seen[key] += 1
    return "".join(f"{line}\r\n" for line in _folded([*lines, "END:VCALENDAR"]))


def _event(
    data: Data, plan: Data, row: Data, number: int, stamp: str, words: Words
) -> Iterator[str]:
    key = f"{data['url']} {plan['id']} {row['kind']} {row['title']} {number}"
    name = row["title"] or words("legend.deadline" if row["kind"] == "deadline" else "timeline")
    last = date.fromisoformat(row["planned"]["last"])
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, key)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{row['planned']['first'].replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(plan['title'])}: {_text(name)}"
    yield "TRANSP:TRANSPARENT"
    if data["url"]:
        yield f"URL:{urljoin(data['url'], row['url'] or plan['url'])}"
    yield "END:VEVENT"


def _text(text: str) -> str:
    return "".join(char for char in text if char >= " " or char == "\n").translate(_ESCAPES)


def _folded(lines: list[str]) -> Iterator[str]:
    for line in lines:
        rest = line.encode()
        while len(rest) > _LONGEST_LINE:
            end = _LONGEST_LINE
            while rest[end] & 0xC0 == 0x80:  # not inside a character
                end -= 1
            yield rest[:end].decode()
            rest = b" " + rest[end:]
        yield rest.decode()
