"""The list or table that a chart was read from is folded beside it, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import BuildSite

PLAN = (
    "# Plan: A\n\n## Phase 1: One\n\n- [x] a\n\n## Phase 2: Two\n\n- [ ] b\n\n## Timeline\n\n{}\n"
)
LIST = "- Phase 1: 2026-01-05 to 2026-01-16\n- Phase 2: 2 weeks\n- Total: 4 weeks\n"
TABLE = (
    "| Phase | Start | End | Status |\n|---|---|---|---|\n"
    "| Phase 1 | 2026-01-05 | 2026-01-16 | ✅ Done |\n| Phase 2 | 2026-01-19 | 2026-01-30 | |\n"
)


def folded(make_site: BuildSite, text: str, **options: Any) -> Tag | None:
    plugin = {"plan": options} if options else "plan"
    found = make_site({"a/plan.md": PLAN.format(text)}, {"plugins": ["search", plugin]})
    page: BeautifulSoup = found.page("a/plan/index.html")
    assert page.select_one("[data-plan-widget=timeline]") is not None
    details = page.select("details.plan-written")
    assert len(details) < 2
    return details[0] if details else None


@pytest.mark.parametrize(("text", "tag"), [(LIST, "ul"), (TABLE, "table")])
def test_the_list_or_table_of_the_chart_is_folded(
    make_site: BuildSite, text: str, tag: str
) -> None:
    details = folded(make_site, f"Our dates:\n\n{text}\nAnd that is all.")
    assert details is not None
    assert [child.name for child in details.find_all(recursive=False)] == ["summary", tag]
    assert details.summary is not None
    assert details.summary.text == "As written"
    assert details.summary.has_attr("data-search-exclude"), "our words are not the page's"
    assert not details.has_attr("data-search-exclude"), "what it folds is found"
    assert "2026-01-16" in details.get_text()
    around = [details.find_previous_sibling("p"), details.find_next_sibling("p")]
    assert [each.get_text() for each in around if isinstance(each, Tag)] == [
        "Our dates:",
        "And that is all.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- [x] Phase 1: 2026-01-05 to 2026-01-16\n- [ ] Phase 2: 2 weeks",
        f"{LIST}- Please ask Mira before moving any of these",
        "- Phase 1: 2 weeks, in which we learn how the old service stores its rides\n"
        "- Phase 2: 2 weeks",
        "- Phase 1: 2 weeks\n- <a id='second'></a>Phase 2: 2 weeks",
        "- Phase 1: 2 weeks\n- Phase 2: 2 weeks\n\n    ### Why\n",
    ],
    ids=["boxes", "another row", "more than dates", "raw HTML", "a heading"],
)
def test_what_says_or_holds_more_is_not_folded(make_site: BuildSite, text: str) -> None:
    assert folded(make_site, text) is None


def test_it_can_be_left_as_it_is(make_site: BuildSite) -> None:
    assert folded(make_site, LIST, fold_schedule=False) is None


def test_dates_below_another_heading_are_not_folded(make_site: BuildSite) -> None:
    assert folded(make_site, f"{LIST}\n## Dates of others\n\n- Phase 1: 2026-01-05\n") is not None
