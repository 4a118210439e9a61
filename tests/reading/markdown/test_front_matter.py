"""The YAML block at the top of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Severity
from mkdocs_plan_plugin.reading.markdown.front_matter import plan_settings, split_front_matter


def test_the_body_keeps_its_lines() -> None:
    found = split_front_matter("p.md", "---\ntitle: A\n1: x\n---\n# A\n")
    assert found.meta == {"title": "A", "1": "x"}
    assert found.body == "\n\n\n\n# A\n"
    assert found.diagnostics == ()


def test_lines_of_keys() -> None:
    yaml = "title: A\n\nplan:\n  start: 2026-01-05\n  timeline:\n    Build: 2 weeks\nnav: {a: 1}\n"
    assert split_front_matter("p.md", f"---\n{yaml}---\n").key_lines == {
        "title": 2,
        "plan": 4,
        "plan.start": 5,
        "plan.timeline": 6,
        "plan.timeline.Build": 7,
        "nav": 8,
    }


@pytest.mark.parametrize("end", ["---", "...", "--- \t"])
def test_ends_of_the_block(end: str) -> None:
    assert split_front_matter("p.md", f"---\na: 1\n{end}\nx").meta == {"a": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# No metadata\n",
        "\n---\na: 1\n---\n",
        "---\na: 1\n",
        "---\n- a list\n---\n",
        "---\n\njust text\n\n---\n",
        "---\n---\n",
    ],
)
def test_what_is_no_metadata_stays_in_the_body(text: str) -> None:
    assert split_front_matter("p.md", text) == ({}, text, (), {})


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("title: a: b", 2),
        ("ok: 1\nbad: [x", 4),
        ("a: !!int ''", 1),
        ("a: !!timestamp x", 1),
        ("a: !!bool x", 1),
        ("? {a: b}\n: 1", 2),
    ],
)
def test_bad_yaml_is_a_warning(yaml: str, line: int) -> None:
    text = f"---\n{yaml}\n---\n# A\n"
    meta, body, (wrong,), _ = split_front_matter("p.md", text)
    assert (meta, body) == ({}, text)
    assert (wrong.path, wrong.line, wrong.severity) == ("p.md", line, Severity.WARNING)


@pytest.mark.parametrize(
    ("yaml", "line"), [("a: 2026-13-45", 2), ("plan:\n  start: 2026-02-30", 3)]
)
def test_an_unquoted_date_that_does_not_exist_is_a_warning(yaml: str, line: int) -> None:
    date = yaml.rpartition(" ")[2]
    meta, _, (wrong,), _ = split_front_matter("p.md", f"---\n{yaml}\n---\n# A\n")
    assert not meta
    assert wrong.problem == f"no such date {date!r}, so the front matter is ignored"
    assert (wrong.line, wrong.severity) == (line, Severity.WARNING)


@pytest.mark.parametrize(
    ("plan", "settings"),
    [({"start": 1}, {"start": 1}), ({1: 2}, {"1": 2}), (True, {}), ([1], {}), (None, {})],
)
def test_plan_settings(plan: object, settings: object) -> None:
    assert plan_settings({"plan": plan}) == settings


@given(st.text(), st.text())
def test_never_raises_and_keeps_the_lines(yaml: str, rest: str) -> None:
    text = f"---\n{yaml}\n---\n{rest}"
    body = split_front_matter("p.md", text).body
    assert body.count("\n") == text.count("\n")
    assert body.endswith(rest)
