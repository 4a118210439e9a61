"""awesome-pages: the order of pages by files beside them."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, MOUNTED, build, counts, mount, navigation


def test_awesome_pages(tmp_path: Path) -> None:
    files = {**FILES, "specs/.pages": "nav:\n  - 002-alerts\n  - 001-maps\n"}
    built = build(tmp_path, ["awesome-pages"], files)
    assert counts(built) == COUNTS
    nav = navigation(built.page("index.html"))
    assert nav.index("specs/002-alerts/plan/") < nav.index("specs/001-maps/plan/")


def test_pages_from_elsewhere_are_there_once(tmp_path: Path) -> None:
    built = mount(tmp_path, ["awesome-pages"])
    assert counts(built) == COUNTS
    assert navigation(built.page("index.html")).count(MOUNTED) == 1
