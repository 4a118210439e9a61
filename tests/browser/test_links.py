"""Links of ours lead somewhere, also by keyboard and without a full load of the page."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Tour
from tests.browser.probes import open_details
from tests.browser.sites import OVERVIEW, PLAN, SPEC, Sites

pytestmark = pytest.mark.browser

SOURCES = "https://github.com/example/kestrel/blob/main/docs/"
WIDGETS = """() => [...document.querySelectorAll('[data-plan-widget]')]
  .map(widget => widget.outerHTML)"""
IN_VIEW = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect()
  return 0 < top && top < innerHeight
}"""
FOCUSED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect()
  return element.closest('[data-plan-widget], [data-plan-link]')
    ? [element.innerText, box.top + scrollY, !!element.closest('.plan-board, .plan-two')] : null
}"""
FOCUSABLE = """() => [...document.querySelectorAll(
  '[data-plan-widget] :is(a, summary, button, input, select), summary[data-plan-widget], '
    + 'a[data-plan-link]')]
  .filter(element => element.checkVisibility())
  .map(element => element.innerText)"""


def test_each_leads_to_a_page_and_an_anchor(tour: Tour, sites: Sites) -> None:
    links = {link for visit in tour.visits.values() for link in visit.links}
    assert len(links) > 30
    found = [urldefrag(link) for link in links if not link.startswith(SOURCES)]
    own = {(address.partition("?")[0], anchor) for address, anchor in found}
    site = sites("sample")
    pages = {f"{site.address}/{path}": path for path in site.paths}
    assert {address for address, _ in own} <= pages.keys()
    for address in {address for address, anchor in own if anchor}:
        page = site.built.page(f"{pages[address]}index.html")
        ids = {str(tag["id"]) for tag in page.find_all(id=True)}
        assert {anchor for of, anchor in own if of == address and anchor} <= ids, address


def test_nothing_is_loaded_from_elsewhere(tour: Tour, sites: Sites) -> None:
    own = f"{sites('sample').address}/"
    assert len(tour.requests) > len(tour.visits)
    assert [request for request in tour.requests if not request.startswith(own)] == []


def test_a_click_brings_the_phase_into_view(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), PLAN)
    phases = page.locator(".plan-summary .plan-phases")
    phases.get_by_role("link", name="Integration & Testing").click()
    page.wait_for_url("**#phase-3-integration-testing")
    # Asked by the clock and not once per frame: on a loaded machine no frames may be drawn.
    page.wait_for_function(IN_VIEW, arg="phase-3-integration-testing", polling=100)


def test_instant_navigation_keeps_widgets(sites: Sites, open_page: OpenPage) -> None:
    site = sites("instant")
    direct = {path: open_page(site, path).evaluate(WIDGETS) for path in (OVERVIEW, PLAN)}
    page = open_page(site, OVERVIEW)
    page.evaluate("window.loadedOnce = true")
    page.locator(".plan-overview a", has_text="Guest Checkout").click()
    page.wait_for_selector("h1:has-text('Guest Checkout')")
    assert page.evaluate(WIDGETS) == direct[PLAN]
    page.go_back()
    page.wait_for_selector(".plan-overview")
    assert page.evaluate(WIDGETS) == direct[OVERVIEW]
    page.go_forward()
    page.wait_for_selector(".plan-summary")
    phases = page.locator(".plan-summary .plan-phases")
    phases.get_by_role("link", name="Core Features").click()
    page.wait_for_url(f"**/{PLAN}#phase-2-core-features")
    assert page.evaluate("window.loadedOnce"), "the page was loaded anew: nothing was tested"


def test_tab_reaches_all_in_reading_order(sites: Sites, open_page: OpenPage) -> None:
    site = sites("sample")
    for path in (PLAN, SPEC, OVERVIEW):
        page = open_page(site, path)
        open_details(page)
        expected = page.evaluate(FOCUSABLE)
        reached = _tab_through(page, len(expected))
        assert [text for text, *_ in reached] == expected
        tops = [top for _, top, is_in_columns in reached if not is_in_columns]
        assert all(before <= after + 4 for before, after in pairwise(tops))


def _tab_through(page: Page, count: int) -> list[tuple[str, float, bool]]:
    """What has the focus, of ours, when Tab is pressed again and again."""
    reached: list[tuple[str, float, bool]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if focused := page.evaluate(FOCUSED):
            reached.append((focused[0], focused[1], focused[2]))
        if len(reached) == count:
            break
    return reached


def test_keys_open_details(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), PLAN)
    details = page.locator(".plan-breakdown")
    assert details.get_attribute("open") is None
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Phase 1: Foundation"
