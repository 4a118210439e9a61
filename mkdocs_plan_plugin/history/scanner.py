"""A version of a page to its boxes: text, tick, heading and line of each.

Versions have most of their lines in common, and most differ in no more than ticks.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from mkdocs_plan_plugin.history.lines import Line, differ_in_tick
from mkdocs_plan_plugin.history.scans import NOTHING, Outline, Scan
from mkdocs_plan_plugin.history.walk import Walk
from mkdocs_plan_plugin.reading.front_matter import split_front_matter
from mkdocs_plan_plugin.reading.states import StateRules

_FRONT = re.compile(r"\A-{3}[ \t]*\n(?:.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_TAB = 4
# No page without one of these has a box.
_SIGNS = ("[", "☐", "☑", "☒")
# So many different lines are remembered; the versions of one page have fewer.
_LIMIT = 20_000


class Scanner:
    """Scans versions of pages, best those of one page after the other: it remembers lines."""

    def __init__(self, states: StateRules) -> None:
        self._states = states
        self._lines: dict[str, Line] = {}
        self._fronts: dict[str, bool] = {}
        self._outlines: dict[Outline, Outline] = {}
        self._last: tuple[int, list[str], Scan] = (0, [], NOTHING)

    def scan(self, text: str) -> Scan:
        """Find the boxes of a text whose lines end with line feeds."""
        if not any(sign in text for sign in _SIGNS):
            return NOTHING
        first = 0
        if text.startswith("---"):
            text, first = self._without_front(text)
        lines = (text.expandtabs(_TAB) if "\t" in text else text).split("\n")
        if len(self._lines) > _LIMIT:
            self._lines.clear()
        scan = self._like_last(first, lines)
        if scan is None:
            outline, ticks = Walk(self._states).run(lines, self._lines, first)
            scan = Scan(self._outlines.setdefault(outline, outline), ticks)
        self._last = first, lines, scan
        return scan

    def _like_last(self, first: int, lines: list[str]) -> Scan | None:
        """The scan of a text that is the last one but for ticks, as most versions of a page are."""
        last_first, last_lines, last = self._last
        if first != last_first or len(lines) != len(last_lines):
            return None
        changed = [
            (at, one, other)
            for at, (one, other) in enumerate(zip(last_lines, lines, strict=True), first + 1)
            if one != other
        ]
        ticks = list(last.ticks)
        for number, one, other in changed:
            at = bisect_left(last.outline.lines, number)
            is_kept = at < len(ticks) and last.outline.lines[at] == number
            if not is_kept or not differ_in_tick(one, other):
                return None
            ticks[at] = " " if ticks[at] == "x" else "x"
        return Scan(last.outline, "".join(ticks))

    def _without_front(self, text: str) -> tuple[str, int]:
        """The text below the front matter, and the number of lines of that."""
        match = _FRONT.match(text)
        if not match:
            return text, 0
        front = match[0]
        if front not in self._fronts:
            self._fronts[front] = not split_front_matter("", front)[1].strip()
        return (text[match.end() :], front.count("\n")) if self._fronts[front] else (text, 0)
