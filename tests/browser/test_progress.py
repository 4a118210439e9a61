"""Bars say and show what a reader counts on the pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import OpenPage, Tour
from tests.browser.sites import OVERVIEW, Sites

pytestmark = pytest.mark.browser


def test_bars_say_what_a_reader_counts(tour: Tour, sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    rows = page.locator("[data-plan-widget=overview] tbody tr:has(a)").all()
    plans: dict[str, tuple[int, int]] = {}
    for row in rows:
        plan, *others = row.locator("a").all()
        pages = [_path(plan), *(_path(link) for link in others if link.inner_text() == "Tasks")]
        counts = [tour.count(path) for path in pages]
        plans[pages[0]] = (sum(done for done, _ in counts), sum(total for _, total in counts))
    done, total = (sum(counts) for counts in zip(*plans.values(), strict=True))
    kinds = set()
    for path, bar in tour.bars:
        kinds.add(bar.kind)
        if bar.kind == "totals":
            assert (bar.done, bar.total) == (done, total)
            continue
        by_hand = tour.count(path, bar.heading) if bar.heading else plans[bar.plan]
        assert (bar.done, bar.total) == by_hand, (path, bar)
    assert kinds == {"summary", "phase", "links", "overview", "board", "totals"}


def _path(link: Locator) -> str:
    path: str = link.evaluate("a => new URL(a.href).pathname.slice(1)")
    return path


def test_bars_are_drawn_as_long_as_they_say(tour: Tour) -> None:
    for path, bar in tour.bars:
        assert bar.drawn == pytest.approx(bar.done / bar.total, abs=0.01), (path, bar)


def test_bars_have_names_and_values_for_all(tour: Tour) -> None:
    for path, bar in tour.bars:
        assert bar.least == "0", (path, bar)
        assert bar.text.startswith(f"{bar.done} of {bar.total} task"), (path, bar)
        assert bar.text.endswith(f", {round(100 * bar.done / bar.total)}%"), (path, bar)
    assert {path for path, visit in tour.visits.items() if visit.unnamed_bars} == set()


def test_segments_leave_gaps_and_stay_inside(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), "specs/001-station-alerts/plan/")
    edges: list[list[float]] = page.evaluate("""() =>
        [...document.querySelectorAll('.plan-summary .plan-bar-todo')].map(part => {
            const box = part.getBoundingClientRect()
            return [box.left, box.right]
        })""")
    assert len(edges) == 6
    outer = page.locator(".plan-summary .plan-bar").bounding_box()
    assert outer
    assert outer["x"] <= edges[0][0]
    assert edges[-1][1] <= outer["x"] + outer["width"] + 0.5
    gaps = [after[0] - before[1] for before, after in pairwise(edges)]
    assert all(1 < gap < 10 for gap in gaps)
