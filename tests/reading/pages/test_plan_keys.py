"""Keys below `plan:` that nothing reads."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.lexicon.front_matter import PLAN_KEYS
from mkdocs_plan_plugin.reading.pages import unknown_plan_keys


def problems(front_matter: str) -> list[str]:
    document = read_document("p.md", f"---\n{front_matter}\n---\n# A\n")
    return [found.problem for found in unknown_plan_keys(document)]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("dedline", "deadline"),
        ("Start", "start"),
        ("rol", "role"),
        ("tag", "tags"),
        ("specfication", "specification"),
    ],
)
def test_a_key_that_is_almost_known(key: str, meant: str) -> None:
    assert problems(f"plan:\n  {key}: x") == [
        f"front matter key 'plan.{key}' is unknown (did you mean 'plan.{meant}'?)"
    ]


def test_a_key_like_no_other() -> None:
    assert problems("plan: {weather: fine}") == ["front matter key 'plan.weather' is unknown"]


@pytest.mark.parametrize("key", ["status", "title"])
def test_a_key_of_the_top_level(key: str) -> None:
    assert problems(f"plan: {{{key}: x}}") == [
        f"front matter key 'plan.{key}' is ignored below 'plan:'"
    ]


@pytest.mark.parametrize("key", [*PLAN_KEYS, "Spec", "data_model", "Assigned To"])
def test_known_keys(key: str) -> None:
    assert problems(f"plan: {{{key}: x}}") == []


@pytest.mark.parametrize("front_matter", ["dedline: x", "plan: true", "plan: 01-02", "title: A"])
def test_keys_outside_of_plan_belong_to_other_tools(front_matter: str) -> None:
    assert problems(front_matter) == []
