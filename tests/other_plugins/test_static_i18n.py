"""static-i18n: a site for each language, built by the same instance of each plugin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.other_plugins import COUNTS, FILES, build, run, write
from tests.verify.thorough import check_thoroughly

LANGUAGES = [
    {"locale": "en", "name": "English", "default": True, "build": True},
    {"locale": "de", "name": "Deutsch", "build": True},
]
GERMAN = FILES["specs/001-maps/plan.md"].replace("[ ]", "[x]")


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_each_language_has_its_numbers(tmp_path: Path, structure: str) -> None:
    if structure == "suffix":
        files = {**FILES, "specs/001-maps/plan.de.md": GERMAN}
    else:
        german = {**FILES, "specs/001-maps/plan.md": GERMAN}
        files = {
            f"{language}/{name}": text
            for language, pages in (("en", FILES), ("de", german))
            for name, text in pages.items()
        }
    i18n = {"i18n": {"docs_structure": structure, "languages": LANGUAGES}}
    built = build(tmp_path, ["search", i18n], files)
    for page, said in (("specs", "1 of 2 tasks"), ("de/specs", "2 von 2 Aufgaben")):
        bar = built.page(f"{page}/001-maps/plan/index.html").select_one("[role=progressbar]")
        assert bar
        assert str(bar["aria-valuetext"]).startswith(said), page
    for page, said in (("all", "1 of 2 tasks"), ("de/all", "2 von 2 Aufgaben")):
        rows = built.page(f"{page}/index.html").select("[data-plan-widget] tbody tr:has(a)")
        assert len(rows) == len(COUNTS), page
        bars = [row.select_one("[role=progressbar]") for row in rows]
        assert any(bar and str(bar["aria-valuetext"]).startswith(said) for bar in bars), page


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_pages_from_outside_are_in_each_language(tmp_path: Path, structure: str) -> None:
    plan = "# Implementation Plan: Pay\n\nSee [home](../../docs/{}index.md).\n\n- [x] A\n- [ ] B\n"
    front = "# Home\n\n[Pay](../{}specs/003-pay/plan.md)\n"
    if structure == "suffix":
        pages = {"index.md": front.format(""), "index.de.md": front.format("")}
        up = ""
    else:
        pages = {f"{language}/index.md": front.format("../") for language in ("en", "de")}
        up = "en/"
    write(tmp_path, {"specs/003-pay/plan.md": plan.format(up), "specs/003-pay/a.png": ""})
    i18n = {"i18n": {"docs_structure": structure, "languages": LANGUAGES}}
    ours = {"plan": {"sources": ["specs"], "index": "all.md"}}
    write(tmp_path / "docs", pages)
    built = run(
        tmp_path, "site", ["search", i18n, ours], {"theme": {"name": "material", "font": False}}
    )
    assert (built.status, built.warnings) == (0, [])
    for home, said in (("", "1 of 2 tasks"), ("de/", "1 von 2 Aufgaben")):
        page = built.page(f"{home}plans/003-pay/plan/index.html")
        assert page.select_one("[role=progressbar]")
        if structure == "suffix":
            to_home = page.find("a", string="home")
            assert to_home
            assert str(to_home.get("href")) == "../../../"
        link = built.page(f"{home}index.html").select_one("a[href$='003-pay/plan/']")
        assert link
        assert link["href"] == "plans/003-pay/plan/"
        assert (built.root / f"{home}plans/003-pay/a.png").is_file()
        assert said in built.page(f"{home}all/index.html").text
        assert not check_thoroughly(built.root / home)
        data = json.loads(built.html(f"{home}plans.json"))
        assert [each["url"] for each in data["plans"]] == [f"{home}plans/003-pay/plan/"]
    # The menu of languages leads from each page to the same in the other language.
    assert "de/plans/003-pay/plan/" in built.html("plans/003-pay/plan/index.html")
