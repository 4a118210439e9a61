"""The states that spec-kitty logs in `status.events.jsonl`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import read_mission_events


def moved(package: str, lane: str, at: str, name: str, **more: object) -> str:
    """A line of a log."""
    event = {"wp_id": package, "to_lane": lane, "at": at, "event_id": name}
    return json.dumps(event | more)


def noted(package: str, subtasks: dict[str, str], at: str, name: str) -> str:
    event = {"kind": "annotation", "wp_id": package, "delta": {"subtasks": subtasks}}
    return json.dumps(event | {"at": at, "event_id": name})


def test_the_last_event_of_each_work_package_tells_its_lane() -> None:
    log = [
        moved("WP01", "done", "2027-03-02T09:00:00+00:00", "E3"),
        moved("WP02", "claimed", "2027-03-01T09:00:00Z", "E2"),
        moved("WP01", "in_progress", "2027-03-02T10:30:00+02:00", "E9"),
        moved("WP01", "planned", "2027-03-01T08:00:00", "E1"),
        json.dumps({"event_type": "MissionCreated", "event_id": "E0"}),
    ]
    events = read_mission_events("\n".join(log))
    assert events.status.lanes == {"WP01": "done", "WP02": "claimed"}
    assert events.status.lane_state("WP02") is State.IN_PROGRESS
    assert events.ids == ["E1", "E2", "E9", "E3"]
    assert events.unread == ()


def test_subtasks_have_what_was_noted_last() -> None:
    log = [
        noted("WP01", {"T001": "done", "T002": "planned"}, "2027-03-01T08:00:00Z", "E1"),
        noted("WP01", {"T002": "done", "T003": "who knows"}, "2027-03-02T08:00:00Z", "E3"),
        noted("WP01", {"T001": "planned"}, "2027-03-01T09:00:00Z", "E2"),
    ]
    status = read_mission_events("\n".join(log)).status
    assert status.subtasks == {"T001": State.OPEN, "T002": State.DONE}
    assert status.packages == {"T001": "WP01", "T002": "WP01", "T003": "WP01"}
    assert status.lanes == {}


@pytest.mark.parametrize("last", ["E1", "E2"])
def test_of_two_events_at_one_time_the_one_that_sends_work_back_counts(last: str) -> None:
    at, other = "2027-03-01T08:00:00Z", {"E1": "E2", "E2": "E1"}[last]
    back = moved("WP01", "in_progress", at, last, from_lane="in_review")
    on = moved("WP01", "done", at, other, from_lane="in_review")
    assert read_mission_events(f"{back}\n{on}").status.lanes == {"WP01": "in_progress"}


def test_what_goes_beyond_a_status() -> None:
    log = [moved("WP01", "claimed", f"2027-03-0{day}T08:00:00Z", f"E{day}") for day in (1, 2)]
    events = read_mission_events("\n".join(log))
    assert events.goes_beyond("E1")
    assert not events.goes_beyond("E2")
    assert not events.goes_beyond("E7")
    assert not events.goes_beyond("")


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< ours",
        "{",
        "[]",
        "7",
        "[" * 100_000,
        moved("WP01", "done", "yesterday", "E2"),
        '{"wp_id": "WP01", "to_lane": "done"}',
    ],
)
def test_lines_that_are_no_events(line: str) -> None:
    log = f"\n{moved('WP01', 'claimed', '2027-03-01T08:00:00Z', 'E1')}\n{line}\n"
    events = read_mission_events(log)
    assert events.status.lanes == {"WP01": "claimed"}
    assert events.unread == (3,)


@given(st.text())
def test_any_text(text: str) -> None:
    read_mission_events(text)
