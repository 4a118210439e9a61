"""Read the `status.events.jsonl` of spec-kitty, the log from which it makes `status.json`.

The last event of each work package tells its lane, by time and not by line: branches that are
merged may append their events in any order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from mkdocs_plan_plugin.reading.mission_status import MissionStatus, status_of


@dataclass(frozen=True, slots=True)
class MissionEvents:
    """What a log tells.

    Attributes:
        status: The lanes and subtasks after the last events.
        ids: The ids of the events that change lanes, in the order of time.
        unread: The lines that are no events.
    """

    status: MissionStatus
    ids: Sequence[str]
    unread: tuple[int, ...]

    def goes_beyond(self, last: str) -> bool:
        """Return whether there are events after one."""
        return last in self.ids[:-1]


class _Event(NamedTuple):
    """A change of a lane, or of subtasks, with what decides the order."""

    at: datetime
    goes_back: bool  # of two at the same time, the one that sends work back is the later
    name: str
    package: str
    lane: str
    subtasks: Mapping[str, object]


def read_mission_events(text: str) -> MissionEvents:
    """Read the text of a log. Never raises."""
    events: list[_Event] = []
    unread: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            written = json.loads(line)
            if event := _event(written):
                events.append(event)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            unread.append(number)
    events.sort(key=lambda event: event[:3])
    lanes = {event.package: event.lane for event in events if event.lane}
    subtasks = _subtasks(events)
    return MissionEvents(
        status_of(lanes, subtasks),
        [event.name for event in events if event.lane],
        tuple(unread),
    )


def _event(written: Mapping[str, object]) -> _Event | None:
    """Return the event of a line, or None if it is about something else, such as the mission.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: The line is no event.
    """
    lane, delta = written.get("to_lane"), written.get("delta")
    if lane is None and not isinstance(delta, dict):
        return None
    before = written.get("from_lane")
    goes_back = lane == "in_progress" and (
        before == "in_review" or (before == "for_review" and written.get("review_ref") is not None)
    )
    return _Event(
        _time(str(written["at"])),
        goes_back,
        str(written["event_id"]),
        str(written["wp_id"]),
        str(lane or ""),
        delta.get("subtasks") or {} if isinstance(delta, dict) else {},
    )


def _time(written: str) -> datetime:
    time = datetime.fromisoformat(written)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _subtasks(events: Iterable[_Event]) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for event in events:
        if isinstance(event.subtasks, dict):
            found.setdefault(event.package, {}).update(event.subtasks)
    return found
