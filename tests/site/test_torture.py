"""Each construct that is known to go wrong: GitHub's boxes, ours, the number and its account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup

from tests.conftest import BuildSite
from tests.site import torture
from tests.site.torture import CONSTRUCTS, TOGETHER, Construct, Result
from tests.support.sites import Built
from tests.verify.thorough import check_thoroughly

SUMMARY_LINES = ".plan-summary .plan-note"
PREDICTED = pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda found: found.name)


@dataclass(frozen=True)
class Tortured:
    """The built site, and what its overview says of each plan."""

    built: Built
    overview: Mapping[str, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Tortured:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
        built = torture.build(tmp_path_factory.mktemp("torture"))
    assert built.warnings == []
    return Tortured(built, torture.overview(built))


@PREDICTED
def test_page_number_overview_and_breakdown(site: Tortured, construct: Construct) -> None:
    built, folder = site.built, construct.folder
    found = Result(
        construct.github,
        torture.shown(built, folder),
        torture.number(built, folder),
        torture.breakdown(built, folder),
    )
    assert found == construct.result
    assert site.overview[folder] == construct.result.number


@PREDICTED
def test_what_github_shows(construct: Construct) -> None:
    cmarkgfm = pytest.importorskip("cmarkgfm")
    pages = (construct.markdown, *construct.others.values())
    html = "".join(map(cmarkgfm.github_flavored_markdown_to_html, pages))
    # GitHub itself shows boxes in quotes; the library that it reads Markdown with does not.
    quoted = len(re.findall(r"(?m)^> - \[", construct.markdown))
    assert html.count('type="checkbox"') == construct.github - quoted


def test_nothing_of_it_is_unproven(site: Tortured) -> None:
    assert check_thoroughly(site.built.root) == []


def test_constructs_do_not_disturb_one_another(site: Tortured) -> None:
    parts = torture.together()
    numbers = [tuple(map(int, part.number.split(" of "))) for part in parts]
    done, total = (sum(column) for column in zip(*numbers, strict=True))
    assert len(parts) > 25
    assert torture.number(site.built, TOGETHER) == f"{done} of {total}"
    assert torture.shown(site.built, TOGETHER) == sum(part.page for part in parts)
    listed: Counter[str] = Counter()
    for part in parts:
        for kind in part.breakdown.split(", "):
            count, name = kind.split(" ", 1)
            listed[name] += int(count)
    assert torture.breakdown(site.built, TOGETHER) == torture.in_words(listed)


def test_contradictions_are_reported(site: Tortured) -> None:
    told = {
        construct.name: [
            line.get_text().strip() for line in _page(site, construct).select(SUMMARY_LINES)
        ]
        for construct in CONSTRUCTS
    }
    assert {name: lines for name, lines in told.items() if lines} == {
        "a phase marked ✅ over open boxes": [
            "Phase 1: Survey ✅: the stated status is “Phase 1: Survey ✅”,"
            " but 1 of 2 tasks are done."
        ],
        "`Status: Complete` over open boxes": [
            "The stated status is “Complete”, but 1 of 3 tasks are done."
        ],
    }


def test_a_mark_that_nobody_knows_is_named_in_the_log(site: Tortured) -> None:
    (note,) = [line for line in site.built.log if "'[?]'" in line and TOGETHER not in line]
    assert note.startswith("INFO")
    assert "plan-04/plan.md:3: unknown mark '[?]'" in note


def test_the_breakdown_leads_to_lines_of_the_source(site: Tortured) -> None:
    """To the line that holds the task, also below admonitions, fences and nested lists."""
    sources = torture.files()
    page = site.built.page(f"{TOGETHER}/plan/index.html")
    lines = sources[f"{TOGETHER}/plan.md"].splitlines()
    items = [item.select("a") for item in page.select(".plan-breakdown dd li")]
    assert len(items) > 60
    for task, source in items:
        href = "https://github.com/example/torture/blob/main/docs/together/plan.md?plain=1#L"
        assert source["href"] == f"{href}{source.get_text()}"
        words = task.get_text().removesuffix(" …").split()
        assert words[0].strip(".,") in lines[int(source.get_text()) - 1]


def test_tasks_that_read_alike_have_ids_of_their_own(site: Tortured) -> None:
    (construct,) = [one for one in CONSTRUCTS if one.name == "tasks that read alike"]
    ids = [item["id"] for item in _page(site, construct).select("li.task-list-item")]
    assert ids == ["ring-the-bell", "ring-the-bell-2", "ring-the-bell-3"]


def _page(site: Tortured, construct: Construct) -> BeautifulSoup:
    return site.built.page(f"{construct.folder}/plan/index.html")


def test_a_tilde_in_code_strikes_nothing_out(make_site: BuildSite) -> None:
    text = "# Implementation Plan: A\n\n- [~] **Same.** Then `~NULL`\n"
    built = make_site({"index.md": "# Home\n", "plan.md": text})
    assert len(built.page("plan/index.html").select("li .plan-box")) == 1
    assert not check_thoroughly(built.root)
