"""Find the timeline section of a page: `## Timeline`, `## Schedule`, `## Milestones`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_plan_plugin.model import Section
from mkdocs_plan_plugin.reading.markdown import Outline

_PLANNED = (
    r"(?:(?:implementation|project|delivery|development|release|rollout|launch|work|phase|sprint"
    r"|milestone|proposed|tentative|overall|estimated)\s+){0,3}"
)
# "Timeline" and the like, with few other words: not "Maintenance schedule" or "Timeline risks".
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


def find_timeline(sections: Sequence[Section]) -> int | None:
    """Return the index of the section that a timeline chart belongs in, or None."""
    return next(iter(find_timelines(sections)), None)


def find_timelines(sections: Sequence[Section]) -> list[int]:
    """Return the sections about the schedule that are in no other one: Timeline, Milestones."""
    outline = Outline(sections)
    every = [
        index
        for index, section in enumerate(sections)
        if section.level > 1 and _TIMELINE.fullmatch(section.title)
    ]
    known = frozenset(every)
    return [each for each in every if known.isdisjoint(outline.ancestors(each))]


def timeline_of(sections: Sequence[Section]) -> dict[int, int]:
    """Return the section about the schedule for each section that is one or in one."""
    found = {index: index for index in find_timelines(sections)}
    for index, section in enumerate(sections):
        if section.parent in found and index not in found:
            found[index] = found[section.parent]
    return found
