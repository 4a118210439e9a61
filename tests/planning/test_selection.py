"""Which plans the argument of a directive means, and what is said where it means none."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Health, Plan, Progress, Verdict
from mkdocs_plan_plugin.planning.directives import request_of
from mkdocs_plan_plugin.planning.selection import Selector
from mkdocs_plan_plugin.planning.slugs import slugs_of

PLANS = (
    Plan("specs/001-alerts/plan.md", "Alerts", progress=Progress(1, 2), owners=("Ana Ruiz",)),
    Plan("specs/002-fares/plan.md", "Fares", progress=Progress(2, 2), tags=("field", "money")),
    Plan(
        "plans/2026-docks.md",
        "Docks & piers",
        progress=Progress(0, 2),
        verdict=Verdict(Health.LATE, "", {}),
    ),
    Plan("archive/alerts/plan.md", "Old alerts", progress=Progress(1, 2), is_archived=True),
)
PLANS_OF = {"specs/001-alerts/spec.md": PLANS[:1]}
SELECTOR = Selector(PLANS, PLANS_OF)


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


def test_nothing_means_the_page_or_all_that_are_active() -> None:
    assert titles("", "specs/001-alerts/spec.md") == ["Alerts"]
    assert titles("") == ["Alerts", "Fares", "Docks & piers"]


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
        ("specs/001-alert", "there is no plan 'specs/001-alert'", "specs/001-alerts"),
        ("colour=red", "plans have no 'colour'", "status"),
        ('"unclosed', "there is no plan '\"unclosed'", ""),
    ],
)
def test_what_means_nothing_is_told(argument: str, problem: str, nearest: str) -> None:
    found = SELECTOR.select(argument, "index.md")
    assert (found.plans, found.problem) == ((), problem)
    assert nearest in " ".join(found.nearest)


def test_what_directives_ask_for() -> None:
    def asked(name: str, argument: str) -> tuple[list[str], str, str]:
        found = request_of(name, argument, "index.md", SELECTOR, PLANS)
        return [plan.title for plan in found.selection.plans], found.key, found.kind

    assert asked("tasks", "001-alerts open") == (["Alerts"], "", "open")
    assert asked("tasks", "done") == (["Alerts", "Fares", "Docks & piers"], "", "done")
    assert asked("tasks", "001-alerts") == (["Alerts"], "", "next")
    assert asked("roadmap", "team") == (["Alerts", "Fares", "Docks & piers"], "team", "next")
    assert asked("roadmap", "health=late") == (["Docks & piers"], "", "next")
    assert asked("board", "") == (["Alerts", "Fares", "Docks & piers"], "", "next")
    assert asked("overview", "")[0] == ["Alerts", "Fares", "Docks & piers", "Old alerts"]


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
