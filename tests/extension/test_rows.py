"""Tasks that are rows of tables: each has a box and an id, whatever stands between."""

from __future__ import annotations

from bs4 import BeautifulSoup

from mkdocs_plan_plugin.reading import read_document
from tests.extension.shapes import render

TABLE = """\
# Tasks: Well

| ID | Task | Status |
|----|------|--------|
| T-01 | Dig | Done |
| T-02 | Line with stones | In progress |
| T-03 | Fill | Pending |
"""


def test_each_row_has_a_box_and_an_id() -> None:
    page = BeautifulSoup(render(TABLE, document=read_document("tasks.md", TABLE)), "html.parser")
    rows = page.select("tbody tr")
    assert [row.get("id") for row in rows] == ["t-01", "t-02", "t-03"]
    states = [box.get("data-state") for box in page.select("td .plan-box")]
    assert states == ["done", "in-progress", "open"]


def test_a_row_that_is_not_found_stops_none_behind_it() -> None:
    document = read_document("tasks.md", TABLE)
    changed = TABLE.replace("| T-01 | Dig |", "| (gone) | |")
    page = BeautifulSoup(render(changed, document=document), "html.parser")
    assert [row.get("id") for row in page.select("tbody tr")] == [None, "t-02", "t-03"]
