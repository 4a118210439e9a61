"""Material's tags: a page of pages by tag."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts


def test_tags(tmp_path: Path) -> None:
    plan = FILES["specs/002-alerts/plan.md"]
    tagged = {
        **FILES,
        "specs/002-alerts/plan.md": f"---\ntags: [mobile]\n---\n{plan}",
        "tags.md": "# Tags\n\n<!-- material/tags -->\n",
    }
    theme = {"name": "material", "font": False}
    built = build(tmp_path, ["tags"], tagged, theme=theme)
    assert counts(built) == COUNTS
    assert built.page("tags/index.html").select('a[href="../specs/002-alerts/plan/"]')
