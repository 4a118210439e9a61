"""Read the task lists of many versions of pages, which share most of their text.

A text is read with all its checkboxes open, and split at headings; each part is read once. The
result is the same as for the whole page: a heading at the margin ends every block, unless it is
part of an open code block, comment or the like, which the parser detects.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mkdocs_plan_plugin.history.versions import NO_TASKS, TICKED, Outline, TaskList
from mkdocs_plan_plugin.model import Form, State
from mkdocs_plan_plugin.reading import TaskRules, read_sections_and_tasks
from mkdocs_plan_plugin.reading.markdown import split_front_matter, without_controls

# A page without any of these has no checkbox.
_SIGNS = ("[", "☐", "☑", "☒")
# Only code and HTML can continue after a heading at the margin.
_OPENS = ("```", "~~~", "<")
_TICKED_BOX = re.compile(r"\[[xX]\](?=[ \t])")
_MARKER = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+")
_HEADING = re.compile(r"\n#{1,6}(?=[ \t\n])")
# Constructs that affect other parts: link definitions, and elements that contain Markdown.
_NON_LOCAL = re.compile(r"^[ >*+.)\d-]*\[[^\]\n]+\]:|<\w[^<>\n]*\smarkdown", re.MULTILINE)
_NEXT = "# Next\n"
# The number of parts to cache; the versions of one page have fewer.
_MAX_PARTS = 5_000


class TaskListReader:
    """Reads versions of pages, caching parts, so versions of one page are best read in a row.

    The rules are those of the site and not of one page, because a version can have several
    paths: the marks that tools give a meaning of their own do not affect ticks.
    """

    def __init__(self, rules: TaskRules) -> None:
        self._rules = rules
        self._cache: dict[str, TaskList | None] = {}
        self._last = "", NO_TASKS

    def read(self, text: str) -> TaskList:
        """Find the tasks of a text whose lines end with line feeds, apart from table rows.

        A ticked checkbox within the text of a task is shown as open in that text.
        """
        if not _has(text, _SIGNS):
            return NO_TASKS
        body = without_controls(split_front_matter("", text).body)
        body, ticked = _without_ticks(body)
        if body != self._last[0]:
            self._last = body, self._join(_parts(body))
        outline, ticks = self._last[1]
        if not ticked:
            return self._last[1]
        both = zip(outline.lines, ticks, strict=True)
        return TaskList(
            outline, "".join([TICKED if line in ticked else tick for line, tick in both])
        )

    def _join(self, parts: list[str]) -> TaskList:
        """The tasks of successive parts."""
        texts: list[str] = []
        headings: list[str] = []
        lines: list[int] = []
        ticks = ""
        line = at = 0
        while at < len(parts):
            found, count = self._closed(parts, at)
            texts += found.outline.texts
            headings += found.outline.headings
            lines += [line + number for number in found.outline.lines]
            ticks += found.ticks
            line += sum(part.count("\n") for part in parts[at : at + count])
            at += count
        return TaskList(Outline(tuple(texts), tuple(headings), tuple(lines)), ticks)

    def _closed(self, parts: list[str], at: int) -> tuple[TaskList, int]:
        """The tasks of a part, joined with the next parts until no block is left open."""
        count = 1
        while at + count < len(parts):
            found = self._part("".join(parts[at : at + count]), _NEXT)
            if found:
                return found, count
            count *= 2  # growing by one would read a long block over and over
        return self._part("".join(parts[at:]), "") or NO_TASKS, len(parts) - at

    def _part(self, text: str, after: str) -> TaskList | None:
        """The tasks of a part, or None if the text after it belongs to it."""
        if not _has(text, _SIGNS) and not _has(text, _OPENS):
            return NO_TASKS
        key = text + after
        if key not in self._cache:
            if len(self._cache) >= _MAX_PARTS:
                self._cache.clear()
            self._cache[key] = self._read(text, after)
        return self._cache[key]

    def _read(self, text: str, after: str) -> TaskList | None:
        sections, tasks = read_sections_and_tasks(text + after, self._rules)
        if after and not (sections and sections[-1].line == text.count("\n") + 1):
            return None
        boxes = [task for task in tasks if task.form is not Form.ROW]
        outline = Outline(
            tuple([box.text for box in boxes]),
            tuple(["" if box.section is None else sections[box.section].title for box in boxes]),
            tuple([box.line for box in boxes]),
        )
        return TaskList(outline, "".join(TICKED if b.state is State.DONE else " " for b in boxes))


def _without_ticks(body: str) -> tuple[str, set[int]]:
    """A text with the checkboxes of its items open, and the lines on which they were ticked."""
    ticked = set()
    pieces = []
    line, at = 1, 0
    for match in _TICKED_BOX.finditer(body):
        box = match.start()
        if _MARKER.fullmatch(body, body.rfind("\n", 0, box) + 1, box):
            line += body.count("\n", at, box)
            ticked.add(line)
            pieces.append(body[at : box + 1])
            at = box + 2
    return " ".join([*pieces, body[at:]]), ticked


def _parts(body: str) -> list[str]:
    """A text split before headings; unsplit if its parts affect each other."""
    if ("]:" in body or " markdown" in body) and _NON_LOCAL.search(body):
        return [body]
    cuts = [0, *(match.start() + 1 for match in _HEADING.finditer(body)), len(body)]
    return [body[first:end] for first, end in pairwise(cuts)]


def _has(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)
