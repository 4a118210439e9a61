"""The search of MkDocs and that of Material: what authors wrote is found, what we add is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.other_plugins import COUNTS, build, counts


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_search(tmp_path: Path, theme: str) -> None:
    built = build(tmp_path, ["search"], theme={"name": theme})
    assert counts(built) == COUNTS
    index = json.loads(built.html("search/search_index.json"))
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])
    assert "Cache tiles" in text
    for words in ("How this is counted", "In progress", "1 of 2"):
        assert words not in text
