"""literate-nav: the navigation as a Markdown list."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, MOUNTED, build, counts, mount, navigation

NAV = "* [Home](index.md)\n* [Alerts](specs/002-alerts/plan.md)\n* [Rest](specs/001-maps/)\n"


def test_literate_nav(tmp_path: Path) -> None:
    built = build(tmp_path, ["literate-nav"], {**FILES, "SUMMARY.md": NAV})
    assert counts(built) == COUNTS
    nav = navigation(built.page("index.html"))
    assert nav.index("specs/002-alerts/plan/") < nav.index("specs/001-maps/plan/")


def test_pages_from_elsewhere_are_there_once(tmp_path: Path) -> None:
    built = mount(tmp_path, ["literate-nav"], {"SUMMARY.md": "* [Home](index.md)\n"})
    assert counts(built) == COUNTS
    assert navigation(built.page("index.html")).count(MOUNTED) == 1
