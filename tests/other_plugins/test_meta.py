"""Material's meta: front matter for whole folders."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts


def test_meta(tmp_path: Path) -> None:
    files = {**FILES, "specs/.meta.yml": "author: Ana\n"}
    theme = {"name": "material", "font": False}
    built = build(tmp_path, ["meta"], files, theme=theme)
    assert counts(built) == COUNTS
    page = built.page("specs/001-maps/plan/index.html")
    author = page.select_one("meta[name=author]")
    assert author
    assert author["content"] == "Ana"
