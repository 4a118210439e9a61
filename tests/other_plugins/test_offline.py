"""Material's offline: a site that is opened from a disk."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, build, counts


def test_offline(tmp_path: Path) -> None:
    theme = {"name": "material", "font": False}
    built = build(tmp_path, ["search", "offline"], theme=theme)
    assert counts(built) == COUNTS
    page = built.page("specs/001-maps/plan.html")
    links = [str(link["href"]) for link in page.select("[data-plan-widget] a, a[data-plan-link]")]
    assert "spec.html" in links
    assert all(link.startswith("#") or ".html" in link for link in links), links
