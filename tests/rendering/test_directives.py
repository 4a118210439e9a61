"""What comments that ask for widgets mean, and what is said where they mean nothing."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan, Progress, Severity
from mkdocs_plan_plugin.planning.portfolio import Portfolio
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.rendering.directives import ArgumentReader, wrong_directives
from mkdocs_plan_plugin.rendering.register import WIDGETS
from mkdocs_plan_plugin.rendering.site.tasks import completed_this_week, open_tasks, ready

ALERTS = Plan("specs/001-alerts/plan.md", "Alerts", progress=Progress(1, 2))
FARES = Plan("specs/002-fares/plan.md", "Fares", progress=Progress(2, 2))
OLD = Plan("archive/alerts/plan.md", "Old alerts", progress=Progress(1, 2), is_archived=True)
PORTFOLIO = Portfolio(
    plans=(ALERTS, FARES, OLD), plans_of={"specs/001-alerts/spec.md": (ALERTS,), OLD.path: (OLD,)}
)


@pytest.mark.parametrize(
    ("name", "argument", "titles", "key"),
    [
        ("tasks", "001-alerts open", "Alerts", ""),
        ("tasks", "done", "Alerts Fares", ""),
        ("tasks", "001-alerts", "Alerts", ""),
        ("tasks", "archive/alerts", "Old alerts", ""),
        ("roadmap", "", "Alerts Fares", ""),
        ("roadmap", "team", "Alerts Fares", "team"),
        ("roadmap", "status=done", "Fares", ""),
        ("board", " ", "Alerts Fares", ""),
        ("board", "status=done", "Fares", ""),
        ("progress", "", "Alerts Fares", ""),
        ("overview", "", "Alerts Fares Old alerts", ""),
    ],
)
def test_which_plans_are_shown(name: str, argument: str, titles: str, key: str) -> None:
    asked = ArgumentReader(PORTFOLIO).read(WIDGETS[name], argument, "index.md")
    assert " ".join(plan.title for plan in asked.selection.plans) == titles
    assert asked.key == key


def test_on_the_page_of_a_plan_its_own() -> None:
    reader = ArgumentReader(PORTFOLIO)
    for name, titles in (("progress", ["Alerts"]), ("board", ["Alerts", "Fares"])):
        asked = reader.read(WIDGETS[name], "", "specs/001-alerts/spec.md")
        assert [plan.title for plan in asked.selection.plans] == titles
    assert reader.read(WIDGETS["progress"], "", OLD.path).selection.plans == (OLD,)


@pytest.mark.parametrize(
    ("argument", "render"),
    [
        ("", ready),
        ("001-alerts", ready),
        ("next", ready),
        ("001-alerts open", open_tasks),
        ("done", completed_this_week),
    ],
)
def test_kinds_of_tasks(argument: str, render: object) -> None:
    assert ArgumentReader(PORTFOLIO).read(WIDGETS["tasks"], argument, "index.md").render is render


@pytest.mark.parametrize(
    ("comment", "problem", "fix"),
    [
        ("plan:overveiw", "no widget named 'overveiw' (did you mean 'overview'?)", "board"),
        ("plan:zzz", "'plan:zzz' is left as a comment: no widget named 'zzz'", "overview"),
        ("plan:progress 003", "'plan:progress 003' is left as a comment: no plan", "001-alerts"),
        ("plan:progress fare", "no plan named 'fare'", "specs/002-fares"),
        ("plan:progress specs/002-fare", "(did you mean 'specs/002-fares'?)", "specs/002-fares"),
        ("plan:board colour=red", "no filter named 'colour'", "status, health, owner, tag"),
        ("plan:board stats=done", "no filter named 'stats' (did you mean 'status'?)", "health"),
        ("plan:board health=lat", "no health named 'lat' (did you mean 'late'?)", "stalled"),
        ("plan:board status=done,don", "no status named 'don' (did you mean 'done'?)", "none"),
        ("plan: overveiw", "no widget named 'overveiw' (did you mean 'overview'?)", "board"),
        ("Plan:Bord", "no widget named 'bord' (did you mean 'board'?)", "board"),
        ("plan: progress 003", "'plan:progress 003' is left as a comment: no plan", "001-alerts"),
    ],
)
def test_invalid_directives_are_reported(comment: str, problem: str, fix: str) -> None:
    page = read_document("a.md", f"# A\n\n<!-- {comment} -->\n")
    (found,) = wrong_directives(Portfolio({"a.md": page}, plans=PORTFOLIO.plans))
    assert (found.path, found.line) == ("a.md", 3)
    assert problem in found.problem
    assert fix in found.fix


@pytest.mark.parametrize("name", ["overveiw", "progress 003"])
@pytest.mark.parametrize(
    ("prefix", "severity"),
    [("plan:", Severity.WARNING), ("plan: ", Severity.NOTE), ("Plan:", Severity.NOTE)],
)
def test_what_may_be_prose_is_no_warning(prefix: str, name: str, severity: Severity) -> None:
    page = read_document("a.md", f"# A\n\n<!-- {prefix}{name} -->\n")
    (found,) = wrong_directives(Portfolio({"a.md": page}, plans=PORTFOLIO.plans))
    assert found.severity is severity


@pytest.mark.parametrize("name", WIDGETS)
@pytest.mark.parametrize("written", ["plan:{}", "plan: {}", "Plan:{}", "PLAN:\t{}"])
def test_valid_directives_are_not_reported(name: str, written: str) -> None:
    page = read_document("a.md", f"<!-- {written.format(name)} -->\n")
    assert [found.name for found in page.directives] == [name]
    assert not [*wrong_directives(Portfolio({"a.md": page}))]


@pytest.mark.parametrize(
    "prose",
    [
        "plan:to be written",
        "plan: see the appendix",
        "plan: see below",
        "plan: later",
        "Plan: progress is slow.",
        "plan: overview of what we don't know",
        "Plan: task list",
    ],
)
def test_prose_is_not_reported(prose: str) -> None:
    page = read_document("a.md", f"<!-- {prose} -->\n")
    assert not [*wrong_directives(Portfolio({"a.md": page}, plans=PORTFOLIO.plans))]
