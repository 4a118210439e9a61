"""minify: pages, styles and scripts without what nobody sees."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, build, counts


def test_minify(tmp_path: Path) -> None:
    options = {"minify_html": True, "htmlmin_opts": {"remove_comments": True}}
    built = build(tmp_path, [{"minify": options}])
    assert counts(built) == COUNTS
    assert built.page("all/index.html").select_one("link[href*='assets/plan/plan.css']")
