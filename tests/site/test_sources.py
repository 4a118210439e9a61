"""Whole builds with pages from outside the docs folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.support.sites import Built, build_site, write_site
from tests.verify.thorough import check_thoroughly

REPOSITORY = {"repo_url": "https://git.example/acme", "edit_uri": "/acme/-/edit/main/docs/"}
PLAN = """\
# Implementation Plan: User login

**Spec**: [spec](spec.md), [guide](../../docs/guide.md), [code](../../src/login.py:12),
[folder](../../src/), [root](../../README.md), [gone](../../docs/gone.md), [web](https://a.example/),
[heading](#phase-1-forms), [other](../010-last/plan.md), `specs/010-last/plan.md`

![logo](../../docs/logo.png) ![flow](flow.png) ![lost](lost.png) [api](contracts/api.yaml)

## Phase 1: Forms

- [x] T001 Draw
- [ ] T002 Write
"""
FILES = {
    "specs/001-login/plan.md": PLAN,
    "specs/001-login/spec.md": "# Feature Specification: User login\n",
    "specs/001-login/flow.png": "png",
    "specs/001-login/contracts/api.yaml": "a: 1\n",
    "specs/002-pay/plan.md": "# Implementation Plan: Pay\n\n- [x] A\n",
    "specs/010-last/plan.md": "# Implementation Plan: Last\n\n- [ ] A\n- [ ] B\n",
    "specs/010-last/spec.md": "# Specification: Last\n",
    "specs/glossary.md": "# Glossary\n",
    "src/login.py": "",
    "README.md": "# Acme\n",
}
DOCS = {
    "index.md": (
        "# Home\n\n[login](../specs/001-login/plan.md) [api](../specs/001-login/contracts/api.yaml)"
        " [folder](../specs/001-login/)\n"
    ),
    "guide.md": "# Guide\n",
    "logo.png": "png",
}


def build(folder: Path, config: Mapping[str, Any] | None = None, **options: Any) -> Built:
    """Build a project of these files; options are the plugin's."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    plugin = {"plan": {"sources": "../specs", **options}}
    return build_site(write_site(folder, DOCS, {"plugins": [plugin], **(config or {})}))


def links_of(page: BeautifulSoup) -> dict[str, str]:
    main = page.select_one("[role=main]")
    assert main
    return {a.text: str(a["href"]) for a in main.select("p > a[href]")}


def nav_of(page: BeautifulSoup) -> list[str]:
    shown = page.select(".navbar-nav a:not([rel]):not([data-bs-target])")
    return [" ".join(a.text.split()) for a in shown]


def test_pages_are_there_and_counted(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert not built.warnings
    summary = built.page("plans/001-login/plan/index.html").select_one(".plan-summary")
    assert summary
    assert "1 of 2 tasks" in summary.text
    assert (built.root / "plans/001-login/flow.png").is_file()
    assert (built.root / "plans/001-login/contracts/api.yaml").is_file()
    assert "Plans found: 3" in "\n".join(built.log)
    assert not check_thoroughly(built.root)


def test_links_as_they_are_right_in_the_repository(tmp_path: Path) -> None:
    built = build(tmp_path, REPOSITORY)
    page = built.page("plans/001-login/plan/index.html")
    assert links_of(page) == {
        "spec": "../spec/",
        "guide": "../../../guide/",
        "code": "https://git.example/acme/-/blob/main/src/login.py#L12",
        "folder": "https://git.example/acme/-/blob/main/src",
        "root": "https://git.example/acme/-/blob/main/README.md",
        "web": "https://a.example/",
        "heading": "#phase-1-forms",
        "other": "../../010-last/plan/",
        "specs/010-last/plan.md": "../../010-last/plan/",
        "api": "../contracts/api.yaml",
    }
    assert [image["src"] for image in page.select("p > img")] == [
        "../../../logo.png",
        "../flow.png",
    ]
    told = [line for line in built.log if "leads to no file in the repository" in line]
    assert [line.partition("the link to ")[2].split()[0] for line in told] == [
        "../../docs/gone.md",
        "lost.png",
    ]


def test_what_has_no_address_is_text(tmp_path: Path) -> None:
    built = build(tmp_path, {"strict": True})
    page = built.page("plans/001-login/plan/index.html")
    assert not {"code", "root", "gone"} & {*links_of(page)}
    plain = [span.text for span in page.select("p > span[data-plan-repaired]")]
    assert plain == ["code", "folder", "root", "gone", "lost"]
    assert not built.warnings


def test_links_from_the_docs(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert links_of(built.page("index.html")) == {
        "login": "plans/001-login/plan/",
        "api": "plans/001-login/contracts/api.yaml",
        "folder": "plans/001-login/plan/",
    }


def test_they_are_edited_where_they_are(tmp_path: Path) -> None:
    built = build(tmp_path, {**REPOSITORY, "theme": "readthedocs"})
    page = built.page("plans/001-login/plan/index.html")
    edited = "https://git.example/acme/-/edit/main/specs/001-login/plan.md"
    assert page.select_one(f'a[href="{edited}"]')


def test_the_navigation_has_them_plan_by_plan(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert nav_of(built.page("index.html")) == [
        "Home",
        "Guide",
        "Plans",
        "All plans",
        "User login · 50%",
        "Implementation Plan: User login",
        "Feature Specification: User login",
        "Implementation Plan: Pay",
        "Last · 0%",
        "Implementation Plan: Last",
        "Specification: Last",
        "Glossary",
    ]
    # The way on from page to page is the same.
    following = built.page("guide/index.html").select_one("a[rel=next]")
    assert following
    assert following["href"] == "../plans/"


def test_under_a_title_of_the_users(tmp_path: Path) -> None:
    nav = [{"Start": "index.md"}, {"Guide": "guide.md"}]
    built = build(tmp_path, {"nav": nav}, nav="What we build", rings=False)
    shown = nav_of(built.page("index.html"))
    assert shown[:5] == ["Start", "Guide", "What we build", "All plans", "User login"]


@pytest.mark.parametrize("nav", [None, [{"Start": "index.md"}]])
def test_not_in_the_navigation(tmp_path: Path, nav: object) -> None:
    built = build(tmp_path, {"nav": nav}, nav=False)
    assert "User login" not in " ".join(nav_of(built.page("index.html")))
    omitted = [line for line in built.log if "not included in the" in line]
    assert not any("plans/" in line for line in omitted)


def test_a_navigation_that_has_them_already_is_left_alone(tmp_path: Path) -> None:
    nav = [{"Start": "index.md"}, {"Login": "plans/001-login/plan.md"}, {"G": "guide.md"}]
    built = build(tmp_path, {"nav": nav})
    assert nav_of(built.page("index.html")) == ["Start", "Login", "G"]


def test_a_place_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "docs/plans/002-pay").mkdir(parents=True)
    (tmp_path / "docs/plans/002-pay/plan.md").write_text("# Mine\n", encoding="utf-8")
    built = build(tmp_path)
    (warning,) = built.warnings
    assert "specs/002-pay/plan.md:1: the page is excluded because " in warning
    assert "docs/plans/002-pay/plan.md is already at plans/002-pay/plan.md on the site." in warning
    assert built.page("plans/002-pay/plan/index.html").h1.text.startswith("Mine")  # type: ignore[union-attr]


def test_a_readme_stands_for_its_folder(tmp_path: Path) -> None:
    for name in ("README.md", "001-login/README.md", "001-login/index.md"):
        file = tmp_path / "specs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {name}\n", encoding="utf-8")
    built = build(tmp_path)
    assert not built.warnings
    assert built.page("plans/index.html").h1.text.startswith("README.md")  # type: ignore[union-attr]
    assert built.page("plans/001-login/index.html").h1.text.startswith("001")  # type: ignore[union-attr]
    assert built.page("plans/overview/index.html").select_one("[data-plan-widget=overview]")


def test_a_source_that_does_not_exist_is_one_warning(tmp_path: Path) -> None:
    built = build(tmp_path, sources=["../specs", "../rfcs"])
    (warning,) = built.warnings
    assert "'../rfcs' does not exist (tried " in warning
    line = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    number = next(at for at, text in enumerate(line, 1) if "../rfcs" in text)
    assert f"mkdocs.yml:{number}: " in warning


def test_a_hint_where_there_are_plans_elsewhere(tmp_path: Path) -> None:
    built = build(tmp_path, sources=[])
    assert (
        "plans outside the docs folder, in specs. Fix: set the option 'sources: auto'"
        in "\n".join(built.log)
    )
    assert not built.warnings or all("specs" in line for line in built.warnings)


def test_the_folders_are_watched(tmp_path: Path) -> None:
    from mkdocs.config import load_config

    build(tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_config(config)
    from mkdocs.commands.build import build as run

    run(config)
    assert str(tmp_path / "specs") in config.watch


def test_a_page_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    lost = tmp_path / "specs/003-latin/plan.md"
    lost.parent.mkdir(parents=True)
    lost.write_bytes(b"# Plan: Caf\xe9\n\n- [ ] A\n")
    (tmp_path / "specs/003-latin/spec.md").write_text("# Spec: Caf\n", encoding="utf-8")
    built = build(tmp_path)
    assert not (built.root / "plans/003-latin/plan").exists()
    assert (built.root / "plans/003-latin/spec/index.html").exists()
    (told,) = (line for line in built.log if "003-latin" in line)
    assert "specs/003-latin/plan.md:1: the page cannot be read as text" in told
    assert "so it is excluded. Fix: save it as UTF-8." in told


def test_titles_in_the_navigation_are_text(tmp_path: Path) -> None:
    folder = tmp_path / "specs/003-x"
    folder.mkdir(parents=True)
    (folder / "plan.md").write_text("# Plan: `<script>alert(1)</script>`\n\n- [ ] A\n")
    (folder / "spec.md").write_text("# Spec\n")
    built = build(tmp_path)
    assert "&lt;script&gt;alert(1)" in built.html("index.html")
    for page in built.root.rglob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8")


def test_a_project_that_is_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    build(tmp_path / "real", REPOSITORY)
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/p").symlink_to(tmp_path / "real")
    built = build_site(tmp_path / "deep/er/p/mkdocs.yml", "other")
    assert not built.warnings
    for page in ("index.html", "plans/001-login/plan/index.html"):
        straight = (tmp_path / "real/site" / page).read_text(encoding="utf-8")
        assert built.html(page) == straight


def test_settings_and_an_earlier_site_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    settings = write_site(
        tmp_path / "planning", DOCS, {"plugins": [{"plan": {"sources": "../planning"}}]}
    )
    (tmp_path / "planning/ferry.md").write_text("# Plan: Ferry\n\n- [ ] A\n")
    (tmp_path / "planning/site/old").mkdir(parents=True)
    (tmp_path / "planning/site/old/data.json").write_text("{}")
    built = build_site(settings, "elsewhere")
    assert (built.root / "plans/ferry/index.html").exists()
    assert not (built.root / "plans/mkdocs.yml").exists()
    assert not (built.root / "plans/site").exists()


@pytest.mark.parametrize(
    "line",
    [
        *("template: story.md", "template: 5", "icon: nope", "hide: true", "search: yes"),
        *("tags: a, b", "tags: [{a: b}, 5]"),
    ],
)
def test_front_matter_for_other_programs_ends_no_build(tmp_path: Path, line: str) -> None:
    page = tmp_path / "specs/003-x/plan.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"---\n{line}\n---\n# Plan: X\n\n- [ ] A\n", encoding="utf-8")
    theme = {"theme": {"name": "material", "font": False}}
    settings = write_site(
        tmp_path,
        DOCS,
        {**theme, "plugins": ["search", "tags", {"plan": {"sources": "../specs"}}]},
    )
    built = build_site(settings)
    assert "0 of 1 task" in built.html("plans/003-x/plan/index.html")
    name = line.partition(":")[0]
    assert any(
        f"specs/003-x/plan.md:1: ignored front matter that this site's theme cannot use: '{name}'."
        in line
        for line in built.log
    )


def test_front_matter_for_this_site_stays(tmp_path: Path) -> None:
    page = tmp_path / "specs/003-x/plan.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntemplate: main.html\nhide: [toc]\n---\n# Plan: X\n", encoding="utf-8")
    assert not any("ignored front matter" in line for line in build(tmp_path).log)
