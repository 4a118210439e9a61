"""Times in the lists of a Timeline section: `- Phase 1: 2 weeks`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_plan_plugin.model import Item, ScheduleEntry, Section, Span
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.dependencies import NO_LINKS, Links
from mkdocs_plan_plugin.reading.milestones import is_milestone
from mkdocs_plan_plugin.reading.months import MONTH_NAMES
from mkdocs_plan_plugin.reading.phases import read_phase_heading
from mkdocs_plan_plugin.reading.schedule_labels import Kind, label_kind
from mkdocs_plan_plugin.reading.schedule_lines import links_of
from mkdocs_plan_plugin.reading.spans import DEFAULT_SPAN_RULES, UNKNOWN, SpanRules, read_span

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
    )(?:\s+(?:overview|summary|estimates?|20\d\d))?[\W_]*(?:[(&:：—–-].*|\s(?:and|of|for|und|et|y)\s.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_SPLIT = re.compile(r"\s*[:：]\s*|\s+[—–-]\s+")
# What a page says of itself, not of its plan.
_STAMP = re.compile(
    r"\W*(?:last[- ])?(?:updated?|created|modified|edited|revised|date|author|version|status)\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\s*(?:{MONTH_NAMES})\.?\s+\d{{1,2}}\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?P<time>(?P<start>[^:：]+?)\s+[—–-]\s+(?P<end>[^:：]+?))\s*[:：]\s*(?P<name>\S.*)"
)
_AT_END = re.compile(r"(?P<name>.*\S)\s*[(（\[](?P<value>[^()（）\[\]]+)[)）\]]\W*")


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


def is_within(sections: Sequence[Section], index: int | None, ancestor: int) -> bool:
    """Whether a section is another one or in it."""
    while index is not None and index != ancestor:
        index = sections[index].parent
    return index == ancestor


def timeline_items(blocks: Blocks, timeline: int | None) -> list[Item]:
    """The list items of the Timeline section, ticked off or not, in the order of the text."""
    if timeline is None:
        return []
    return [item for item in blocks.items if is_within(blocks.sections, item.section, timeline)]


def read_timeline(
    blocks: Blocks,
    items: Sequence[Item],
    phases: Container[int] = (),
    rules: SpanRules = DEFAULT_SPAN_RULES,
) -> Iterator[ScheduleEntry]:
    """`- Phase 1: 2 weeks`, `- **Week 1-2**: Foundation`, `- Phase 1: Setup (2 weeks)`.

    Items such as `Duration: 2 weeks` are said of the item that they stand in.
    """
    said: dict[int, Span] = {}
    details = _details(blocks, items, rules)
    for item in items:
        if item.line in details.lines or _is_of_phase(item, phases):
            continue
        found = _named_span(item.text, rules) or _unread_phase(item.text)
        found = details.complete(item, found)
        if not found or _STAMP.match(found[0]) or _is_deadline(found):
            continue
        name, span, written = found
        outer = _around(blocks, item, said, rules)
        placed = inside(span, outer, restarts=True) if outer and span != UNKNOWN else span
        if placed == UNKNOWN and outer and not _is_phase(name):
            continue  # a part of something whose time is known
        if placed:
            if placed != UNKNOWN:
                said[item.line] = placed
            links = details.links.get(item.line, NO_LINKS)
            yield ScheduleEntry(
                *(name, placed, written, item.line, item.section),
                after=links.after,
                beside=links.beside,
                is_milestone=is_milestone(name, placed),
            )


_Named = tuple[str, Span, str]


@dataclass(slots=True)
class _Details:
    """What items say of the items that they stand in, by the lines of these.

    `lines` are those of the items that say it.
    """

    lines: set[int] = field(default_factory=set)
    times: dict[int, tuple[Span, str]] = field(default_factory=dict)
    links: dict[int, Links] = field(default_factory=dict)

    def complete(self, item: Item, found: _Named | None) -> _Named | None:
        """Give an item that has no time of its own the one that is said of it."""
        time = self.times.get(item.line)
        if not time or (found and found[1] != UNKNOWN):
            return found
        return item.text.rstrip(" :："), *time


def _details(blocks: Blocks, items: Iterable[Item], rules: SpanRules) -> _Details:
    found = _Details()
    for item in items:
        cut = _SPLIT.search(item.text) if item.outer is not None else None
        kind = label_kind(item.text[: cut.start()]) if cut else None
        if not cut or item.outer is None or kind is None:
            continue
        owner, value = blocks.items[item.outer].line, item.text[cut.end() :]
        if kind in (Kind.LINKS, Kind.BESIDE):
            links = links_of(kind, value)
            found.links[owner] = found.links.get(owner, NO_LINKS) + links
        elif kind in (Kind.TIME, Kind.ESTIMATE, Kind.EFFORT):
            span = read_span(value, rules)
            if span is not None and (kind is Kind.TIME or owner not in found.times):
                found.times[owner] = span, value
        else:
            continue
        found.lines.add(item.line)
    return found


def _is_of_phase(item: Item, phases: Container[int]) -> bool:
    """Whether an item is a line such as `Duration: 2 weeks` below the heading of a phase."""
    cut = _SPLIT.search(item.text) if item.section in phases else None
    return bool(cut and label_kind(item.text[: cut.start()]))


def _is_deadline(found: _Named) -> bool:
    """Whether an item gives the date that all must be done by, which is no part of the work."""
    return bool(found[1].start or found[1].end) and label_kind(found[0]) is Kind.DEADLINE


def _named_span(text: str, rules: SpanRules) -> _Named | None:
    """A name, its time and the time as written: `A: 2 weeks`, `Week 1: A`, `A (2 weeks)`."""
    if named := _after_range(text, rules):
        return named
    cuts = [(cut.start(), cut.end()) for cut in _SPLIT.finditer(text) if cut.start()]
    for start, end in cuts[:1]:
        if span := read_span(text[end:], rules):
            return text[:start], span, text[end:]
        span = read_span(text[:start], rules)
        if span and (span.first is not None or span.start):
            return text[end:], span, text[:start]
    for start, end in cuts[1:][-1:]:
        if _MONTH_DAY.match(text, cuts[0][1]):
            break  # the two ends of a range, not a name and a date
        if span := read_span(text[end:], rules):
            return text[:start], span, text[end:]
    if (match := _AT_END.fullmatch(text)) and (span := read_span(match["value"], rules)):
        return match["name"], span, match["value"]
    return None


def _after_range(text: str, rules: SpanRules) -> _Named | None:
    """`Jan 15 - Feb 2: A`, `Week 1 - Week 2: A`: the dash stands in the time, not behind it."""
    match = _RANGE.match(text)
    if not match or not read_span(match["end"], rules):
        return None
    span, first = read_span(match["time"], rules), read_span(match["start"], rules)
    if not span or not first or span == first or not (span.start or span.first is not None):
        return None
    return match["name"], span, match["time"]


def _is_phase(name: str) -> bool:
    heading = read_phase_heading(name)
    return bool(heading and heading.number)


def _unread_phase(text: str) -> _Named | None:
    """A phase whose time can't be read, as in `Phase 2: soon`: it keeps its place in the order."""
    cut = _SPLIT.search(text)
    if cut and _is_phase(text[: cut.start()]):
        return text[: cut.start()], UNKNOWN, text[cut.end() :]
    return None


def _around(blocks: Blocks, item: Item, said: Mapping[int, Span], rules: SpanRules) -> Span | None:
    """The time of the item or heading that an item stands in."""
    around = item
    while around.outer is not None:
        around = blocks.items[around.outer]
        if around.line in said and around.line != item.line:
            return said[around.line]
    index = item.section
    while index is not None:
        section = blocks.sections[index]
        if span := read_span(_SPLIT.split(section.title)[0], rules):
            return span
        index = section.parent
    return None


def inside(span: Span, outer: Span, *, restarts: bool) -> Span | None:
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
