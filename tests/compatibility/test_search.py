"""No word of a widget enters a search index."""

from __future__ import annotations

import json

import pytest

from tests.conftest import BuildSite
from tests.support.example import FILES, TASKS

WORDS = ("In progress", "3 of 6", "of 2", "Used by", "Part of plan", "from plan.md", "weeks 1")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_index_holds_the_text_and_no_widget(make_site: BuildSite, theme: str) -> None:
    settings = {"theme": {"name": theme}, "plugins": ["search", "plan"]}
    built = make_site(FILES | {"maps/tasks.md": TASKS}, settings)
    entries = json.loads(built.html("search/search_index.json"))["docs"]
    text = " ".join(entry["title"] + " " + entry["text"] for entry in entries)
    assert "Resume after a lost connection" in text
    assert not [word for word in WORDS if word in text]


def test_order_of_plugins_does_not_matter(make_site: BuildSite) -> None:
    built = make_site(FILES, {"theme": {"name": "material"}, "plugins": ["plan", "search"]})
    assert "3 of 4" not in built.html("search/search_index.json")
