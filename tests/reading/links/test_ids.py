"""What looks like an id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.links.ids import (
    DEFAULT_ID_RULES,
    IdRules,
    find_ids,
    is_requirement,
    key_of,
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("FR-001: Riders can pay", ["FR-001"]),
        ("(FR-001, NFR-2 and SC-003)", ["FR-001", "NFR-2", "SC-003"]),
        ("[US1] and US-001 and User Story 1", ["US1", "US1", "US1"]),
        ("T012/T013, T014-T016, T017~T019", ["T012", "T013", "T014", "T016", "T017", "T019"]),
        ("WP01 after ADR-3", ["WP01", "ADR-3"]),
        ("REQ-F1-001 is FR-2.2.1.", ["REQ-F1-001", "FR-2.2.1"]),
        ("_Requirements: 1.1, 1.2_", ["Requirement 1.1", "Requirement 1.2"]),
        ("**Validates: Requirements 3.3**", ["Requirement 3.3"]),
        ("Requirement 4 and", ["Requirement 4"]),
        ("_需求: 5.3, 5.6_", ["Requirement 5.3", "Requirement 5.6"]),
        ("(AC: 2) and AC3", ["AC2", "AC3"]),
        ("see Task 1.4", ["Task 1.4"]),
        ("FR-6.x", ["FR-6"]),
        ("src/T001.py, v2.T1, a@T1, http://x/FR-001", []),
        ("FR-001.md and FR-001-notes", []),
        ("requirements 3 days, 50 % of tasks 4", []),
        ("fr-001 us1", []),
    ],
)
def test_ids(text: str, keys: list[str]) -> None:
    assert [found.key for found in find_ids(text, DEFAULT_ID_RULES)] == keys


def test_where_an_id_is() -> None:
    (found,) = find_ids("see FR-001.", DEFAULT_ID_RULES)
    assert (found.start, found.end) == (4, 10)


def test_a_site_has_ids_of_its_own() -> None:
    rules = IdRules((r"KES/\d+",))
    assert [found.key for found in find_ids("KES/12 for FR-001", rules)] == ["KES/12", "FR-001"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("US-001", "US1"),
        ("US10", "US10"),
        ("US-008.1", "US8.1"),
        ("FR-01", "FR-01"),
        ("AC-2", "AC2"),
    ],
)
def test_keys(written: str, key: str) -> None:
    assert key_of(written) == key


def test_requirements() -> None:
    assert all(map(is_requirement, ("FR-1", "NFR2", "US3", "AC1", "Requirement 1.2")))
    assert not any(map(is_requirement, ("T001", "WP01", "R1", "ADR-1")))


@given(st.text(st.sampled_from("FRUSAC-0123. ,/requirmnt:Task()"), max_size=40))
def test_ids_are_where_they_are_said_to_be(text: str) -> None:
    end = 0
    for found in find_ids(text, DEFAULT_ID_RULES):
        assert end <= found.start < found.end <= len(text)
        end = found.end
