"""Diagnostics of `plan:` in the front matter of a site's pages."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Severity
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document


def site(exclude: tuple[str, ...] = (), *, asks: str = "") -> list[tuple[int, str, Severity]]:
    texts = {
        "p.md": "---\ntitle: Ferries\nplan:\n  role: plan\n  team: harbor\n---\n# Ferries\n",
        "q.md": "---\nplan: {team: harbor}\n---\n# Notes\n",
        "index.md": f"# Site\n\n{asks}\n",
    }
    documents = {path: read_document(path, text) for path, text in texts.items()}
    found = build_portfolio(documents, RoleRules(exclude=exclude)).diagnostics
    return [(each.line, each.path, each.severity) for each in found]


def test_each_key_is_one_note_on_its_line() -> None:
    assert site() == [(5, "p.md", Severity.NOTE), (2, "q.md", Severity.NOTE)]


def test_excluded_pages_are_left_alone() -> None:
    assert site(("q.md",)) == [(5, "p.md", Severity.NOTE)]


def test_a_roadmap_may_group_by_any_key() -> None:
    assert site(asks="<!-- plan:roadmap team -->") == []


def test_an_unknown_role_is_a_warning_on_its_line() -> None:
    document = read_document("p.md", "---\nplan:\n  role: captain\n---\n# Ferries\n")
    (found,) = build_portfolio({"p.md": document}, RoleRules()).diagnostics
    assert found.problem == "front matter key 'plan.role': unknown role 'captain'"
    assert (found.line, found.severity) == (3, Severity.WARNING)
