"""redirects: old addresses that lead to new ones."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts


def test_redirects(tmp_path: Path) -> None:
    maps = {"old-plan.md": "specs/001-maps/plan.md", "overview.md": "all.md"}
    built = build(tmp_path, [{"redirects": {"redirect_maps": maps}}], FILES)
    assert counts(built) == COUNTS
    assert 'href="../specs/001-maps/plan/"' in built.html("old-plan/index.html")


def test_to_the_page_of_all_plans(tmp_path: Path) -> None:
    """It is no file of the docs folder, but a page that a redirect may lead to."""
    files = {name: text for name, text in FILES.items() if name != "all.md"}
    (tmp_path / "docs").mkdir()
    built = build(tmp_path, [{"redirects": {"redirect_maps": {"old.md": "index.md"}}}], files)
    assert counts(built) == COUNTS
    assert (built.root / "plans/index.html").is_file()
