"""The style sheet: every file is part of it, and it is what sites load."""

from __future__ import annotations

import gzip
from pathlib import Path

import mkdocs_plan_plugin
from mkdocs_plan_plugin.rendering.stylesheet import PARTS, STYLES, stylesheet
from tests.conftest import BuildSite

SCRIPTS = Path(mkdocs_plan_plugin.__file__).parent / "templates/assets/plan"


def test_every_file_is_listed_once() -> None:
    found = [file.relative_to(STYLES).with_suffix("").as_posix() for file in STYLES.rglob("*.css")]
    assert sorted(PARTS) == sorted(found)


def test_every_file_says_first_what_it_is_for() -> None:
    assert all(file.read_text(encoding="utf-8")[:2] == "/*" for file in STYLES.rglob("*.css"))


def test_it_is_what_a_page_loads(make_site: BuildSite) -> None:
    built = make_site({"plan.md": "# Implementation Plan: Pay\n\n- [ ] Hold\n"})
    link = built.page("plan/index.html").select_one("link[href*='assets/plan/']")
    assert link
    path = str(link["href"]).partition("?")[0]
    assert (built.root / "plan" / path).read_text(encoding="utf-8") == stylesheet()


def test_what_a_site_loads_is_small() -> None:
    scripts = [file.read_bytes() for file in SCRIPTS.glob("*.js")]
    assert scripts
    texts = [stylesheet().encode(), *scripts]
    assert sum(len(gzip.compress(text, mtime=0)) for text in texts) < 12_000
