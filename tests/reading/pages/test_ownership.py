"""Owners and tags, as far as a page names them."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import State, StatedStatus
from mkdocs_plan_plugin.planning.pages.ownership import is_archived
from mkdocs_plan_plugin.reading import read_document


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("---\nowner: Ana Ruiz\n---\n# Plan\n", ("Ana Ruiz",)),
        ("---\nowners: [Ana, Bo]\n---\n# Plan\n", ("Ana", "Bo")),
        ("---\nassigned_to: Ana & Bo\n---\n# Plan\n", ("Ana", "Bo")),
        ("---\nplan:\n  owner: Ana\n---\n# Plan\n", ("Ana",)),
        ("# Plan\n\n**Owner**: Ana Ruiz | **Status**: Draft\n", ("Ana Ruiz",)),
        ("# Plan\n\n**Status**: Draft | **Owner:** [Ana](mailto:a@example.org)\n", ("Ana",)),
        ("# Plan\n\n- Lead: `ana`, `bo`\n", ("ana", "bo")),
        ("# Plan\n\n> Verantwortlich: Ana und Bo\n", ("Ana", "Bo")),
        ("# 計画\n\n担当者: 田中\n", ("田中",)),
        ("# Plan\n\nResponsable : Zoé\n", ("Zoé",)),
        ("# Plan\n\n**Owner**: [Name]\n", ()),
        ("# Plan\n\n**Owner**: TBD\n", ()),
        ("---\nowner: 7\nauthor: Ana\n---\n# Plan\n", ()),
        ("# Plan\n\n## Risks\n\n**Owner**: Ana\n", ()),
        ("# Plan\n\nThe owner: whoever has the key to the house.\n", ()),
    ],
)
def test_owners(text: str, owners: tuple[str, ...]) -> None:
    assert read_document("plan.md", text).ownership.owners == owners


def test_tags() -> None:
    text = "---\ntags:\n  - field\n  - 2027\n  - money\n---\n# Plan\n"
    assert read_document("plan.md", text).ownership.tags == ("field", "money")


@pytest.mark.parametrize(
    ("path", "state", "archived"),
    [
        ("plan.md", None, False),
        ("changes/archive/2026-01-01-x/plan.md", None, True),
        ("Archived/x.md", None, True),
        ("archive.md", None, False),
        ("plan.md", State.CANCELLED, True),
        ("plan.md", State.DONE, False),
    ],
)
def test_archived_pages(path: str, state: State | None, archived: bool) -> None:
    claim = StatedStatus(state, "said", 1) if state else None
    assert is_archived(path, claim) is archived
