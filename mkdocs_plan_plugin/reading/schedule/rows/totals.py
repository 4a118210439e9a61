"""Recognize the total of a schedule: `Total: 9 weeks`, `Estimated time: 9 weeks`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.reading.lexicon.times import LENGTHS, Column, column_of_label

_TOTAL = re.compile(
    r"\W*(?:(?:grand )?total\b.*|overall(?: (?:timeline|duration|time|effort|estimate))?\W*"
    r"|(?:gesamt|итого|всего|总计|合計|총).*)",
    re.IGNORECASE,
)


def says_total(text: str) -> bool:
    """Return whether a text says that it is a total."""
    return bool(_TOTAL.fullmatch(text)) or column_of_label(text) is Column.TOTAL


def is_total_name(name: str) -> bool:
    """Return whether a name is that of the total: also `Duration` or `Effort` alone."""
    return says_total(name) or column_of_label(name) in LENGTHS
