"""Each trap of the survey, by its number: what is read, what the page shows, what its bar says.

Those of counting are in `TRAPS`; 13, 15, 16, 18, 19, 20, 21 and 22 have more to say.
"""

from __future__ import annotations

from collections import Counter

import pytest
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import decode, read_document
from tests.conftest import BuildSite
from tests.site.traps import LONG, TITLE, TRAPS, Trap

SIGNS = {State.DONE: "x", State.OPEN: "-", State.IN_PROGRESS: "~"}
BOXES = ", ".join(f"li > {inner}input[type=checkbox]" for inner in ("", "p > ", "label > ")) + (
    ", [data-plan-extra]"
)
EVERY = pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
PAGE = "well/plan/index.html"


def listed(trap: Trap, *, checks: bool) -> tuple[str, ...]:
    """The tasks that are found, or the checks."""
    document = read_document(trap.path, trap.page)
    return tuple(
        f"{SIGNS[task.state]}{'*' if task.is_optional else ''} {task.text}"
        for task in document.tasks
        if task.is_check is checks
    )


def shown(page: BeautifulSoup) -> Counter[str]:
    """The signs of all boxes that the author wrote, as the page shows them."""
    for widget in page.select("[data-plan-widget]"):
        widget.decompose()
    extras = {str(state): sign for state, sign in SIGNS.items()}
    return Counter(
        extras[str(box["data-state"])]
        if box.has_attr("data-plan-extra")
        else "x"
        if box.has_attr("checked")
        else "-"
        for box in page.select(BOXES)
    )


def bars(page: BeautifulSoup, where: str) -> list[str]:
    """What the bars say that stand in or below some elements."""
    found = page.select(f"{where} [role=progressbar]")
    return [f"{bar['aria-valuenow']} of {bar['aria-valuemax']}" for bar in found]


@EVERY
def test_tasks_and_checks_are_distinguished_from_the_rest(trap: Trap) -> None:
    assert listed(trap, checks=False) == trap.tasks
    assert listed(trap, checks=True) == trap.checks


@EVERY
def test_the_page_shows_their_boxes_and_the_bar_counts_the_tasks(
    trap: Trap, make_site: BuildSite
) -> None:
    built = make_site({f"well/{trap.path}": trap.page})
    page = built.page(f"well/{trap.path.removesuffix('.md')}/index.html")
    work = [task[0] for task in trap.tasks if task[1] != "*"]
    said = f"{work.count('x')} of {len(work)}"
    assert bars(page, ".plan-summary") == ([said] if work else [])
    every = (*trap.tasks, *trap.checks, *trap.others)
    assert shown(page) == Counter(box[0] for box in every)


def test_13_phases_of_one_number_are_each_their_own(make_site: BuildSite) -> None:
    """A rollback numbers its phases too, and a week and a chart are no second phase."""
    text = (
        "## Phase 1: Dig\n\n- [x] dig\n\n## Rollback\n\n### Phase 1: Fill\n\n- [ ] fill\n\n"
        "## Timeline\n\n### Week 1: Dig\n\n- **Day 1:** Phase 1\n\n"
        "```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    section Phase 1 - Shovels\n"
        "    Buy :a, 2026-01-05, 3d\n```\n"
    )
    page = make_site({"well/plan.md": f"{TITLE}\n\n{text}"}).page(PAGE)
    assert bars(page, "#phase-1-dig") == ["1 of 1"]
    assert bars(page, "#phase-1-fill") == ["0 of 1"]
    assert bars(page, "#week-1-dig") == []
    assert bars(page, ".plan-summary") == ["1 of 2"]


def test_13_weeks_and_phases_are_distinguished() -> None:
    text = "# Plan\n\n## Phase 1: Dig\n\n## Week 1: Dig\n\n## Phase 1: Dig\n\n- [ ] dig\n"
    document = read_document("plan.md", text)
    numbers = [(heading.kind, heading.number) for heading in document.phases.values()]
    assert numbers == [("phase", "1"), ("week", "1"), ("phase", "1")]
    assert [task.section for task in document.tasks] == [3]


@pytest.mark.parametrize(
    "said",
    [
        "## Phase 2: Pave — DEFERRED\n",
        "## Phase 2: Pave (deferred)\n",
        "## Phase 2: Pave\n\n**Status**: Deferred (to a later year)\n",
    ],
    ids=["sign", "brackets", "line"],
)
def test_15_a_deferred_phase_is_known_and_its_tasks_stay_open(said: str) -> None:
    text = f"# Plan\n\n## Phase 1: Dig\n\n- [x] dig\n\n{said}\n- [ ] pave\n"
    document = read_document("plan.md", text)
    assert [(claim.section, claim.state) for claim in document.stated_statuses] == [
        (2, State.DEFERRED)
    ]
    assert [task.state for task in document.tasks] == [State.DONE, State.OPEN]


def test_16_an_attribute_list_is_no_part_of_the_title(make_site: BuildSite) -> None:
    text = f"{TITLE}\n\n## Week 1: Dig {{#week1}}\n\n- [x] dig\n\n## Week 2\n\n- [ ] fill\n"
    document = read_document("plan.md", text)
    assert [section.title for section in document.sections[1:]] == ["Week 1: Dig", "Week 2"]
    page = make_site({"well/plan.md": text}).page(PAGE)
    assert bars(page, "#week1") == ["1 of 1"]
    row = page.select_one(".plan-phases a")
    assert row is not None
    assert (row["href"], row["title"], row.get_text()) == ("#week1", "Week 1: Dig", "Dig")


@pytest.mark.parametrize(
    ("title", "heard"),
    [
        ("🚀 Phase 1: Dig", "🚀 Phase 1: Dig"),
        ("**Phase 1: Dig**", "Phase 1: Dig"),
        ("Phase 1: `dig`", "Phase 1: dig"),
        ("Phase 1: [Dig](file:///tmp/x)", "Phase 1: Dig"),
    ],
    ids=["emoji", "bold", "code", "link-to-a-file"],
)
def test_18_headings_are_read_as_they_are_shown(
    title: str, heard: str, make_site: BuildSite
) -> None:
    text = f"{TITLE}\n\n## {title}\n\n- [x] dig\n\n## Phase 2: Fill\n\n- [ ] fill\n"
    document = read_document("plan.md", text)
    assert document.sections[1].title == heard
    assert document.phases[1].number == "1"
    page = make_site({"well/plan.md": text}).page(PAGE)
    assert bars(page, "h2") == ["1 of 1", "0 of 1"]
    assert [row["title"] for row in page.select(".plan-phases a")] == [heard, "Phase 2: Fill"]


def test_18_headings_twice_and_two_titles(make_site: BuildSite) -> None:
    text = f"{TITLE}\n\n## Work\n\n- [ ] work\n\n# Two\n\n## Work\n\n- [x] fill\n"
    document = read_document("plan.md", text)
    titles = [section.title for section in document.sections]
    assert titles == [TITLE.removeprefix("# "), "Work", "Two", "Work"]
    assert [task.section for task in document.tasks] == [1, 3]
    page = make_site({"well/plan.md": text}).page(PAGE)
    assert bars(page, ".plan-summary") == ["1 of 2"]
    ids = [str(element["id"]) for element in page.select("h1[id], h2[id], li[id]")]
    assert ids == ["implementation-plan-well", "work", "work-2", "two", "work_1", "fill"]


@pytest.mark.parametrize(
    "data",
    [
        f"\ufeff{TITLE}\n\n- [x] dig\n".encode(),
        f"{TITLE}\r\n\r\n- [x] dig\r\n".encode(),
        f"{TITLE}\r\n\n- [x] dig".encode(),
    ],
    ids=["byte-order-mark", "crlf", "mixed"],
)
def test_19_bytes(data: bytes, make_site: BuildSite) -> None:
    (task,) = read_document("plan.md", decode(data)).tasks
    assert (task.text, task.state, task.line) == ("dig", State.DONE, 3)
    page = make_site({"well/plan.md": data}).page(PAGE)
    assert bars(page, ".plan-summary") == ["1 of 1"]
    assert shown(page) == Counter("x")


@pytest.mark.parametrize("order", ["le", "be"])
def test_19_utf_16_is_read_though_a_site_of_it_fails_as_without_us(
    order: str, make_site: BuildSite
) -> None:
    data = f"\ufeff{TITLE}\r\n\r\n- [x] dig\r\n".encode(f"utf-16-{order}")
    (task,) = read_document("plan.md", decode(data)).tasks
    assert (task.text, task.state, task.line) == ("dig", State.DONE, 3)
    with pytest.raises(UnicodeDecodeError):
        make_site({"well/plan.md": data})


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("المرحلة 3: الرصف 🔄 **قيد التنفيذ**", State.IN_PROGRESS),
        ("المرحلة 3: الرصف ✅ **مكتمل**", State.DONE),
        ("שלב 3: ריצוף ✅", State.DONE),
    ],
    ids=["arabic-under-way", "arabic-done", "hebrew-done"],
)
def test_20_phases_written_from_the_right_say_how_they_stand(heading: str, state: State) -> None:
    document = read_document("plan.md", f"# باب\n\n## {heading}\n\n- [ ] رصف\n")
    assert document.phases[1].number == "3"
    assert [(claim.section, claim.state) for claim in document.stated_statuses] == [(1, state)]


def test_21_links_lead_to_odd_names_and_hidden_folders_are_left_out(make_site: BuildSite) -> None:
    plan = f"{TITLE}\n\n- [ ] dig\n"
    built = make_site(
        {
            "index.md": "# Home\n\n<!-- plan:overview -->\n",
            "a b/plan $1 of 2.md": plan,
            ".planning/plan.md": plan,
        }
    )
    links = [str(link["href"]) for link in built.page("index.html").select(".plan-overview th a")]
    assert links == ["a%20b/plan%20%241%20of%202/"]
    assert shown(built.page("a b/plan $1 of 2/index.html")) == Counter("-")
    assert not (built.root / ".planning").exists()


def test_22_braces_and_long_lines_are_shown_as_written(make_site: BuildSite) -> None:
    braces = "fill {{ depth }} and {% raw %}"
    text = f"{TITLE}\n\n- [ ] {braces}\n- [x] {LONG}\n"
    items = make_site({"well/plan.md": text}).page(PAGE).select("li.task-list-item")
    assert [item.get_text().strip() for item in items] == [braces, LONG.strip()]
    assert len(LONG) > 1_000
