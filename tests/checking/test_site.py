"""The check of a built site finds what is broken: each test breaks one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plan_plugin.checking import check_site
from tests.conftest import BuildSite
from tests.test_plugin import FILES

PLAN_PAGE = "maps/plan/index.html"


def break_page(root: Path, path: str, old: str, new: str) -> list[str]:
    """Change a page of a site and return the findings."""
    page = root / path
    html = page.read_text(encoding="utf-8")
    assert old in html
    page.write_text(html.replace(old, new, 1), encoding="utf-8")
    return [str(finding) for finding in check_site(root)]


@pytest.mark.parametrize(
    ("path", "old", "new", "finding"),
    [
        (PLAN_PAGE, 'href="#phase-2-sync"', 'href="#gone"', "leads to no place on its page"),
        (PLAN_PAGE, 'id="phase-2-sync"', 'id="moved"', "leads to no place on its page"),
        (PLAN_PAGE, 'link="" href="../spec/"', 'link="" href="../x/"', "leads to no page"),
        (PLAN_PAGE, "<dd><ul", '<dd><a href="https://a.example/">x</a><ul', "leads outside"),
        (PLAN_PAGE, 'class="plan-bar-done"', 'class="x"', "says 3 of 4 is drawn as 25%"),
        (PLAN_PAGE, 'aria-valuenow="3"', 'aria-valuenow="5"', "a bar says 5 of 4"),
        (PLAN_PAGE, "<dl>", '<dl style="color: red">', "holds a style attribute"),
        (PLAN_PAGE, "<dd><ul", "<dd><script></script><ul", "holds a style attribute, a script"),
        (PLAN_PAGE, 'aria-valuenow="3" ', "", "a bar does not say its numbers"),
        (PLAN_PAGE, ">3 of 4 tasks", ">5 of 5 tasks", "a bar says 3 of 4 beside '5 of 5 tasks"),
        (PLAN_PAGE, ">1 of 2 tasks, 50 %", ">2 of 2 tasks, 100 %", "the phases add up to (4, 4)"),
        ("index.html", 'aria-valuemax="4"', 'aria-valuemax="8"', "(3, 8) here and (3, 4) on its"),
    ],
)
def test_broken_pages_are_found(
    make_site: BuildSite, path: str, old: str, new: str, finding: str
) -> None:
    root = make_site(FILES).root
    assert check_site(root) == []
    found = break_page(root, path, old, new)
    assert any(finding in line and line.startswith(path) for line in found), found
