"""Find the Mermaid gantt charts of a page, and the statements of a chart.

Settings in YAML, directives, comments and descriptions are not statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_OPENS = re.compile(r"[\s>]*(?:[-*+]\s+)?(?:`{3,}|~{3,})\s*\{?[\s.]*mermaid\b", re.IGNORECASE)
_FENCES = ("```", "~~~")
_DESCRIPTION = re.compile(r"accDescr\s*\{", re.IGNORECASE)
_Place = tuple[int, int]


class Statement(NamedTuple):
    """A line of a chart, without white space around it."""

    line: int
    text: str


def find_charts(lines: Sequence[str], code: Sequence[_Place]) -> list[_Place]:
    """Return the first and last lines of the code blocks with a gantt chart."""
    return [
        place for place in code if _OPENS.match(lines[place[0] - 1]) and _is_gantt(lines, place)
    ]


def statements_of(lines: Sequence[str], place: _Place) -> Iterator[Statement]:
    """Yield the statements of a chart, after the word `gantt`.

    Args:
        lines: The page's lines.
        place: The first and last line of the code block, 1-based.
    """
    return islice(_body(lines, place), 1, None)


def _is_gantt(lines: Sequence[str], place: _Place) -> bool:
    first = next(_body(lines, place), None)
    return first is not None and first.text.startswith("gantt")


def _body(lines: Sequence[str], place: _Place) -> Iterator[Statement]:
    first, last = place
    is_begin = True
    end = ""  # the end of what is skipped
    for number, line in enumerate(lines[first:last], first + 1):
        text = line.strip(" >\t")
        if end:
            end = "" if end in text else end
        elif text == "---" and is_begin:
            end = text
        elif text.startswith("%%{"):
            end = "" if "}%%" in text else "}%%"
        elif _DESCRIPTION.match(text):
            end = "" if "}" in text else "}"
        elif text and not text.startswith(("%%", *_FENCES)):
            yield Statement(number, text)
        is_begin = is_begin and not text
