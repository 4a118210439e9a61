"""Times in running text: the lists of a Timeline section, and the headings of phases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from mkdocs_plan_plugin.model import Item, PhaseHeading, ScheduleEntry, Section, Span
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.phases import read_phase_heading
from mkdocs_plan_plugin.reading.spans import MONTH_NAMES, read_span

_PLANNED = (
    r"(?:(?:implementation|project|delivery|development|release|rollout|launch|work|phase|sprint"
    r"|milestone|proposed|tentative|overall|estimated)\s+){0,3}"
)
# "Timeline" and the like, with little around: not "Maintenance schedule" or "Timeline risks".
_TIMELINE = re.compile(
    rf"""[\W_]*(?:\d+(?:\.\d+)*[.)]?\s+)?
    (?:(?:[\w-]+\s+){{0,3}}(?:timeline|milestones)
    |{_PLANNED}(?:schedule|time\ (?:estimates?|plan)|effort\ estimates?)
    |(?:total\ )?(?:estimated|planned)\ (?:time|duration|effort|timeline)
    |(?:cronograma|calendario|calendário|calendrier|zeitplan|сроки)(?:\s+\w+){{0,3}}
    |.*(?:时间线|时间表|进度安排|スケジュール|일정)
    )(?:\s+(?:overview|summary|estimates?))?[\W_]*(?:[(&:：—–-].*|\s(?:and|of|for|und|et|y)\s.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_SPLIT = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+")
# What a page says of itself, not of its plan.
_STAMP = re.compile(
    r"\W*(?:last[- ])?(?:updated?|created|modified|edited|revised|date|author|version|status)\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\s*(?:{MONTH_NAMES})\.?\s+\d{{1,2}}\b", re.IGNORECASE)
_AT_END = re.compile(r"(?P<name>.*\S)\s*[(（\[](?P<value>[^()（）\[\]]+)[)）\]]\W*")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")


def find_timeline(sections: Sequence[Section]) -> int | None:
    """Return the index of the section that a timeline chart belongs under, or None."""
    return next(
        (
            index
            for index, section in enumerate(sections)
            if section.level > 1 and _TIMELINE.fullmatch(section.title)
        ),
        None,
    )


def _within(sections: Sequence[Section], index: int | None, ancestor: int) -> bool:
    while index is not None and index != ancestor:
        index = sections[index].parent
    return index == ancestor


def timeline_items(blocks: Blocks, timeline: int | None) -> list[Item]:
    """The list items of the Timeline section, ticked off or not, in the order of the text."""
    if timeline is None:
        return []
    return [item for item in blocks.items if _within(blocks.sections, item.section, timeline)]


def read_timeline(blocks: Blocks, items: Iterable[Item]) -> Iterator[ScheduleEntry]:
    """`- Phase 1: 2 weeks`, `- **Week 1-2**: Foundation`, `- Phase 1: Setup (2 weeks)`."""
    said: dict[int, Span] = {}
    for item in items:
        found = _named_span(item.text) or _unread_phase(item.text)
        if not found or _STAMP.match(found[0]):
            continue
        name, span, written = found
        outer = _around(blocks, item, said)
        placed = _inside(span, outer, restarts=True) if outer and span != Span() else span
        if placed:
            if placed != Span():
                said[item.line] = placed
            yield ScheduleEntry(name, placed, written, item.line, item.section)


def _named_span(text: str) -> tuple[str, Span, str] | None:
    """A name, its time and the time as written: `A: 2 weeks`, `Week 1: A`, `A (2 weeks)`."""
    cuts = [(cut.start(), cut.end()) for cut in _SPLIT.finditer(text) if cut.start()]
    for start, end in cuts[:1]:
        if span := read_span(text[end:]):
            return text[:start], span, text[end:]
        span = read_span(text[:start])
        if span and (span.first is not None or span.start):
            return text[end:], span, text[:start]
    for start, end in cuts[1:][-1:]:
        if _MONTH_DAY.match(text, cuts[0][1]):
            break  # the two ends of a range, not a name and a date
        if span := read_span(text[end:]):
            return text[:start], span, text[end:]
    if (match := _AT_END.fullmatch(text)) and (span := read_span(match["value"])):
        return match["name"], span, match["value"]
    return None


def _unread_phase(text: str) -> tuple[str, Span, str] | None:
    """A phase whose time can't be read, as in `Phase 2: TBD`: it keeps its place in the order."""
    cut = _SPLIT.search(text)
    heading = read_phase_heading(text[: cut.start()]) if cut else None
    if cut and heading and heading.number:
        return text[: cut.start()], Span(), text[cut.end() :]
    return None


def _around(blocks: Blocks, item: Item, said: Mapping[int, Span]) -> Span | None:
    """The time of the item or heading that an item stands in."""
    around = item
    while around.outer is not None:
        around = blocks.items[around.outer]
        if around.line in said and around.line != item.line:
            return said[around.line]
    index = item.section
    while index is not None:
        section = blocks.sections[index]
        if span := read_span(_SPLIT.split(section.title)[0]):
            return span
        index = section.parent
    return None


def _inside(span: Span, outer: Span, *, restarts: bool) -> Span | None:
    """A time that stands within another one, or None when it tells nothing new.

    Durations are parts of the outer one. Where counting restarts, `Day 2` in `Week 3` is a day
    of that week.
    """
    if span.start or span.end:
        return span
    if span.first is None or span.last is None or outer.first is None or outer.last is None:
        return None
    # Give or take a tenth: three months are not quite thirteen weeks.
    if 0.9 * outer.first <= span.first < outer.last:
        return span
    shifted = Span(first=outer.first + span.first, last=outer.first + span.last)
    return shifted if restarts and (shifted.last or 0) <= outer.last else None


def read_headings(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading]
) -> Iterator[ScheduleEntry]:
    """`Phase 1: Setup (Week 1-2)`, `Phase 2 (3 days)`, `Week 3: Polish`, `Phase 1 - Week 1: X`.

    Headings of one run only: other weeks 1, 2, 3 on the page seldom count from the same day.
    """
    said: dict[int, Span] = {}
    runs: defaultdict[int | None, list[ScheduleEntry]] = defaultdict(list)
    for index, heading in phases.items():
        section = sections[index]
        found = _heading_span(section.title, heading)
        if not found:
            continue
        top, outer = _outermost(sections, index, said)
        span = _inside(found[0], outer, restarts=False) if outer else found[0]
        if span:
            said[index] = span
            entry = ScheduleEntry(section.title, span, found[1], section.line, index)
            runs[sections[top].parent].append(entry)
    every = sorted(chain.from_iterable(runs.values()), key=lambda entry: entry.line)
    if not all(entry.span.start or entry.span.end for entry in every):
        every = next((run for run in runs.values() if len(run) > 1), every)
    yield from every


def _outermost(
    sections: Sequence[Section], index: int, said: Mapping[int, Span]
) -> tuple[int, Span | None]:
    """The outermost section around that has a time of its own, and the nearest one's time."""
    top, nearest, parent = index, None, sections[index].parent
    while parent is not None:
        if parent in said:
            top, nearest = parent, nearest or said[parent]
        parent = sections[parent].parent
    return top, nearest


def _heading_span(title: str, heading: PhaseHeading) -> tuple[Span, str] | None:
    told = [*_BRACKETS.findall(title), heading.name]
    if heading.kind in ("week", "day", "month") and heading.number:
        told.append(f"{heading.kind} {heading.number}")
    found = ((read_span(written), written.partition(":")[0]) for written in told)
    return next(((span, written) for span, written in found if span), None)
