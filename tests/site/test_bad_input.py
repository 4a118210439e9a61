"""Bad input never breaks a build: the page renders as without us, with one warning at most."""

from __future__ import annotations

import pytest

from tests.conftest import BuildSite
from tests.support.sites import Built

PLAN = "# Implementation Plan: A\n\n## Phase 1: One\n\n- [x] a\n- [ ] b\n"


def bar(built: Built, page: str = "a/plan/index.html") -> str:
    """What the page's own bar says."""
    tag = built.page(page).select_one("[data-plan-widget=summary] [role=progressbar]")
    return str(tag["aria-valuetext"]) if tag else ""


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAN.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(PLAN.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(PLAN.replace("\n", "\r\n", 3).encode(), id="mixed line ends"),
        pytest.param(PLAN.rstrip("\n").encode(), id="no final line end"),
        pytest.param((PLAN + "\n```\n- [ ] c\n").encode(), id="unclosed fence"),
        pytest.param(("---\n\ntitle: A\n---\n" + PLAN).encode(), id="blank line in front matter"),
        pytest.param(
            ("---\njust text\n---\n\n" + PLAN).encode(), id="rules instead of front matter"
        ),
    ],
)
def test_odd_bytes_are_read(make_site: BuildSite, data: bytes) -> None:
    assert bar(make_site({"a/plan.md": data})) == "1 of 2 tasks, 50%"


def test_broken_front_matter_is_named(make_site: BuildSite) -> None:
    text = "---\ntitle: A: B: C\nother: [\n---\n\n" + PLAN
    built = make_site({"a/plan.md": text}, warnings=1)
    (warning,) = built.warnings
    assert "a/plan.md:2: the front matter is not valid YAML" in warning
    assert ". Fix: " in warning
    assert bar(built) == "1 of 2 tasks, 50%"


def test_broken_front_matter_of_other_pages_is_none_of_our_business(make_site: BuildSite) -> None:
    make_site({"index.md": "---\na: b: c\n---\n\n# Home\n"})


def test_unknown_role_is_named(make_site: BuildSite) -> None:
    built = make_site({"a/plan.md": "---\nplan: {role: spek}\n---\n" + PLAN}, warnings=1)
    assert "a/plan.md:2: front matter key 'plan.role': unknown role 'spek'" in built.warnings[0]
    assert bar(built) == "1 of 2 tasks, 50%"


def test_a_slip_in_front_matter_is_noted(make_site: BuildSite) -> None:
    built = make_site({"a/plan.md": "---\nplan: yse\n---\n" + PLAN})
    assert [
        line
        for line in built.log
        if "a/plan.md:2: front matter key 'plan': unknown role 'yse'" in line
    ]


def test_numbers_that_other_tools_write_are_theirs(make_site: BuildSite) -> None:
    built = make_site({"a/plan.md": "---\nphase: 1\nplan: 01-02\n---\n" + PLAN})
    assert not [line for line in built.log if "front matter" in line]
    assert bar(built) == "1 of 2 tasks, 50%"


def test_unknown_directive_is_named_with_the_nearest(make_site: BuildSite) -> None:
    text = "# Home\n\n<!-- plan:overveiw -->\n"
    built = make_site({"index.md": text, "a/plan.md": PLAN}, warnings=1)
    assert "index.md:3: 'plan:overveiw' is left as a comment" in built.warnings[0]
    assert "did you mean 'overview'?" in built.warnings[0]
    assert "<!-- plan:overveiw -->" in built.html("index.html")


def test_unreadable_dates_in_front_matter_are_named(make_site: BuildSite) -> None:
    text = "---\nplan:\n  start: soon\n---\n" + PLAN
    built = make_site({"a/plan.md": text}, warnings=1)
    assert "a/plan.md:3: front matter key 'plan.start': 'soon' is" in built.warnings[0]


def test_other_encodings_fail_as_without_us(make_site: BuildSite) -> None:
    """MkDocs ends the build at such a page; before that, we have named it."""
    with pytest.raises(UnicodeDecodeError):
        make_site({"a/plan.md": PLAN.replace("One", "Één").encode("latin-1")})


def test_huge_page(make_site: BuildSite) -> None:
    text = PLAN + "".join(f"\n## Phase {n}: P\n\n" + "- [x] work\n" * 40 for n in range(2, 252))
    assert bar(make_site({"a/plan.md": text})) == "10,001 of 10,002 tasks, 99%"


def test_comments_that_only_begin_like_a_directive(make_site: BuildSite) -> None:
    text = "# Home\n\n<!-- plan:see the appendix -->\n\n<!-- plan: overview of it all -->\n"
    built = make_site({"index.md": text, "a/plan.md": PLAN})
    assert "<!-- plan: overview of it all -->" in built.html("index.html")
    assert built.page("plans/index.html")  # which a directive for an overview would replace


def timeline(make_site: BuildSite, *lines: str) -> list[list[str]]:
    """The rows of the chart's table for a Timeline section of these lines."""
    items = "".join(f"- {line}\n" for line in lines)
    page = make_site({"a/plan.md": f"{PLAN}\n## Timeline\n\n{items}"}).page("a/plan/index.html")
    rows = page.select("[data-plan-widget=timeline] tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("th, td")[:3]] for row in rows]


@pytest.mark.parametrize("unread", ["TBD", "03/04/2026 - 10/04/2026", "Jan 5 - 2026"])
def test_an_unreadable_time_keeps_its_row_and_moves_no_other(
    make_site: BuildSite, unread: str
) -> None:
    rows = timeline(make_site, "Phase 1: 1 week", f"Phase 2: {unread}", "Phase 3: 2 weeks")
    assert rows == [
        ["Phase 1: One", "1 week", "week 1"],
        ["Phase 2", unread, "not scheduled"],
        ["Phase 3", "2 weeks", "not scheduled"],
    ]


def test_a_milestone_takes_no_day(make_site: BuildSite) -> None:
    rows = timeline(make_site, "Start: 2026-01-05", "Phase 1: 2 weeks")
    assert rows[1] == ["Phase 1: One", "2 weeks", "Jan\N{NO-BREAK SPACE}5"]


def test_what_a_page_says_of_itself_is_no_date_of_the_plan(make_site: BuildSite) -> None:
    rows = timeline(make_site, "Last updated: 2026-03-01", "Phase 1: 2 weeks")
    assert rows == [["Phase 1: One", "2 weeks", "weeks 1–2"]]


def test_half_a_span_in_a_table_is_not_drawn(make_site: BuildSite) -> None:
    table = (
        "| Phase | Start | End |\n|---|---|---|\n"
        "| Phase 1 | 2026-01-05 | 2026-01-16 |\n| Phase 2 | 2026-01-19 | TBD |\n"
    )
    page = make_site({"a/plan.md": f"{PLAN}\n## Timeline\n\n{table}"}).page("a/plan/index.html")
    rows = page.select("[data-plan-widget=timeline] tbody tr")
    assert "not scheduled" in rows[1].text
    assert "2026-01-19, TBD" in rows[1].text


@pytest.mark.parametrize("target", ["../a%00b", f"../{'a' * 300}", "../" * 40 + "x"])
def test_links_that_no_file_system_knows(make_site: BuildSite, target: str) -> None:
    built = make_site({"plan.md": f"# Plan: X\n\nSee [x]({target}).\n\n- [ ] A\n"})
    assert "0 of 1 task" in built.html("plan/index.html")
