"""The table of plans is filtered and sorted, by mouse and keyboard; the address keeps the view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.sites import OVERVIEW, Sites

pytestmark = pytest.mark.browser

ROWS = ".plan-overview > table tbody tr:not([hidden]):not(.plan-group-row) > th > a"
GROUPS = ".plan-overview > table .plan-group-row:not([hidden])"
# From a change of a field to the table as it then is, laid out.
TIME_OF_FILTERING = """async (texts) => {
  const field = document.querySelector(".plan-filter [name=find]");
  const table = document.querySelector(".plan-overview > table");
  const times = [];
  for (const text of texts) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const before = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    table.getBoundingClientRect();
    times.push(performance.now() - before);
  }
  return times;
}"""


def names(page: Page) -> list[str]:
    return page.locator(ROWS).all_inner_texts()


def count(page: Page) -> str:
    return page.locator(".plan-filter output").inner_text()


def test_filters_count_and_keep_the_address(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    every = names(page)
    assert count(page) == f"{len(every)} of {len(every)} plans"
    page.get_by_label("Health").select_option("Stalled")
    assert names(page) == ["Reservations"]
    assert count(page) == f"1 of {len(every)} plans"
    assert page.url.endswith("?health=stalled")
    assert page.locator(GROUPS).count() == 1
    page.get_by_label("Health").select_option("All")
    page.get_by_label("Search plans").fill("ALERTS")
    assert names(page) == ["Station Alerts"]
    shared = page.url
    page.get_by_label("Search plans").fill("no such words")
    assert names(page) == []
    page.get_by_label("Search plans").fill("")
    assert names(page) == every
    assert page.url == f"{sites('sample').address}/{OVERVIEW}"
    page.goto(shared)
    assert names(page) == ["Station Alerts"]


def test_heads_and_the_list_sort(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    by_status, groups = names(page), page.locator(GROUPS).count()
    head = page.get_by_role("columnheader", name="Plan", exact=True)
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert names(page) == sorted(by_status, key=str.casefold)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert page.locator(GROUPS).count() == 0
    page.keyboard.press("Enter")
    assert names(page) == sorted(by_status, key=str.casefold, reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.url.endswith("?sort=-name")
    page.get_by_label("Sort by").select_option("Status")
    assert (names(page), page.locator(GROUPS).count()) == (by_status, groups)
    page.get_by_label("Sort by").select_option("Progress ↓")
    percents = [
        int(re.findall(r"(\d+)%", text)[0])
        for text in page.locator(".plan-overview td:nth-child(3)").all_inner_texts()
    ]
    assert percents == sorted(percents, reverse=True)


def test_what_an_address_asks_for_and_there_is_not_is_left_out(
    sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), f"{OVERVIEW}?health=none-such&sort=x&owner=Ana&find=guest")
    assert names(page) == ["Guest Checkout"]


def test_without_script_the_table_is_whole(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW, java_script_enabled=False)
    assert page.locator(ROWS).count() == 8
    assert page.locator(GROUPS).count() == 3
    expect(page.locator(".plan-filter")).to_be_hidden()


def test_it_works_after_instant_loading(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("instant"), "plans/checkout/plan/")
    page.locator("nav a[href$='plans/']").first.evaluate("a => a.click()")
    page.wait_for_selector(".plan-overview")
    page.get_by_label("Search plans").fill("winter")
    assert names(page) == ["Winter Service"]


def test_rings_are_named(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), "plans/checkout/plan/")
    rings = page.locator(".md-nav .md-status[title='57% done']")
    assert rings.count() > 0
    mask = "e => getComputedStyle(e, '::after').backgroundImage"
    assert "conic-gradient" in rings.first.evaluate(mask)


def test_five_hundred_plans_are_filtered_at_once(sites: Sites, open_page: OpenPage) -> None:
    """At most 50 ms is what is wanted; a test must not fail where a machine is busy."""
    page = open_page(sites("many"), OVERVIEW)
    assert page.locator(ROWS).count() == 500
    times = page.evaluate(TIME_OF_FILTERING, ["plan 7", "", "late", "plan 49", ""] * 3)
    print(f"filtering of 500 plans: median {sorted(times)[len(times) // 2]:.1f} ms")
    assert sorted(times)[len(times) // 2] < 500
    page.get_by_label("Search plans").fill("Plan 499")
    assert names(page) == ["Plan 499"]
