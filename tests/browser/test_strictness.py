"""Widgets need no JavaScript, and nothing that a strict Content-Security-Policy forbids."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import OpenPage
from tests.browser.probes import box, boxes, layout
from tests.browser.sites import MAIN_PAGES, OVERVIEW, PLAN, TASKS, Site, Sites

pytestmark = pytest.mark.browser

LATER = date(2026, 12, 4)
POLICY = "default-src 'self'"
RECORD = """
window.forbidden = []
addEventListener('securitypolicyviolation', event => forbidden.push(
  [event.effectiveDirective, event.blockedURI, event.sample]))
"""


# What a script adds: the filter above the table, and how long ago a date was, in its place.
SAME_ON_BOTH = """() => {
  document.querySelectorAll('.plan-filter').forEach(one => one.remove())
  document.querySelectorAll('[data-plan-age]').forEach(time => { time.textContent = 'once' })
}"""


@pytest.mark.parametrize("theme", ["sample", "readthedocs"])
def test_without_javascript_all_is_the_same(theme: str, sites: Sites, open_page: OpenPage) -> None:
    site = sites(theme)
    scripted = open_page(site, own=True)
    # On the day that a page is as of, the script has nothing to say.
    as_of = re.search(r'data-plan-today="([\d-]+)"', site.html(PLAN))
    assert as_of
    scripted.clock.set_fixed_time(f"{as_of[1]}T12:00:00")
    plain = open_page(site, java_script_enabled=False)
    for path in (PLAN, TASKS, OVERVIEW):
        scripted.goto(f"{site.address}/{path}")
        plain.goto(f"{site.address}/{path}")
        for page in (scripted, plain):  # what the script shows stands above the table
            page.evaluate(SAME_ON_BOTH)
        assert_same(layout(plain), layout(scripted))


def test_the_script_moves_todays_line(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), own=True)
    page.clock.set_fixed_time(f"{LATER}T12:00:00")
    page.goto(f"{sites('sample').address}/{PLAN}")
    page.wait_for_selector("line.plan-today[visibility=visible]", state="attached")
    chart = page.locator(".plan-chart").first
    days = float(chart.get_attribute("data-plan-days") or 0)
    first = date.fromisoformat(chart.get_attribute("data-plan-origin") or "")
    expected = pytest.approx(100 * ((LATER - first).days + 0.5) / days)
    label = chart.locator("text.plan-today")
    for mark, at in ((chart.locator("line.plan-today").first, "x1"), (label, "x")):
        assert float((mark.get_attribute(at) or "").rstrip("%")) == expected
    others = chart.locator(".plan-axis text:not(.plan-today):not([visibility=hidden])")
    assert not any(box(label).overlaps(other) for other in boxes(others))


def test_what_is_not_on_the_axis_today_is_not_shown(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), own=True)
    page.clock.set_fixed_time(f"{LATER.replace(year=LATER.year + 3)}T12:00:00")
    page.goto(f"{sites('sample').address}/{PLAN}")
    page.wait_for_selector("line.plan-today[visibility=hidden]", state="attached")
    shown = page.locator(".plan-axis text:not([visibility=hidden])").all_inner_texts()
    assert len(shown) > 1
    assert "today" not in shown


def assert_same(found: list[Any], expected: list[Any]) -> None:
    assert len(found) == len(expected) > 0
    for one, other in zip(found, expected, strict=True):
        assert one == [
            pytest.approx(value, abs=1.5) if isinstance(value, int | float) else value
            for value in other
        ]


@pytest.mark.parametrize("path", MAIN_PAGES)
def test_a_strict_policy_forbids_nothing_of_ours(
    path: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("plain"), path)
    free = layout(page)
    picture = page.screenshot()
    assert _forbidden(page, sites("plain"), path) == []
    assert_same(layout(page), free)
    assert page.screenshot() == picture


@pytest.mark.parametrize("path", [PLAN, OVERVIEW])
def test_a_strict_policy_forbids_no_more_than_without_the_plugin(
    path: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), own=True)
    forbidden = _forbidden(page, sites("sample"), path)
    anyway = _forbidden(open_page(sites("without"), own=True), sites("without"), path)
    assert set(map(tuple, forbidden)) == set(map(tuple, anyway))
    # The theme's own scripts are among what is forbidden, so the policy is in force.
    assert "script-src-elem" in {directive for directive, *_ in forbidden}


def _forbidden(page: Page, site: Site, path: str) -> list[list[str]]:
    """Open a page under the policy; returns what was reported."""

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": POLICY}
        )

    page.add_init_script(RECORD)
    page.route(f"{site.address}/{path}", with_policy)
    page.goto(f"{site.address}/{path}")
    found: list[list[str]] = page.evaluate("forbidden")
    return found
