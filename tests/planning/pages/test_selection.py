"""Selecting plans by name and filter, and the problem where nothing matches."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Health, HealthAssessment, Plan, Progress
from mkdocs_plan_plugin.planning.pages.selection import Selector
from mkdocs_plan_plugin.planning.pages.slugs import slugs_of

PLANS = (
    Plan("specs/001-alerts/plan.md", "Alerts", progress=Progress(1, 2), owners=("Ana Ruiz",)),
    Plan("specs/002-fares/plan.md", "Fares", progress=Progress(2, 2), tags=("field", "money")),
    Plan(
        "plans/2026-docks.md",
        "Docks & piers",
        progress=Progress(0, 2),
        assessment=HealthAssessment(Health.LATE, "", {}),
    ),
    Plan("archive/alerts/plan.md", "Old alerts", progress=Progress(1, 2), is_archived=True),
)
SELECTOR = Selector(PLANS)


def titles(argument: str, page: str = "index.md") -> list[str]:
    found = SELECTOR.select(argument, page)
    assert not found.problem
    return [plan.title for plan in found.plans]


@pytest.mark.parametrize(
    "argument",
    [
        "specs/001-alerts",
        "specs/001-alerts/",
        "/specs/001-alerts",
        "specs/001-alerts/plan.md",
        "specs/001-alerts/plan",
        "001-alerts",
        "alerts",
        '"specs/001-alerts"',
    ],
)
def test_one_plan_by_its_name(argument: str) -> None:
    wanted = ["Alerts"]
    if argument == "alerts":  # the title, though another one's path ends so
        found = SELECTOR.select(argument, "index.md")
        assert found.nearest == ("specs/001-alerts", "archive/alerts")
        return
    assert titles(argument) == wanted


def test_names_from_the_page_and_titles() -> None:
    assert titles("../002-fares", "specs/001-alerts/plan.md") == ["Fares"]
    assert titles("docks & piers") == ["Docks & piers"]
    assert titles("2026-docks") == ["Docks & piers"]
    assert titles("archive/alerts") == ["Old alerts"]


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("status=done", ["Fares"]),
        ("status=in-progress,not-started", ["Alerts", "Docks & piers"]),
        ("health=late", ["Docks & piers"]),
        ("health=none", ["Alerts", "Fares"]),
        ('owner="ana ruiz"', ["Alerts"]),
        ("tag=Field status=done", ["Fares"]),
        ("tag=field status=not-started", []),
    ],
)
def test_filters(argument: str, expected: list[str]) -> None:
    assert titles(argument) == expected


@pytest.mark.parametrize(
    ("argument", "problem", "nearest"),
    [
        (
            "specs/001-alert",
            "no plan named 'specs/001-alert' (did you mean 'specs/001-alerts'?)",
            "specs/001-alerts",
        ),
        ("health=lat", "no health named 'lat' (did you mean 'late'?)", "late"),
        ("status=don", "no status named 'don' (did you mean 'done'?)", "in-progress"),
        ("tag=field heath=late", "no filter named 'heath' (did you mean 'health'?)", "health"),
        ("colour=red", "no filter named 'colour'", "status"),
        ('"unclosed', "no plan named '\"unclosed'", ""),
    ],
)
def test_an_argument_without_a_match_is_a_problem(
    argument: str, problem: str, nearest: str
) -> None:
    found = SELECTOR.select(argument, "index.md")
    assert (found.plans, found.problem) == ((), problem)
    assert nearest in " ".join(found.nearest)


def test_slugs() -> None:
    paths = ["a/plan.md", "a.md", "b/README.md", "plan.md", "c d/tasks.md", "all.md", "ß/plan.md"]
    assert slugs_of(paths) == {
        "a.md": "a",
        "a/plan.md": "a/plan",
        "all.md": "all",
        "b/README.md": "b",
        "c d/tasks.md": "c-d",
        "plan.md": "plan",
        "ß/plan.md": "ß",
    }


def test_slugs_are_different_whatever_the_folders_are_called() -> None:
    paths = ["a#b/plan.md", "a?b/plan.md", "a-b/plan.md", "#/plan.md", "%/plan.md", "A#B/PLAN.md"]
    found = slugs_of(paths)
    assert len({name.lower() for name in found.values()}) == len(paths)
    assert all(name and not set(name) & set("#?% ") for name in found.values())
