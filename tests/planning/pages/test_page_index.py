"""What a name means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.planning.pages.page_index import PageIndex, Resolution
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap

INDEX = PageIndex(
    ["index.md", "a/plan.md", "a/spec.md", "b/spec.md", "b/x y.md", "c/contracts/api.md"],
    SourceMap("project/docs"),
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("spec.md", "a/spec.md"),
        ("./spec.md#goal", "a/spec.md"),
        ("../b/spec.md", "b/spec.md"),
        ("../b/x%20y.md", "b/x y.md"),
        ("../index.md", "index.md"),
        ("../../index.md", None),
        ("missing.md", None),
        ("spec.txt", None),
        ("#goal", None),
        ("https://example.org/spec.md", None),
        ("//example.org/spec.md", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_links(target: str, expected: str | None) -> None:
    assert INDEX.resolve_link("a/plan.md", target) == expected


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        ("spec.md", (), Resolution("a/spec.md")),
        ("@spec.md", (), Resolution("a/spec.md")),
        ("spec.md#goal", (), Resolution("a/spec.md")),
        ("api.md", (), Resolution("c/contracts/api.md")),
        ("plan.md", (), Resolution("a/plan.md")),
        ("readme.md", (), Resolution()),
        ("api.md", ("c/contracts/api.md",), Resolution("c/contracts/api.md")),
        ("b/spec.md", (), Resolution("b/spec.md")),
        ("/b/spec.md", (), Resolution("b/spec.md")),
        ("/index.md", (), Resolution("index.md")),
        ("project/docs/b/spec.md", (), Resolution("b/spec.md")),
        ("contracts/api.md", (), Resolution("c/contracts/api.md")),
        ("other/api.md", (), Resolution()),
        (".../contracts/api.md", (), Resolution()),
    ],
)
def test_code(name: str, family: tuple[str, ...], expected: Resolution) -> None:
    assert INDEX.resolve_code("a/plan.md", name, family) == expected


def test_several_candidates_are_reported() -> None:
    index = PageIndex(["x/n/a.md", "y/n/a.md"], SourceMap())
    assert index.resolve_code("p.md", "n/a.md", ()) == Resolution(
        candidates=("x/n/a.md", "y/n/a.md")
    )


@given(st.text() | st.text().map("http://[{}.md".format))
def test_never_raises(text: str) -> None:
    INDEX.resolve_link("a/plan.md", text)
    INDEX.resolve_code("a/plan.md", text, ("a/spec.md",))


def test_a_hidden_folder_that_was_renamed() -> None:
    index = PageIndex(["agent-os/specs/a/spec.md"], SourceMap())
    found = index.resolve_code("agent-os/specs/a/tasks.md", ".agent-os/specs/a/spec.md", ())
    assert found.path == "agent-os/specs/a/spec.md"


def test_a_folder_of_the_same_name() -> None:
    paths = ["specs/007-kite/tasks.md", "specs/008-tail/tasks.md", "docs/tasks.md"]
    index = PageIndex([*paths, "specs/007-kite/readme.md"], SourceMap())
    assert index.resolve_code("board/007-kite/notes.md", "readme.md", ()) == Resolution()
    assert index.resolve_code("board/007-kite/notes.md", "tasks.md", ()).path == (
        "specs/007-kite/tasks.md"
    )
    assert index.resolve_code("board/009-x/notes.md", "tasks.md", ()) == Resolution()
    assert index.resolve_code("more/docs/notes.md", "tasks.md", ()) == Resolution()


def test_several_folders_of_the_same_name_are_ambiguous() -> None:
    index = PageIndex(["a/007-kite/tasks.md", "b/007-kite/tasks.md"], SourceMap())
    assert index.resolve_code("c/007-kite/notes.md", "tasks.md", ()).candidates


def test_a_change_names_the_spec_that_it_changes() -> None:
    paths = ["o/specs/kite/spec.md", "o/changes/a/specs/kite/spec.md", "o/changes/a/design.md"]
    index = PageIndex([*paths, "o/changes/a/specs/tail/spec.md", "specs/1/plan.md"], SourceMap())
    page = "o/changes/a/design.md"
    assert index.resolve_code(page, "specs/kite/spec.md", ()).path == "o/specs/kite/spec.md"
    assert index.resolve_code(page, "specs/tail/spec.md", ()) == Resolution()
    assert index.resolve_code(page, "specs/1/plan.md", ()).path == "specs/1/plan.md"
    own = index.resolve_code(page, "./specs/kite/spec.md", ()).path
    assert own == "o/changes/a/specs/kite/spec.md"
