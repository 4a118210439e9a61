"""Names of pages in running text."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.links.page_names import announces_pages, find_names, plain_line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See research.md.", ["research.md"]),
        ("plan.md (required), spec.md", ["plan.md", "spec.md"]),
        ("from /specs/001-x/spec.md", ["/specs/001-x/spec.md"]),
        ("@docs/roadmap.md and ../notes/a.md", ["@docs/roadmap.md", "../notes/a.md"]),
        ("research.md#decision-2 or spec.md:12", ["research.md#decision-2", "spec.md:12"]),
        ("**docs/checklist.md**: boxes", ["docs/checklist.md"]),
        ("each feature has a plan.md", []),
        ("every plan.md and its own tasks.md", []),
        ("a file called notes.md", []),
        ("phase-*.md and {name}.md and x.mdx", []),
        ("each creates specs/<area>/spec.md", []),
        ("$DIR/spec.md, */spec.md and {area}/spec.md", []),
        ("https://example.org/spec.md HTTPS://example.org/x?spec.md", []),
        ("www.example.org/docs/spec.md, a@spec.md", []),
        ("(https://example.org/a) spec.md", ["spec.md"]),
        ("nothing", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    page = read_document("plan.md", f"{text}\n")
    found = [each for each in page.references if each.kind is ReferenceKind.NAME]
    assert [each.target for each in found] == names


def test_behind_a_label_every_name_counts() -> None:
    assert announces_pages("**Prerequisites**: a plan.md")
    assert not announces_pages("**Goal**: a plan.md")
    assert [found.name for found in find_names("a plan.md", is_labelled=True)] == ["plan.md"]
    assert [found.name for found in find_names("a plan.md")] == []


def test_code_links_and_headings_hold_no_bare_names() -> None:
    text = "# spec.md\n\n`a.md` [b.md](c.md) <d.md>\n\n    e.md\n\n```\nf.md\n```\n"
    page = read_document("plan.md", text)
    assert [each for each in page.references if each.kind is ReferenceKind.NAME] == []


def test_comments_hold_no_names() -> None:
    text = "<!-- See a.md,\n\n`b.md` and c.md. -->\n\nRead d.md <!-- not e.md --> and f.md.\n"
    page = read_document("plan.md", text)
    assert [each.target for each in page.references] == ["d.md", "f.md"]


@pytest.mark.parametrize(
    "text",
    [
        "every matching `tasks.md`",
        "a kite whose tasks.md is empty",
        "kites without **tasks.md**",
        "read `kites/<name>/tasks.md` first",
        "find `**/tasks.md`, {name}/tasks.md or $DIR/tasks.md",
        "the `tasks.md` files of all kites",
        "*For any* kite, its name and `tasks.md` agree",
        "For each kite (plan.md, spec.md, tasks.md)",
        "when `tasks.md` exists, fly",
        "whether tasks.md does not exist",
        "cada `tasks.md`",
    ],
)
def test_names_for_a_kind_of_file(text: str) -> None:
    assert "tasks.md" in read_document("plan.md", f"{text}\n").general_names


@pytest.mark.parametrize(
    "text",
    [
        "see tasks.md",
        "each step of `tasks.md`",
        "**Every step**: in tasks.md",
        "plan.md and tasks.md files",
        "this `tasks.md` file",
        "tasks.md exists",
        "se remite a `tasks.md`",
        "a new tasks.md",
        "For any kite. See tasks.md",
        "`specs/001-kite/tasks.md`",
        "```\nevery tasks.md\n```",
        "<!-- every tasks.md -->",
    ],
)
def test_names_for_one_file(text: str) -> None:
    assert read_document("plan.md", f"{text}\n").general_names == frozenset()


@pytest.mark.parametrize(
    ("text", "placeholders"),
    [
        ("- [Link to specification]", [("Link to specification", 1)]),
        ("- [ ] [Link to research]", [("Link to research", 1)]),
        ("- one\n  [link to plan] and [Link to spec]", [("link to plan", 2), ("Link to spec", 2)]),
        ("**Spec**: [link] or [link]", [("link", 1)]),
        ("[Link to spec](spec.md), [Link to spec][s]", []),
        ("# [Link to spec]\n\n```\n[Link to spec]\n```", []),
    ],
)
def test_placeholders_are_read_once(text: str, placeholders: list[tuple[str, int]]) -> None:
    page = read_document("plan.md", f"{text}\n")
    found = [each for each in page.references if each.kind is ReferenceKind.PLACEHOLDER]
    assert [(each.target, each.line) for each in found] == placeholders


def test_a_line_as_it_is_quoted() -> None:
    line = "- [ ] **T001** see [the spec](spec.md) for `FR-001` | and_more"
    assert plain_line(line) == "T001 see the spec for FR-001 and_more"


def test_only_words_right_before_a_name_make_it_any_file() -> None:
    between = "x " * 100
    assert [found.name for found in find_names(f"each {between}plan.md")] == ["plan.md"]
    assert list(find_names(f"{between}each plan.md")) == []


def test_urls_mention_no_ids() -> None:
    text = "FR-1 https://example.org/?id=FR-2 www.example.org/?FR-3 [a](?FR-4) (FR-5)\n"
    ids = read_document("plan.md", text).ids
    assert [mention.key for mention in ids.mentions] == ["FR-1", "FR-5"]
