"""autorefs: links to headings of any page by their name."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts


def test_autorefs(tmp_path: Path) -> None:
    files = {**FILES, "index.md": "# Home\n\n[the store][phase-1-store] and [](#x){.y}\n"}
    built = build(tmp_path, ["autorefs"], files)
    assert counts(built) == COUNTS
    links = [str(link["href"]) for link in built.page("index.html").select("p > a[href]")]
    assert "specs/001-maps/plan/#phase-1-store" in links
