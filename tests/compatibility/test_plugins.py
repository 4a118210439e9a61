"""Markdown extensions and hooks that change what a page says, or which pages there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import BuildSite
from tests.support.example import FILES, PLAN, SPEC

HOME = "# Home\n\n<!-- plan:overview -->\n"


def test_snippets_bring_tasks(make_site: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "more.md").write_text("## Phase 2: More\n\n- [ ] from a snippet\n")
    text = '# Plan: A\n\n## Phase 1: P\n\n- [x] own\n\n--8<-- "more.md"\n'
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    built = make_site(
        {"index.md": HOME, "a/plan.md": text}, {"markdown_extensions": [snippets, "toc"]}
    )
    for path in ("index.html", "a/plan/index.html"):
        bar = built.page(path).select_one("[data-plan-widget] [role=progressbar]")
        assert bar is not None
        assert bar["aria-valuetext"] == "1 of 2 tasks, 50%", path
    heading = built.page("a/plan/index.html").select_one("#phase-2-more")
    assert heading is not None
    assert "0 of 1" in heading.text


@pytest.mark.parametrize(
    "extension",
    [
        "pymdownx.inlinehilite",
        "pymdownx.superfences",
        {"pymdownx.highlight": {"anchor_linenums": True}},
        "attr_list",
        "md_in_html",
        "pymdownx.smartsymbols",
        {"toc": {"permalink": "#", "anchorlink": False}},
        {"toc": {"anchorlink": True}},
    ],
)
def test_common_extensions(make_site: BuildSite, extension: object) -> None:
    files = FILES | {"maps/plan.md": PLAN.replace("Phase 2: Sync", 'Phase 2: `Sync` & "co" {#two}')}
    built = make_site(files, {"markdown_extensions": [extension, "toc"]})
    page = built.page("maps/plan/index.html")
    assert len(page.select("[data-plan-widget=phase]")) == 2
    assert [link["href"] for link in page.select("[data-plan-link]")] == ["../spec/", "../spec/"]


def test_pages_that_a_plugin_generates(make_site: BuildSite, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(
        "from mkdocs.structure.files import File\n\n\n"
        "def on_files(files, config):\n"
        "    text = '# Implementation Plan: Made\\n\\n- [x] a\\n'\n"
        "    files.append(File.generated(config, 'made/plan.md', content=text))\n"
        "    return files\n"
    )
    built = make_site({"index.md": HOME}, {"hooks": [str(hook)]})
    (row,) = built.page("index.html").select("[data-plan-widget] tbody tr:has(a)")
    assert row.select_one("a") is not None
    bar = row.select_one("[role=progressbar]")
    assert bar
    assert bar["aria-valuetext"] == "1 of 1 task, 100%"


def test_code_in_headings_links_and_fences_is_left_alone(make_site: BuildSite) -> None:
    text = (
        "# Plan: A\n\n## See `spec.md`\n\n[`spec.md`](spec.md) and [the `spec.md`](spec.md)\n\n"
        "```\nspec.md\n```\n\n- [ ] `spec.md`\n"
    )
    page = make_site({"a/plan.md": text, "a/spec.md": SPEC}).page("a/plan/index.html")
    assert len(page.select("[data-plan-link]")) == 1
    assert page.select_one("li [data-plan-link]") is not None
