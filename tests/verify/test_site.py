"""Verifying a built site finds what is broken: each test breaks one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plan_plugin.verify import verify_site
from mkdocs_plan_plugin.verify.bars import Count
from tests.support.sites import build_site, write_site
from tests.verify.sites import (
    CONFIG,
    FILES,
    HOME,
    PLAN_PAGE,
    SIGNS_PAGE,
    SPEC_PAGE,
    TASKS_PAGE,
    break_page,
)
from tests.verify.thorough import check_thoroughly

Change = tuple[str, str]


def test_a_sound_site(root: Path) -> None:
    report = verify_site(root)
    assert report.findings == ()
    assert check_thoroughly(root) == []
    assert (report.pages, report.plans, report.tasks) == (5, 2, 13)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("1,234 of 20,000 tasks, 6%", True),
        ("1.234 von 20.000 Aufgaben, 6 %", True),
        ("1\u202f234 sur 20\u202f000 tâches, 6\u202f%", True),
        ("20000 項のうち 1234 項", True),
        ("1,235 of 20,000 tasks", False),
        ("1,23 of 4", False),
    ],
)
def test_counts_are_read_in_any_language(text: str, is_right: bool) -> None:
    assert Count(1234, 20000).matches_text(text) is is_right


# The ends of boxes, behind the names of their tasks.
BOX = ' type="checkbox" disabled/> '
TICKED = ' type="checkbox" disabled checked/> '

LINKS: list[tuple[str, Change, str]] = [
    (
        PLAN_PAGE,
        ('row"><a href="#phase-2', 'row"><a href="#gone'),
        "leads to an id that is not on the page",
    ),
    (PLAN_PAGE, ('id="phase-2-sync', 'id="moved'), "leads to an id that is not on the page"),
    (PLAN_PAGE, ('link="" href="../spec/"', 'link="" href="../x/"'), "'../x/' leads to no page"),
    (PLAN_PAGE, ("<dd><ul", '<dd><a href="https://a.example/">x</a><ul'), "leads outside the site"),
    (PLAN_PAGE, ("<dd><ul", '<dd><a href="//a.example/">x</a><ul'), "leads outside the site"),
    (PLAN_PAGE, ('link" href="#by-age"', 'link" href="#by-agee"'), "'#by-agee' leads to an id"),
    (PLAN_PAGE, ('plain=1#L7">7<', 'plain=1#L8">7<'), "#L8' leads outside"),
    (PLAN_PAGE, ('</a> <a href="https:', '</a> <a href="ftp:'), "leads outside the site"),
    (PLAN_PAGE, ("<p>Built", '<p id="tile-cache">Built'), "the task id 'tile-cache' is not"),
]
BARS: list[tuple[str, Change, str]] = [
    (
        PLAN_PAGE,
        ('aria-valuenow="4"', 'aria-valuenow="8"'),
        "maps' has an impossible count, 8 of 7",
    ),
    (PLAN_PAGE, ('aria-valuenow="4" ', ""), "the bar 'Progress of Offline maps' has no count"),
    (
        PLAN_PAGE,
        ("</b> 4 of 7 tasks", "</b> 5 of 5 tasks"),
        "says 4 of 7, but the text beside it says '57% 5 of 5 tasks'",
    ),
    (
        PLAN_PAGE,
        ("57%</b>", "58%</b>"),
        "says 4 of 7, but the text beside it says '58% 4 of 7 tasks'",
    ),
]
BREAKDOWNS: list[tuple[str, Change, str]] = [
    (
        PLAN_PAGE,
        ("<dd><ul><li>", "<dd><ul>"),
        "the bar says 4 of 7, but the breakdown lists 3 of 6",
    ),
    (PLAN_PAGE, (' plan-breakdown"', '"'), "the bar says 4 of 7, but the page has no breakdown"),
    (PLAN_PAGE, ('<dt data-state="open"', '<dt data-state="done"'), "the breakdown lists 5 of 7"),
    (
        PLAN_PAGE,
        (f"{TICKED}Tile", f"{BOX}Tile"),
        "'Tile cache' is done in the breakdown, but open on its page",
    ),
    (
        PLAN_PAGE,
        ('data-state="in-progress" role', 'data-state="blocked" role'),
        "'Compression' is in-progress in the breakdown, but blocked on its page",
    ),
    (
        PLAN_PAGE,
        (f"{BOX}Two", f"{TICKED}Two"),
        "'Two days without a network' is open in the breakdown",
    ),
    (
        PLAN_PAGE,
        (f"{TICKED}No tile", f"{BOX}No tile"),
        "'No tile is lost' is done in the breakdown",
    ),
    (
        PLAN_PAGE,
        ('data-state="cancelled"', 'data-state="open"'),
        "'At night' is cancelled in the breakdown, but open on its page",
    ),
    (
        PLAN_PAGE,
        (f"{BOX}Resume", ' type="hidden"/> Resume'),
        "lists 'Resume after a lost connection', which has no",
    ),
    (
        PLAN_PAGE,
        ('<a href="#by-age">By age</a>', "By age"),
        "lists 'By age 9', which has no checkbox",
    ),
    (
        PLAN_PAGE,
        ('<a href="#by-age">', '<a href="#by-size">'),
        "the breakdown lists 'By size' twice",
    ),
    (
        PLAN_PAGE,
        ("Tile cache<a", f"Tile cache</li>{{item}}<input{BOX}A<a"),
        "no breakdown lists the",
    ),
    (PLAN_PAGE, ("</h1>", f"</h1><ul>{{item}}<input{BOX}Alas</li></ul>"), "lists the task 'Alas'"),
]
STATUSES: list[tuple[str, Change, str]] = [
    (
        PLAN_PAGE,
        ('status="in-progress"', 'status="done"'),
        "the status is 'done', but the progress is 4 of 7 and",
    ),
    (
        SIGNS_PAGE,
        ('data-phases="open"', 'data-phases="done"'),
        "says 1 of 2, but the breakdown lists",
    ),
]
HEADINGS: list[tuple[str, Change, str]] = [
    (
        PLAN_PAGE,
        ('<li class="task-list-item" id="compression"', '<h2 id="x"></h2>{item} id="compression"'),
        "the bar at #phase-1-storage-2-weeks says 3 of 4, but the tasks below it are 3 of 3",
    ),
    (
        PLAN_PAGE,
        (">1 of 2 checks<", ">2 of 3 checks<"),
        "#phase-2-sync-1-week says '2 of 3 checks', but the checks below it are 1 of 2",
    ),
]


@pytest.mark.parametrize(
    ("path", "change", "finding"),
    [*LINKS, *BARS, *BREAKDOWNS, *STATUSES, *HEADINGS],
)
def test_broken_pages_are_found(root: Path, path: str, change: Change, finding: str) -> None:
    found = break_page(root, path, change)
    assert any(finding in line and line.startswith(f"{path}: ") for line in found), found


def test_a_task_of_another_page_is_looked_up_there(root: Path) -> None:
    (found,) = break_page(root, TASKS_PAGE, (f"{TICKED}T001", f"{BOX}T001"))
    assert found == f"{PLAN_PAGE}: 'T001' is done in the breakdown, but open on its page"


def test_a_page_that_is_missing_is_found_by_what_leads_to_it(root: Path) -> None:
    (root / SPEC_PAGE).unlink()
    found = [str(finding) for finding in verify_site(root).findings]
    assert f"{PLAN_PAGE}: the link '../spec/' leads to no page of the site" in found


def test_nothing_is_done_while_checks_are_open(root: Path) -> None:
    found = break_page(
        root,
        PLAN_PAGE,
        ('data-plan-status="in-progress"', 'data-plan-status="done"'),
        ('aria-valuenow="4"', 'aria-valuenow="7"'),
    )
    assert (
        f"{PLAN_PAGE}: the status is 'done', but the progress is 7 of 7 and 1 of 2 checks" in found
    )


@pytest.mark.parametrize("nesting", ["all", "top"])
def test_whatever_counts_is_proven(tmp_path: Path, nesting: str) -> None:
    config = CONFIG | {"plugins": [{"plan": {"count": nesting, "cancelled": "count"}}]}
    root = build_site(write_site(tmp_path, FILES, config)).root
    assert check_thoroughly(root) == []
    # "Eviction" is done because what is nested in it is, though its own box is open.
    found = break_page(root, PLAN_PAGE, (f"{TICKED}By age", f"{BOX}By age"))
    assert any(
        "'Eviction' is done in the breakdown, but open on its page" in line for line in found
    ), found


def test_all_findings_are_in_order(root: Path) -> None:
    (root / SPEC_PAGE).unlink()
    found = break_page(root, HOME, ('aria-valuemax="7"', 'aria-valuemax="8"'))
    assert found == sorted(found)
    assert len({line.partition(":")[0] for line in found}) > 1


def test_messages_lead_to_lines_of_the_repository(tmp_path: Path) -> None:
    plan = "# Implementation Plan: Lamp\n\nSee `missing/research.md`.\n\n- [ ] Buy a bulb\n"
    config = {**CONFIG, "repo_url": "https://git.example/a/b", "edit_uri": "edit/main/docs/"}
    root = build_site(
        write_site(tmp_path, {"index.md": "# Home\n", "p/plan.md": plan}, config)
    ).root
    messages = (root / "plans" / "index.html").read_text(encoding="utf-8")
    assert "plan.md?plain=1#L3" in messages
    assert verify_site(root).findings == ()
    break_page(root, "plans/index.html", ("plain=1#L3", "plain=1#L4"))
    (finding,) = verify_site(root).findings
    assert "leads outside the site" in finding.problem
