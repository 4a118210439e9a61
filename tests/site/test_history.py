"""Sites in real Git repositories: what happened stands beside what was planned."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bench.repository import Revision, git, write_repository
from tests.support.sites import Built, build_site, write_site

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git on PATH")

PLAN = """\
# Plan: Ferry

## Phase 1: Hull (2026-03-02 to 2026-03-13)

- [{}] Lay the keel
- [{}] Plank

## Phase 2: Engine (2026-03-16 to 2026-03-27)

- [{}] Mount it
- [ ] Test it
"""
PATH = "docs/ferry/plan.md"
INDEX = "# Home\n\n<!-- plan:overview -->\n\n<!-- plan:roadmap -->\n"


def revisions(*steps: tuple[int, str]) -> list[Revision]:
    """The plan with its boxes as they stood on days of March."""
    return [
        Revision({PATH: PLAN.format(*boxes)}, datetime(2026, 3, day, 12, tzinfo=UTC))
        for day, boxes in steps
    ]


HISTORY = revisions((1, "   "), (5, "x  "), (11, "xx "), (20, "xxx"))


def built(
    folder: Path, files: Mapping[str, str], options: Mapping[str, Any] | None = None
) -> Built:
    plugins = [{"plan": dict(options or {})}]
    return build_site(write_site(folder, files, {"plugins": plugins}))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def page(site: Built) -> Any:
    return site.page("ferry/plan/index.html")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    write_repository(tmp_path, HISTORY)
    return tmp_path


def test_rows_have_both_spans_and_the_table_says_them(repository: Path) -> None:
    found = page(built(repository, {"index.md": INDEX}))
    lanes = found.select(".plan-timeline .plan-row:not(.plan-axis)")
    assert [len(lane.select(".plan-span")) for lane in lanes] == [1, 1]
    assert [len(lane.select(".plan-actual")) for lane in lanes] == [1, 1]
    rows = found.select(".plan-timeline table[role=table] tbody tr")
    ticked = [plain(row.select("td")[3].get_text()) for row in rows]
    assert ticked == ["Mar 5 – Mar 11", "Mar 20"]
    assert "Done 2 days early" in rows[0].get_text()


def test_the_site_is_as_of_its_newest_commit(repository: Path) -> None:
    text = page(built(repository, {"index.md": INDEX})).get_text()
    assert re.findall(r"as of (.*)", plain(text)) == ["Mar 20"]


def test_the_burn_up_ends_with_the_plans_number(repository: Path) -> None:
    found = page(built(repository, {"index.md": INDEX}))
    rows = found.select(".plan-burn-up + .plan-foot tbody tr")
    assert [plain(row.get_text(" ", strip=True)) for row in rows] == [
        "Mar 1 4 0",
        "Mar 5 4 1",
        "Mar 11 4 2",
        "Mar 20 4 3",
    ]
    assert "3 of 4 tasks" in found.select_one(".plan-summary .plan-count").get_text()


def test_what_is_not_committed_happened_today(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PLAN.format(*"xxx").replace("- [ ] Test it", "- [x] Test it")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774526400")  # 2026-03-26
    found = page(built(repository, {"index.md": INDEX, "ferry/plan.md": text}))
    table = found.select_one(".plan-burn-up + .plan-foot tbody")
    assert "Mar 26 4 4" in plain(table.get_text(" ", strip=True))


def test_a_page_that_is_not_committed_has_no_past(repository: Path) -> None:
    site = built(
        repository, {"index.md": INDEX, "raft/plan.md": "# Plan: Raft\n\n- [x] Tie logs\n"}
    )
    assert not site.page("raft/plan/index.html").select(".plan-timeline")
    assert any(
        "pages without completion dates of tasks: 1 (not committed yet). Fix: commit them." in line
        for line in site.log
    )


@pytest.mark.parametrize("how", ["shallow", "none", "off"])
def test_without_a_history_planned_spans_stay(
    how: str, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site") / "clone"
    if how == "shallow":
        command = ["git", "clone", "--quiet", "--depth", "1", f"file://{repository}", str(folder)]
        subprocess.run(command, check=True)
    else:
        shutil.copytree(repository, folder)
        if how == "none":
            shutil.rmtree(folder / ".git")
    site = built(folder, {"index.md": INDEX}, {"actual": how != "off"})
    found = page(site)
    assert len(found.select(".plan-timeline .plan-row .plan-span")) == 2
    assert not found.select(".plan-actual, .plan-burn-up")
    said = [line for line in site.log if "completion dates of tasks" in line]
    assert [line.partition(" ")[0] for line in said] == ["INFO:"] * (how != "off")
    assert all(("shallow" in line) == (how == "shallow") for line in said)


def test_nobody_is_named(repository: Path) -> None:
    git(
        repository, "commit", "--quiet", "--allow-empty", "--author", "Ada <ada@example.org>", "-mx"
    )
    site = built(repository, {"index.md": INDEX})
    for file in site.root.rglob("*.html"):
        assert "Ada" not in file.read_text(encoding="utf-8")
    for file in (repository / ".cache").rglob("*"):
        assert not file.is_file() or b"Ada" not in file.read_bytes()


def test_the_roadmap_has_a_row_for_each_plan_with_dates(repository: Path) -> None:
    late = "# Plan: Pier\n\n- [ ] Drive piles\n"
    home = built(repository, {"index.md": INDEX, "pier/plan.md": late}).page("index.html")
    rows = home.select("[data-plan-widget=roadmap] .plan-row:not(.plan-axis) .plan-name a")
    assert [(row.get_text(), row["href"]) for row in rows] == [("Ferry", "ferry/plan/")]
    undated = home.select("[data-plan-widget=roadmap] .plan-links")
    assert [found.get_text(strip=True) for found in undated] == ["Pier"]


def test_two_builds_are_the_same_with_and_without_the_cache(repository: Path) -> None:
    first = built(repository, {"index.md": INDEX}).html("ferry/plan/index.html")
    assert (repository / ".cache/plan").is_dir()
    assert built(repository, {"index.md": INDEX}).html("ferry/plan/index.html") == first
    shutil.rmtree(repository / ".cache")
    assert built(repository, {"index.md": INDEX}).html("ferry/plan/index.html") == first


def test_many_rows_stay_light(repository: Path) -> None:
    phases = "".join(
        f"## Phase {n}: Part\n\n**Duration**: 1-2 weeks\n\n- [x] Do {n}\n\n" for n in range(1, 41)
    )
    text = f"# Plan: Long\n\n**Start**: 2026-01-05\n\n{phases}"
    site = built(repository, {"index.md": INDEX, "long/plan.md": text})
    assert len(site.page("long/plan/index.html").select(".plan-timeline .plan-row")) == 41
    html = site.html("long/plan/index.html")
    begin = html.index('<section class="plan plan-card plan-timeline"')
    assert html.index("</section>", begin) - begin < 72_000


def test_the_feed_has_rescheduled_phases(repository: Path) -> None:
    later = PLAN.replace("2026-03-27", "2026-04-10").format("x", "x", "x")
    steps = [*HISTORY, Revision({PATH: later}, datetime(2026, 3, 24, 12, tzinfo=UTC))]
    shutil.rmtree(repository / ".git")
    write_repository(repository, steps)
    settings = {"plugins": ["plan"], "site_url": "https://example.org/"}
    built = build_site(write_site(repository, {"index.md": "# Home\n"}, settings))
    feed = built.html("plans.atom")
    assert re.findall(r"<title>(.*?)</title>", feed)[1:] == [
        "Ferry: Phase 2: Engine rescheduled",
        "Ferry: Phase 1: Hull completed",
    ]
    assert "<summary>2026-03-16 – 2026-03-27 → 2026-03-16 – 2026-04-10</summary>" in feed
    assert build_site(repository / "mkdocs.yml").html("plans.atom") == feed
