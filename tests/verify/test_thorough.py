"""The tests' own verification finds what is broken: each test breaks one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.verify.sites import HOME, PLAN_PAGE, SPEC_PAGE, TASKS_PAGE, break_page
from tests.verify.thorough import check_thoroughly

Change = tuple[str, str]

STRICTNESS: list[tuple[str, Change, str]] = [
    (PLAN_PAGE, ("<dl>", f"<dl {attribute}>"), "the summary holds a style attribute, a script")
    for attribute in ('style="color: red"', 'onclick="x()"')
] + [
    (PLAN_PAGE, ("<dd><ul", f"<dd>{element}<ul"), "the summary holds a style attribute, a script")
    for element in ("<script></script>", '<img src="x.png">', '<link href="x.css">')
]
LENGTHS: list[tuple[str, Change, str]] = [
    (PLAN_PAGE, ('class="plan-bar-done"', 'class="x"'), "of Offline maps' is drawn as 14%"),
]
AGREEMENT: list[tuple[str, Change, str]] = [
    (HOME, ('aria-valuemax="7"', 'aria-valuemax="8"'), "'Offline maps' is 4 of 8 here and 4 of 7"),
    (HOME, ('status="in-progress"', 'status="done"'), "is done here and in-progress on its page"),
    (HOME, ("1 of 2 checks", "2 of 2 checks passed, 3"), "'Offline maps' has '2 of 2 checks pass"),
    (HOME, ("2 plans: 4 of 7", "2 plans: 4 of 9"), "the overview says '2 plans: 4 of 9 tasks, 57"),
    (SPEC_PAGE, ('aria-valuemax="7"', 'aria-valuemax="8"'), "is 4 of 8 here and 4 of 7 on its"),
    (TASKS_PAGE, ('aria-valuenow="4"', 'aria-valuenow="3"'), "is 3 of 7 here and 4 of 7 on its"),
    (
        PLAN_PAGE,
        (">1 of 2 tasks, 50%", ">2 of 2 tasks, 100%"),
        "'Phase 2: Sync (1 week)' says '2 of 2 tasks, 100%', but the breakdown 1 of 2",
    ),
    (
        PLAN_PAGE,
        ('"Progress"><span class="plan-count">1 of', '"Progress"><span class="plan-count">9 of'),
        "'Phase 2: Sync (1 week)' says '9 of 2 tasks, 50%', but the breakdown 1 of 2",
    ),
    (
        PLAN_PAGE,
        (">1/2<", ">9/2<"),
        "'Sync (1 week)' says '9/2', but the breakdown 1 of 2",
    ),
    (
        PLAN_PAGE,
        ("0 of 1 optional", "3 of 5 optional"),
        "the caption '3 of 5 optional task' matches no task",
    ),
    (
        PLAN_PAGE,
        ('plan-next"><li><a href="#compression"', 'plan-next"><li><a href="#tile-cache"'),
        "'Compression' is listed as next, but is not open",
    ),
]


@pytest.mark.parametrize(("path", "change", "finding"), [*STRICTNESS, *LENGTHS, *AGREEMENT])
def test_broken_pages_are_found(root: Path, path: str, change: Change, finding: str) -> None:
    break_page(root, path, change)
    found = [str(each) for each in check_thoroughly(root)]
    assert any(finding in line and line.startswith(f"{path}: ") for line in found), found
