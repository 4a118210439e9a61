"""section-index: sections of the navigation that are pages themselves."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts, mount

MATERIAL = {"name": "material", "font": False}


def test_section_index(tmp_path: Path) -> None:
    files = {**FILES, "specs/index.md": "# Work\n"}
    built = build(tmp_path, ["section-index"], files, theme=MATERIAL)
    assert counts(built) == COUNTS
    assert built.page("index.html").select('.md-nav a[href="specs/"]')


def test_the_page_of_all_plans_stands_for_its_section(tmp_path: Path) -> None:
    built = mount(tmp_path, ["section-index"], theme=MATERIAL)
    assert counts(built) == COUNTS
    (link,) = built.page("index.html").select('.md-nav--primary a[href="plans/"]')
    assert link.text.strip() == "All plans"
