"""Options: their effects, and the messages on wrong ones."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_plan_plugin.hosts.mkdocs.options import PlanConfig
from mkdocs_plan_plugin.model import Nesting, State
from mkdocs_plan_plugin.planning.progress.counting import CountRules
from mkdocs_plan_plugin.reading.tasks.checks import CheckRules
from mkdocs_plan_plugin.reading.tasks.marks import StateRules
from tests.conftest import BuildSite
from tests.support.sites import Built

PLAN = "# Implementation Plan: A\n\n- [x] a\n- [ ] b\n"


def plans(built: Built) -> list[str]:
    """Return the titles in the overview on the home page."""
    rows = built.page("index.html").select("[data-plan-widget] tbody th[scope=row] > a")
    return [str(row.text) for row in rows]


def test_all_options_are_optional() -> None:
    config = PlanConfig()
    config.load_dict({})
    assert config.validate() == ([], [])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"enabled": "perhaps"}, "enabled: "),
        ({"include": 3}, "include: "),
        ({"roles": ["spec"]}, "roles: Expected a mapping of roles to globs"),
        (
            {"roles": {"spek": "a.md"}},
            "roles: Unknown role 'spek' (did you mean 'spec'?). Allowed: plan, ",
        ),
        ({"words": "x"}, "words: Expected a mapping"),
        ({"words": {"nxt": "x"}}, "words: Unknown key 'nxt' (did you mean 'next'?)"),
        ({"words": {"count": "{all} tasks"}}, "words: The text of 'count' has unknown fields: "),
        ({"words": {"count": "{"}}, "words: The text of 'count' has unbalanced braces"),
        ({"words": {"count.few": "{all}"}}, "words: The text of 'count.few' has unknown fields: "),
        ({"words": {"next.few": "x"}}, "words: Unknown key 'next.few'"),
        ({"words": {"percent": "{percent} %"}}, "words: The text of 'percent' has a second sign"),
        ({"words": {"count": "{done.x}"}}, "words: The text of 'count' has unknown fields: "),
        (
            {"words": {"count": "{total:>300000}"}},
            "words: The text of 'count' has unknown fields: ",
        ),
        ({"words": {"count": "{0}"}}, "words: The text of 'count' has unknown fields: "),
        ({"words": {"next": None}}, "words: The value of 'next' must be a text"),
        ({"states": ["x"]}, "states: Expected a mapping of marks to states"),
        (
            {"states": {"?": "dome"}},
            "states: Unknown state for the mark '?': 'dome' (did you mean 'done'?). Allowed: open,",
        ),
        (
            {"states": {"?": ["done"]}},
            "states: Unknown state for the mark '?': ['done']. Allowed: open,",
        ),
        (
            {"states": {None: "done"}},
            "states: The mark None must be a text. Fix: put it in quotes.",
        ),
        ({"states": {"": "done"}}, "states: The mark '' is not valid"),
        ({"states": {"[x]": "done"}}, "states: The mark '[x]' is not valid"),
        ({"states": {"a\nb": "done"}}, "states: The mark 'a\\nb' is not valid"),
        ({"checks": 3}, "checks: "),
        ({"checks": ["hardening", " "]}, "checks: A word for checks must not be empty"),
        (
            {"count": "leafs"},
            "count: Unknown value 'leafs' (did you mean 'leaves'?). Allowed: leaves, all, top.",
        ),
        ({"cancelled": "keep"}, "cancelled: Unknown value 'keep'. Allowed: leave, count."),
        ({"normalize": "some"}, "normalize: Unknown value 'some'. Allowed: plans, all."),
        (
            {"exports": {"json": True}},
            "exports: Unknown format {'json': True}. Allowed: json",
        ),
        ({"links": {"x": "warn"}}, "links: Unknown category 'x'. Allowed: pages,"),
        ({"links": "loud"}, "links: Unknown level 'loud'. Allowed: ignore, info, warn."),
        (
            {"date_order": "dmyy"},
            "date_order: Unknown value 'dmyy' (did you mean 'dmy'?). Allowed: dmy, mdy.",
        ),
        ({"unheard": 1}, "unheard: Unrecognised configuration name: unheard."),
        (
            {"source": 1},
            "source: Unrecognised configuration name: source (did you mean 'sources'?)",
        ),
    ],
)
def test_wrong_options_are_named(options: dict[str, Any], message: str) -> None:
    config = PlanConfig()
    config.load_dict(options)
    failed, warned = config.validate()
    messages = [f"{name}: {error}" for name, error in failed + warned]
    assert len(messages) == 1
    assert messages[0].startswith(message), messages


def options(**given: object) -> PlanConfig:
    """Return options as MkDocs validates them."""
    config = PlanConfig()
    config.load_dict(given)
    assert config.validate() == ([], [])
    return config


def test_default_rules() -> None:
    config = options()
    assert config.state_rules() == StateRules()
    assert config.check_rules() == CheckRules()
    assert config.count_rules() == CountRules(Nesting.LEAVES, cancelled_counts=False)
    assert config.normalize == "plans"


def test_own_rules() -> None:
    config = options(
        states={"?": "blocked", "⚠️": "done"},
        checks=["hardening", "go  live"],
        count="top",
        cancelled="count",
        normalize="all",
    )
    assert config.state_rules() == StateRules({"?": State.BLOCKED, "⚠": State.DONE})
    assert config.check_rules() == CheckRules(("hardening", "go live"))
    assert config.count_rules() == CountRules(Nesting.TOP, cancelled_counts=True)
    assert config.normalize == "all"


def test_a_single_check_needs_no_list() -> None:
    assert options(checks="hardening").check_rules() == CheckRules(("hardening",))
    assert options(checks=None).check_rules() == CheckRules()


def test_wrong_options_end_the_build(make_site: BuildSite) -> None:
    with pytest.raises(Abort):
        make_site({"index.md": "# Home\n"}, {"plugins": [{"plan": {"roles": {"x": "y"}}}]})


FILES = {
    "index.md": "# Home\n\n<!-- plan:overview -->\n",
    "a/plan.md": PLAN,
    "old/plan.md": PLAN.replace("Plan: A", "Plan: Old"),
    "work/beta.md": "# Beta\n\n- [ ] x\n",
    "rfc/beta.md": "# Why beta\n",
}


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ({}, ["A", "Old"]),
        ({"include": None, "exclude": None}, ["A", "Old"]),
        ({"include": "a/**"}, ["A"]),
        ({"exclude": ["old/*"]}, ["A"]),
        ({"roles": {"plan": ["work/*.md"]}}, ["A", "Old", "Beta"]),
        ({"roles": {"none": "a/*"}}, ["Old"]),
    ],
)
def test_which_pages_are_plans(
    make_site: BuildSite, options: dict[str, Any], titles: list[str]
) -> None:
    assert plans(make_site(FILES, {"plugins": [{"plan": options}]})) == titles


@pytest.mark.parametrize(
    ("front", "titles"),
    [("plan: false", ["Old"]), ("plan: {role: research}", ["Old"]), ("plan.role: none", ["Old"])],
)
def test_front_matter_overrides_options(
    make_site: BuildSite, front: str, titles: list[str]
) -> None:
    files = FILES | {"a/plan.md": f"---\n{front}\n---\n{PLAN}"}
    assert plans(make_site(files, {"plugins": [{"plan": {"include": ["a/*", "old/*"]}}]})) == titles


def test_any_page_becomes_a_plan_by_front_matter(make_site: BuildSite) -> None:
    files = FILES | {"work/beta.md": "---\nplan: true\n---\n# Beta\n\n- [ ] x\n"}
    assert plans(make_site(files)) == ["A", "Old", "Beta"]


@pytest.mark.parametrize("theme", [{"language": "uk"}, {"name": "readthedocs", "locale": "uk"}])
def test_words_are_in_the_language_of_the_theme(
    make_site: BuildSite, theme: dict[str, str]
) -> None:
    own = {"words": {"status.in-progress": "Триває", "next": "Потім"}}
    built = make_site(FILES, {"theme": {"name": "material", **theme}, "plugins": [{"plan": own}]})
    page = built.page("a/plan/index.html").select_one("[data-plan-widget=summary]")
    assert page is not None
    assert "1 з 2 завдань" in page.text
    assert "Триває" in page.text


def test_own_words(make_site: BuildSite) -> None:
    words = {"status.in-progress": "En cours", "count.done": "{done} sur {total}"}
    built = make_site(FILES, {"plugins": [{"plan": {"words": words}}]})
    summary = built.page("a/plan/index.html").select_one("[data-plan-widget=summary]")
    assert summary is not None
    assert "En cours" in summary.text
    assert "1 sur 2" in summary.text
