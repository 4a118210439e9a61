"""Tasks that are rows of tables: each has a box, an id and a permalink, whatever stands between."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.rendering import Words, complete_tasks
from tests.conftest import BuildSite
from tests.hosts.markdown.shapes import render

HEAD = "| ID | Task | Status |\n|----|------|--------|\n"
ROWS = (
    "| T-01 | Dig | Done |\n| T-02 | Line with stones | In progress |\n| T-03 | Fill | Pending |\n"
)
TITLE = "# Tasks: Well\n\n"
TABLE = TITLE + HEAD + ROWS


def rendered(written: str, final: str = "") -> BeautifulSoup:
    """A page as it is rendered, and its links; its tasks are those of what was `written`."""
    html = render(final or written, document=read_document("tasks.md", written))
    return BeautifulSoup(complete_tasks(html, Words()), "html.parser")


def shown(page: BeautifulSoup) -> dict[str, str]:
    """The state that each row with an id shows, by the id."""
    return {str(row["id"]): _state(row) for row in page.select("tr[id]")}


def _state(row: Tag) -> str:
    (box,) = row.select("td > .plan-box")
    return str(box["data-state"])


def test_each_row_has_a_box_in_its_status_an_id_and_a_link() -> None:
    page = rendered(TABLE)
    assert shown(page) == {"t-01": "done", "t-02": "in-progress", "t-03": "open"}
    for row in page.select("tbody tr"):
        first, _, status = row.select("td")
        assert [link["href"] for link in first.select(".plan-task-link")] == [f"#{row['id']}"]
        assert len(row.select(".plan-task-link")) == 1
        assert len(status.select(".plan-box")) == 1


def test_a_row_that_the_final_text_has_otherwise_is_that_of_the_final_text() -> None:
    page = rendered(TABLE, TABLE.replace("| T-01 | Dig |", "| (gone) | |"))
    assert shown(page) == {"gone": "done", "t-02": "in-progress", "t-03": "open"}


def test_many_rows_that_are_not_there_stop_none_behind_them() -> None:
    rows = [f"| T-{number} | Part {number} | Done |\n" for number in range(10, 60)]
    page = rendered(TITLE + HEAD + "".join(rows), TITLE + HEAD + "".join(rows[45:]))
    assert list(shown(page)) == [f"t-{number}" for number in range(55, 60)]


def test_rows_of_other_tables_are_none_however_they_read() -> None:
    other = "| Task | Needs |\n|-|-|\n| T-03 Fill | T-02 |\n| T-01 Dig | |\n\n"
    page = rendered(TITLE + other + HEAD + ROWS)
    assert shown(page) == {"t-01": "done", "t-02": "in-progress", "t-03": "open"}
    first, second = page.select("table")
    assert not first.select("[id], .plan-box, .plan-task-link")
    assert len(second.select(".plan-box")) == 3


def test_rows_that_begin_alike_show_their_own_states() -> None:
    rows = [
        f"| Dig the well by {tool} | {state} |\n"
        for tool, state in (("hand", "Done"), ("crane", "Open"), ("foot", "Blocked"))
    ]
    head = TITLE + "| Task | Status |\n|-|-|\n"
    whole = {
        "dig-the-well-by-hand": "done",
        "dig-the-well-by-crane": "open",
        "dig-the-well-by-foot": "blocked",
    }
    assert shown(rendered(head + "".join(rows))) == whole
    without = dict(list(whole.items())[1:])
    assert shown(rendered(head + "".join(rows), head + "".join(rows[1:]))) == without


def test_rows_that_read_the_same_are_taken_in_turn() -> None:
    text = (
        TITLE + "| Task | Status |\n|-|-|\n| Ring | Done |\n| Ring | Open |\n| Ring | Blocked |\n"
    )
    assert shown(rendered(text)) == {"ring": "done", "ring-2": "open", "ring-3": "blocked"}


@pytest.mark.parametrize(
    ("header", "row", "anchor"),
    [
        pytest.param("Task | Status", "[Dig](https://w.example) it | Done", "dig-it", id="link"),
        pytest.param(
            "Task | Status", "[Dig][1] it | [Done](https://w.example)", "dig-it", id="ref"
        ),
        pytest.param("Task | Status", "**Dig** `it` | **Done**", "dig-it", id="markup"),
        pytest.param("Task | Status", "Dig <b>it</b> | <b>Done</b>", "dig-it", id="tags"),
        pytest.param("Task | Status", r"dig \| fill | ✅", "dig-fill", id="escaped"),
        pytest.param("Task | Status", "Dig | [x]", "dig", id="box"),
        pytest.param("Task | **Status**", "Dig | Done", "dig", id="bold-header"),
        pytest.param("ID | Owner | Task | Status", "1 | Ada | Dig | Done", "1-dig", id="apart"),
        pytest.param("Task | Owner | Status", "Dig | Done | Done", "dig", id="said-before"),
        pytest.param("Status | Task", "Done | Dig", "dig", id="status-first"),
    ],
)
def test_the_box_stands_in_the_status_however_a_row_is_written(
    header: str, row: str, anchor: str
) -> None:
    rule = "|".join("-" for _ in header.split("|"))
    page = rendered(f"{TITLE}| {header} |\n|{rule}|\n| {row} |\n\n[1]: https://w.example\n")
    assert shown(page) == {anchor: "done"}
    titles = [title.get_text() for title in page.select("th")]
    cells = page.select("tbody td")
    assert [bool(cell.select(".plan-box")) for cell in cells] == [
        title == "Status" for title in titles
    ]
    assert cells[0].select_one(f'.plan-task-link[href="#{anchor}"]')


def test_tables_of_a_site_that_are_no_tasks_have_no_links(make_site: BuildSite) -> None:
    text = f"# Implementation Plan: Well\n\n{HEAD}{ROWS}\n## Tasks\n\n- [ ] T-01 Dig\n"
    page = make_site({"well/plan.md": text}).page("well/plan/index.html")
    links = [str(link["href"]) for link in page.select(".plan-task-link")]
    assert links == ["#t-01"]
    assert not page.select("td .plan-box")
    # The task is the box; only of ids that nothing else has is the row what they lead to.
    assert [row["id"] for row in page.select("tr[id]")] == ["t-02", "t-03"]


def test_rows_of_a_site_have_links_that_lead_to_them(make_site: BuildSite) -> None:
    page = make_site({"well/tasks.md": TABLE}).page("well/tasks/index.html")
    for link in page.select("td > .plan-task-link"):
        row = link.find_parent("tr")
        assert row is not None
        assert link["href"] == f"#{row['id']}"
        assert link["aria-label"] == f"Link to {str(row['id']).upper()}"
    assert len(page.select("td > .plan-task-link")) == 3
