"""The page of all plans, directives on any page, and what themes and others get: real builds."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest

from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.verify import verify_site
from tests.conftest import BuildSite
from tests.support.sites import Built
from tests.verify.thorough import check_thoroughly

PLAN = "# Implementation Plan: {}\n\n## Phase 1: A\n\n- [x] T001 One\n- [ ] T002 Two\n"
FILES = {
    "index.md": "# Home\n\n[Ferry](ferry/plan.md) and [its tasks](ferry/plan.md#phase-1-a)\n",
    "ferry/plan.md": PLAN.format("Ferry"),
    "raft/plan.md": PLAN.format("Raft") + "- [x] T003 Three\n",
    "archive/canoe/plan.md": PLAN.format("Canoe"),
}
MATERIAL = {"theme": {"name": "material", "font": False}}


def options(**values: Any) -> dict[str, Any]:
    return {"plugins": [{"plan": values}]}


def widgets(built: Built, path: str) -> list[str]:
    return [str(w["data-plan-widget"]) for w in built.page(path).select("[data-plan-widget]")]


def test_a_site_has_a_page_of_its_plans(make_site: BuildSite) -> None:
    built = make_site(FILES)
    assert widgets(built, "plans/index.html") == ["totals", "overview", "tasks"]
    page = built.page("plans/index.html")
    titles = [str(a.text) for a in page.select("tbody th[scope=row] > a")]
    assert titles == ["Ferry", "Raft", "Canoe"]
    assert page.select_one("details.plan-archive tbody th > a").text == "Canoe"  # type: ignore[union-attr]
    assert [str(tile.text) for tile in page.select(".plan-tiles li")] == [
        "2 plans",
        "2 in progress",
        "2 tasks ready now",
    ]
    assert "3 of 5 tasks, 60%" in page.text
    assert built.page("index.html").select("a.nav-link[href='plans/']")
    assert check_thoroughly(built.root) == []


def test_tiles_filter_the_list_of_their_page(make_site: BuildSite) -> None:
    files = {f"p{number}/plan.md": _plan(number) for number in range(6)}
    files["totals.md"] = "# Totals\n\n<!-- plan:totals -->\n"
    built = make_site(files)
    links = built.page("plans/index.html").select(".plan-tiles a")
    assert [(link["href"], link.text) for link in links] == [
        ("?status=in-progress", "5 in progress")
    ]
    assert built.page("totals/index.html").select(".plan-tiles li")
    assert not built.page("totals/index.html").select(".plan-tiles a")
    assert built.page("plans/index.html").select(".plan-filter")
    assert check_thoroughly(built.root) == []


def test_a_few_plans_need_no_filter(make_site: BuildSite) -> None:
    few = make_site(FILES).page("plans/index.html")
    assert few.select(".plan-overview")
    assert not few.select(".plan-tiles a, .plan-filter")


@pytest.mark.parametrize(
    ("files", "title"),
    [
        ({}, "Plans"),
        ({"plans/ferry/plan.md": PLAN.format("Ferry")}, "All plans"),
    ],
)
def test_it_is_called_otherwise_than_its_section(
    make_site: BuildSite, files: dict[str, str], title: str
) -> None:
    page = make_site(FILES | files, MATERIAL).page("plans/index.html")
    heading = page.select_one("article h1")
    assert heading is not None
    assert heading.text.removesuffix("¶") == title
    assert page.select_one(".md-sidebar--secondary[hidden]")


@pytest.mark.parametrize(
    ("config", "files", "path"),
    [
        (options(index="progress.md"), {}, "progress/index.html"),
        (options(index="work/"), {}, "work/index.html"),
        (options(index=False), {}, None),
        ({}, {"status.md": "# Status\n\n<!-- plan:overview -->\n"}, None),
        ({}, {"plans/index.md": "# Ours\n"}, None),
        ({}, {"plans/README.md": "# Ours\n"}, None),
    ],
)
def test_where_the_page_is(
    make_site: BuildSite, config: dict[str, Any], files: dict[str, str], path: str | None
) -> None:
    built = make_site(FILES | files, config)
    found = [
        page.relative_to(built.root).as_posix()
        for page in built.root.rglob("*.html")
        if 'data-plan-widget="totals"' in page.read_text()
    ]
    assert found == ([path] if path else [])
    is_logged = any("the overview of all plans is not added" in line for line in built.log)
    assert is_logged == any(name.startswith("plans/") for name in files)


def test_a_written_navigation_stays_as_it_is(make_site: BuildSite) -> None:
    nav = {"nav": ["index.md", "ferry/plan.md", "raft/plan.md", "archive/canoe/plan.md"]}
    strict = {"validation": {"nav": {"omitted_files": "warn"}}}
    built = make_site(FILES, nav | strict)
    assert any(
        "the overview of all plans at plans/ is not in the navigation" in line for line in built.log
    )
    assert not built.page("index.html").select("a[href='plans/']")
    own = {"nav": [*nav["nav"], "plans.md"]}
    assert make_site(FILES, own | strict).page("index.html").select("a[href='plans/']")


def test_without_plans_the_page_says_how(make_site: BuildSite) -> None:
    built = make_site({"index.md": "# Home\n"})
    page = built.page("plans/index.html")
    assert "No plans yet." in page.text
    assert "- [ ] Write the parser" in page.text
    assert json.loads(built.html("plans.json"))["plans"] == []
    assert check_thoroughly(built.root) == []


def test_directives_on_any_page(make_site: BuildSite) -> None:
    text = """\
        # Here

        <!-- plan:progress ferry -->

        <!-- plan:tasks ferry open -->

        <!-- plan:links raft -->

        <!-- plan:board status=in-progress -->

        <!-- plan:issues -->
        """
    built = make_site(FILES | {"raft/spec.md": "# Spec\n", "here.md": text}, options(index=False))
    page = built.page("here/index.html")
    progress, tasks, links, board, issues = page.select("[data-plan-widget]")
    assert "Ferry In progress 1 of 2 tasks, 50%" in progress.get_text(" ", strip=True)
    assert [a.text for a in tasks.select("li a")] == ["T002 Two"]
    assert [a["href"] for a in links.select("a")] == ["../raft/plan/", "../raft/spec/"]
    assert [a.text for a in board.select("a")] == ["Ferry", "Raft"]
    assert "No issues." in issues.text
    assert check_thoroughly(built.root) == []


def test_a_name_that_no_plan_has_is_logged(make_site: BuildSite) -> None:
    text = "# Here\n\n<!-- plan:progress fery -->\n\n<!-- plan:ready owner=Ana -->\n"
    built = make_site(FILES | {"here.md": text}, warnings=1)
    assert "here.md:3: 'plan:progress fery' is left as a comment" in built.warnings[0]
    assert "no plan named 'fery' (did you mean 'ferry'?)" in built.warnings[0]
    assert "Fix: use one of: ferry." in built.warnings[0]
    assert "<!-- plan:progress fery -->" in built.html("here/index.html")
    assert "No open tasks." in built.html("here/index.html")


def test_links_to_plans_may_have_bars(make_site: BuildSite) -> None:
    assert "inline" not in widgets(make_site(FILES), "index.html")
    page = make_site(FILES, options(link_bars=True)).page("index.html")
    (bar,) = page.select("p > a + [data-plan-widget=inline]")
    assert bar.get_text(strip=True) == "1 of 2"
    built = make_site(FILES, options(link_bars=True))
    assert "inline" not in widgets(built, "ferry/plan/index.html")


def test_material_shows_rings(make_site: BuildSite) -> None:
    built = make_site(FILES, MATERIAL)
    rings = built.page("index.html").select("nav .md-status")
    assert {(" ".join(ring["class"]), ring["title"]) for ring in rings} == {
        ("md-status md-status--plan-50 plan-at-50", "50% done"),
        ("md-status md-status--plan-65 plan-at-67", "67% done"),
    }
    assert (
        not make_site(FILES, MATERIAL | options(rings=False))
        .page("index.html")
        .select(".md-status")
    )


def test_a_status_of_the_theme_stays(make_site: BuildSite) -> None:
    own = {"ferry/plan.md": "---\nstatus: new\n---\n" + PLAN.format("Ferry")}
    other = {"raft/plan.md": "---\nstatus: Draft\n---\n" + PLAN.format("Raft")}
    page = make_site(FILES | own | other, MATERIAL).page("index.html")
    kinds = {ring["class"][1] for ring in page.select("nav .md-status")}
    assert kinds == {"md-status--new", "md-status--plan-50"}


def test_descriptions_say_the_progress(make_site: BuildSite) -> None:
    own = {"raft/plan.md": "---\ndescription: Ours\n---\n" + PLAN.format("Raft")}
    built = make_site(FILES | own, MATERIAL)

    def description(path: str) -> str:
        found = built.page(path).select_one("meta[name=description]")
        return str(found["content"]) if found else ""

    assert description("ferry/plan/index.html") == "In progress: 1 of 2 tasks, 50%."
    assert description("raft/plan/index.html") == "Ours"
    title = built.page("ferry/plan/index.html").title
    assert title is not None
    assert title.text == "Implementation Plan: Ferry - Test"


def test_files_can_be_chosen_and_none_is_written_over(make_site: BuildSite) -> None:
    built = make_site(FILES, options(exports=["csv"]))
    assert (built.root / "plans.csv").is_file()
    assert not (built.root / "plans.json").exists()
    assert not (built.root / "badges").exists()
    built = make_site(FILES | {"plans.json": "{}"}, options(exports=True))
    assert built.html("plans.json") == "{}"
    assert any("plans.json is not exported because" in line for line in built.log)


def test_people_can_be_left_out(make_site: BuildSite) -> None:
    files = FILES | {"ferry/plan.md": "---\nowner: Ana Ruiz\n---\n" + PLAN.format("Ferry")}
    shown = make_site(files)
    assert "Ana Ruiz" in shown.html("plans/index.html")
    hidden = make_site(files, options(people=False))
    for path in hidden.root.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".csv", ".atom", ".ics"):
            assert "Ana Ruiz" not in path.read_text(), path


def test_wrong_options_are_named(make_site: BuildSite) -> None:
    for wrong in ({"index": "/etc/"}, {"index": "../x.md"}, {"exports": ["pdf"]}):
        with pytest.raises(Exception, match="Aborted"):
            make_site(FILES, options(**wrong))


_MANY = 40  # each number of done tasks five times


def _plan(number: int) -> str:
    boxes = "".join(
        f"- [{'x' if task < number % 8 else ' '}] T{task:03} Task\n" for task in range(7)
    )
    return f"# Implementation Plan: P{number}\n\n## Phase 1: A\n\n{boxes}"


def test_one_number_everywhere(make_site: BuildSite, capsys: pytest.CaptureFixture[str]) -> None:
    """Page, strip, index, board, ring, JSON, CSV, badge, endpoint and command line agree."""
    files = {f"p{number:03}/plan.md": _plan(number) for number in range(_MANY)}
    files |= {f"p{number:03}/spec.md": "# Spec\n" for number in range(_MANY)}
    files["board.md"] = "# Board\n\n<!-- plan:board -->\n"
    built = make_site(files, MATERIAL | {"site_url": "https://example.org/"})
    by_hand = {f"P{number}": min(number % 8, 7) for number in range(_MANY)}
    found: dict[str, dict[str, str]] = {
        "summary": {},
        "banner": {},
        "index": _told(built, "plans/index.html", "[data-plan-widget=overview] tr"),
        "board": _told(built, "board/index.html", "[data-plan-widget=board] li"),
        "ring": {},
        "json": {},
        "csv": {},
        "badge": {},
        "endpoint": {},
    }
    rings = dict(
        re.findall(
            r'<span class="md-ellipsis">\s*Implementation Plan: (P\d+)\s*</span>\s*'
            r'<span class="md-status [^"]*" title="([^"]*)"',
            built.html("plans/index.html"),
        )
    )
    for plan in json.loads(built.html("plans.json"))["plans"]:
        title, name = plan["title"], plan["id"]
        progress = plan["progress"]
        found["json"][title] = _said(progress["done"], progress["total"], progress["percent"])
        found["summary"][title] = _first_count(built.html(f"{name}/plan/index.html"), "summary")
        found["banner"][title] = _first_count(built.html(f"{name}/spec/index.html"), "links")
        badge = re.findall(r">(\d+)%</text>", built.html(f"badges/{name}.svg"))
        found["badge"][title] = badge[0]
        found["endpoint"][title] = json.loads(built.html(f"badges/{name}.json"))["message"]
        found["ring"][title] = rings[title]
    for row in csv.DictReader(io.StringIO(built.html("plans.csv"))):
        said = _said(int(row["done"]), int(row["total"]), int(row["percent"]))
        found["csv"][row["title"]] = said
    rounded = ("0", "14", "29", "43", "57", "71", "86", "100")
    percents = {title: rounded[done] for title, done in by_hand.items()}
    expected = {title: _said(done, 7, int(percents[title])) for title, done in by_hand.items()}
    assert found["summary"] == {
        title: f"<b>{percents[title]}%</b> {done} of 7 tasks" for title, done in by_hand.items()
    }
    for kind in ("banner", "index", "board", "json", "csv"):
        assert found[kind] == expected, kind
    assert found["badge"] == percents
    assert found["endpoint"] == {title: f"{value}%" for title, value in percents.items()}
    assert found["ring"] == {title: f"{value}% done" for title, value in percents.items()}
    assert feedparser.parse(built.html("plans.atom")).bozo == 0
    total = sum(by_hand.values())
    assert main(["list", str(built.root)]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert {line.split()[-1]: line.split()[1] for line in lines} == {
        title: f"{done}/7" for title, done in by_hand.items()
    }
    assert last.split()[:2] == [f"{100 * total // (7 * _MANY)}%", f"{total}/{7 * _MANY}"]
    assert f"{total} of {7 * _MANY} tasks" in built.html("plans/index.html")


def _first_count(html: str, widget: str) -> str:
    """By the text alone: to read that many large pages takes minutes."""
    after = html.partition(f'data-plan-widget="{widget}"')[2]
    return str(re.findall(r'<span class="plan-count">(.*?)</span>', after)[0])


def _said(done: int, total: int, percent: int) -> str:
    return f"{done} of {total} tasks, {percent}%"


def _told(built: Built, path: str, rows: str) -> dict[str, str]:
    return {
        str(name.text): str(bar["aria-valuetext"])
        for row in built.page(path).select(rows)
        if (name := row.select_one("a")) and (bar := row.select_one("[role=progressbar]"))
    }


def test_list_needs_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(tmp_path)]) == 2
    assert "has no plans.json" in capsys.readouterr().err
    (tmp_path / "plans.json").write_text("[]")
    assert main(["list", str(tmp_path)]) == 2
    assert "was not written by this plugin" in capsys.readouterr().err


def test_the_check_finds_a_wrong_file(make_site: BuildSite) -> None:
    built = make_site(FILES)
    data = json.loads(built.html("plans.json"))
    data["plans"][1]["progress"]["done"] = 2
    (built.root / "plans.json").write_text(json.dumps(data))
    badge = built.root / "badges/raft.svg"
    badge.write_text(badge.read_text().replace("67%", "66%"))
    assert [str(each) for each in verify_site(built.root).findings] == [
        "badges/raft.svg: the badge does not show '67%', as in plans.json",
        "plans.json: 'ferry' is 2 of 2 here, but 1 of 2 on its page",
        "plans.json: the total is 3 of 5, but the plans add up to 4 of 5",
    ]
