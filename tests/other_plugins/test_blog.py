"""Material's blog: posts, of which the front page shows the beginnings."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts

POST = """\
    ---
    date: 2026-03-04
    ---

    # Implementation Plan: Posted

    - [x] First

    <!-- more -->

    - [ ] Second
    """


def test_posts_are_no_plans(tmp_path: Path) -> None:
    """The blog keeps them from everybody else until all is read. They are as without us."""
    files = {**FILES, "blog/posts/plan-posted.md": POST, "blog/index.md": "# Blog\n"}
    theme = {"name": "material", "font": False}
    built = build(tmp_path, ["blog"], files, theme=theme)
    assert counts(built) == COUNTS
    for page in ("blog/index.html", "blog/2026/03/04/implementation-plan-posted/index.html"):
        assert "Posted" in built.page(page).text
        assert not built.page(page).select("[data-plan-widget]")
