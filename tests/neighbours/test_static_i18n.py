"""static-i18n: a site for each language, built by the same instance of each plugin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.neighbours import COUNTS, FILES, build

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
    for page, said in (("specs", "1 of 2"), ("de/specs", "2 of 2")):
        bar = built.page(f"{page}/001-maps/plan/index.html").select_one("[role=progressbar]")
        assert bar
        assert str(bar["aria-valuetext"]).startswith(said), page
    for page, said in (("all", "1 of 2 tasks"), ("de/all", "2 of 2 tasks")):
        rows = built.page(f"{page}/index.html").select("[data-plan-widget] tbody tr:has(a)")
        assert len(rows) == len(COUNTS), page
        assert any(said in row.text for row in rows), page
