"""The list of plans is filtered and sorted, by mouse and keyboard; the address keeps the view."""

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
# How many rows a search in the list shows or hides, and how many parts of the page it changes.
CHANGES = """async text => {
  const rows = [...document.querySelectorAll(".plan-overview > table tbody tr")]
  const hidden = rows.map(row => row.hidden)
  const observer = new MutationObserver(() => {})
  const field = document.querySelector(".plan-filter [name=find]")
  observer.observe(document, { attributes: true, childList: true, subtree: true })
  field.value = text
  field.dispatchEvent(new Event("input", { bubbles: true }))
  const changes = observer.takeRecords().length
  return [rows.filter((row, i) => row.hidden !== hidden[i]).length, changes]
}"""

# The words of some elements that begin on one line and end on another.
BROKEN_WORDS = """selector => [...document.querySelectorAll(selector)].flatMap(element => {
  const found = []
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode())
    for (const { 0: word, index } of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange()
      range.setStart(texts.currentNode, index)
      range.setEnd(texts.currentNode, index + word.length)
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1)
        found.push(word)
    }
  return found
})"""


# On how many lines each text stands. What is written from right to left has parts on one line.
LINES = """texts => texts.map(text =>
  new Set([...text.getClientRects()].map(box => Math.round(box.top))).size)"""


def names(page: Page) -> list[str]:
    return page.locator(ROWS).all_inner_texts()


def count(page: Page) -> str:
    return page.locator(".plan-filter output").inner_text()


def test_filters_count_and_keep_the_address(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    every = names(page)
    assert count(page) == ""
    page.get_by_label("Health").select_option("Stalled")
    assert names(page) == ["Reservations"]
    assert count(page) == f"1 of {len(every)} plans"
    assert page.url.endswith("?health=stalled")
    assert page.locator(GROUPS).all_inner_texts() == ["Needs attention · 1"]
    page.get_by_label("Health").select_option("Any health")
    page.get_by_label("Search plans").fill("ALERTS")
    assert names(page) == ["Station Alerts"]
    shared = page.url
    page.get_by_label("Search plans").fill("")
    assert names(page) == every
    assert page.url == f"{sites('sample').address}/{OVERVIEW}"
    page.goto(shared)
    assert names(page) == ["Station Alerts"]


def test_nothing_found_is_said_and_filters_can_be_cleared(
    sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    every = names(page)
    message = page.get_by_text("No plans found.")
    expect(message).to_be_hidden()
    page.get_by_label("Status").select_option("Done")
    page.get_by_label("Search plans").fill("no such words")
    assert names(page) == []
    expect(message).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    assert names(page) == every
    expect(message).to_be_hidden()
    expect(page.get_by_label("Search plans")).to_be_focused()
    assert page.url == f"{sites('sample').address}/{OVERVIEW}"


@pytest.mark.parametrize("name", ["sample", "instant"])
def test_tiles_filter(name: str, sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites(name), OVERVIEW)
    page.evaluate("window.loadedOnce = true")
    page.get_by_label("Search plans").fill("alerts")
    tile = page.locator(".plan-tiles a", has_text="need")
    number = int(re.findall(r"\d+", tile.inner_text())[0])
    tile.click()
    assert page.url.endswith(f"{OVERVIEW}?health=attention")
    assert len(names(page)) == number > 0
    assert page.locator(GROUPS).count() == 1
    assert page.evaluate("window.loadedOnce"), "the page was loaded anew"


def test_it_sorts(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    by_attention, groups = names(page), page.locator(GROUPS).all_inner_texts()
    assert groups[0].startswith("Needs attention")
    chosen = page.get_by_label("Sort by")
    head = page.locator("[data-plan-key=name]").first
    chosen.select_option("Plan ↑")
    assert names(page) == sorted(by_attention, key=str.casefold)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert page.locator(GROUPS).count() == 0
    chosen.select_option("Plan ↓")
    assert names(page) == sorted(by_attention, key=str.casefold, reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.url.endswith("?sort=-name")
    chosen.select_option("Sort: attention first")
    assert names(page) == by_attention
    assert page.locator(GROUPS).all_inner_texts() == groups
    chosen.select_option("Progress ↓")
    shares = page.locator(".plan-overview td:nth-child(3)").all_inner_texts()
    percents = [int(re.findall(r"(\d+)%", text)[0]) for text in shares]
    assert percents == sorted(percents, reverse=True)


def test_pages_of_a_plan_show_where_a_row_is_pointed_at_or_focused(
    sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    row = page.locator(".plan-rows tr", has_text="Guest Checkout").first
    links = row.locator(".plan-links")
    expect(links).to_have_css("opacity", "0")
    row.hover()
    expect(links).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(links).to_have_css("opacity", "0")
    links.get_by_role("link", name="Spec").focus()
    expect(links).to_have_css("opacity", "1")


@pytest.mark.parametrize("name", ["sample", "rtl", "de", "ru"])
def test_dates_stay_on_one_line_and_words_whole(
    name: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites(name), OVERVIEW)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        texts = page.locator(".plan-rows :is(time, .plan-count, .plan-pill):visible")
        assert {*texts.evaluate_all(LINES)} == {1}, width
        labels = ".plan-rows th > a, .plan-why, .plan-tiles li"
        assert page.evaluate(BROKEN_WORDS, labels) == [], width


def test_changes_are_told_by_their_age(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW)
    age = page.locator(".plan-board time").first
    dates = open_page(sites("sample"), OVERVIEW, java_script_enabled=False)
    date = dates.locator(".plan-board time").first
    assert date.get_attribute("title") is None
    expect(age).to_have_attribute("title", date.inner_text())
    assert age.inner_text() != date.inner_text()


def test_what_an_address_asks_for_and_there_is_not_is_left_out(
    sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), f"{OVERVIEW}?health=none-such&sort=x&owner=Ana&find=guest")
    assert names(page) == ["Guest Checkout"]


def test_without_script_the_list_is_whole(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), OVERVIEW, java_script_enabled=False)
    assert page.locator(ROWS).count() == 8
    assert page.locator(GROUPS).count() == 4
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


def test_a_search_changes_no_more_than_it_has_to(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("many"), OVERVIEW)
    assert page.locator(ROWS).count() == 200
    for text, rows in (("plan 199", 199), ("plan 19", 10), ("nothing", 11), ("", 200)):
        changed, changes = page.evaluate(CHANGES, text)
        assert changed >= rows
        assert changes <= changed + 20, text  # the groups' counts, and the message
    page.get_by_label("Search plans").fill("Plan 199")
    assert names(page) == ["Plan 199"]
