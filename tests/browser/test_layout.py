"""Widgets fit where they stand: on phones, on paper, and on pages from right to left."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import Literal

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import OpenPage
from tests.browser.probes import Box, box, boxes, open_details
from tests.browser.sites import OVERVIEW, PLAN, SPEC, TASKS, Sites

pytestmark = pytest.mark.browser

TRANSLATED = ["rtl", "de", "ru"]
STATIONS = "specs/001-station-alerts/plan/"
PHONE = 320
WIDTHS = [PHONE, 390, 768, 1280]

# How far the page can be scrolled sideways, and which of our widgets are wider than their place.
TOO_WIDE = """() => [
  document.documentElement.scrollWidth - innerWidth,
  [...document.querySelectorAll('[data-plan-widget], [data-plan-widget] :is(details, table, dd)')]
    .filter(element => !element.closest('.plan-scroll'))  // which scrolls for itself
    .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth
      || element.getBoundingClientRect().right > innerWidth)
    .map(element => element.className || element.tagName),
]"""
# Which of our labels do not show all of their text: what a choice shows is measured as text.
CUT = """() => {
  const ink = document.createElement('canvas').getContext('2d')
  const room = element => {
    const style = getComputedStyle(element)
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  }
  const isCut = element => element.matches('select')
    ? ink.measureText(element.selectedOptions[0].text).width > room(element)
    : element.scrollWidth > element.clientWidth + 1
  return [...document.querySelectorAll(
    '.plan :is(select, button, summary, th, .plan-label, .plan-pill, .plan-count, .plan-facts,'
    + ' .plan-legend, .plan-tabs li, .plan-tiles li, .plan-foot > span)'
  )].filter(element => element.clientWidth > 1 && !element.closest('.plan-rows thead'))
    .filter(element => (room(element), isCut(element)))
    .map(element => element.textContent)
}"""
# What WCAG 1.4.12 asks pages to stand.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# Texts that end in their box, or in an ellipsis, before they are over; some may, as the whole
# text is where their link leads.
CUT_OFF = """() => [...document.querySelectorAll('[data-plan-widget] *')]
  .filter(element => !element.matches('.plan-hidden, .plan-phases a, .plan-title, .plan-from'
    + ', .plan-tabs, .plan-links, .plan-scroll, svg, svg *, thead'))
  .filter(element => element.checkVisibility() && element.clientWidth > 1)
  .filter(element => getComputedStyle(element).overflowX != 'visible')
  .filter(element => element.scrollWidth > element.clientWidth + 1
    || element.scrollHeight > element.clientHeight + 2)
  .map(element => element.outerHTML.slice(0, 200))"""
TEXTS = (
    ":is(a, time, .plan-pill, .plan-count, .plan-name, .plan-state, .plan-label, .plan-split,"
    " summary, select, input):not(.plan-links *, :has(a, .plan-pill, .plan-count, time))"
)
TWINS = ".plan-data"
IS_KEPT_WHOLE = """part => {
  for (; part.matches('[data-plan-widget], [data-plan-widget] *'); part = part.parentElement)
    if (getComputedStyle(part).breakInside == 'avoid') return true
  return false
}"""
FILLS = """() => ['.plan-bar-done', '.plan-bar-todo', '.plan-span', '.plan-span-done']
  .map(part => getComputedStyle(document.querySelector(part)).fill)"""


@pytest.mark.parametrize("name", ["sample", "mkdocs", "readthedocs", "timelines", *TRANSLATED])
def test_nothing_is_wider_than_a_phone(name: str, sites: Sites, open_page: OpenPage) -> None:
    site = sites(name)
    page = open_page(site, width=PHONE)
    plain = open_page(sites("without"), width=PHONE)
    for path in site.telling_paths if name in ("sample", "timelines") else [PLAN, TASKS, OVERVIEW]:
        page.goto(f"{site.address}/{path}")
        open_details(page)
        scroll, wide = page.evaluate(TOO_WIDE)
        assert wide == [], path
        if scroll > 0 and name == "sample":
            plain.goto(f"{sites('without').address}/{path}")
            assert scroll <= plain.evaluate(TOO_WIDE)[0], path


@pytest.mark.parametrize("name", ["sample", *TRANSLATED])
def test_labels_are_not_cut_off(name: str, sites: Sites, open_page: OpenPage) -> None:
    site = sites(name)
    page = open_page(site)
    for path in (PLAN, OVERVIEW):
        page.goto(f"{site.address}/{path}")
        open_details(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(CUT) == [], (path, width)


@pytest.mark.parametrize("name", ["sample", "timelines", *TRANSLATED])
def test_labels_of_a_chart_have_room(name: str, sites: Sites, open_page: OpenPage) -> None:
    site = sites(name)
    page = open_page(site)
    charts = [path for path in site.widget_paths if "plan-timeline" in site.html(path)]
    assert len(charts) > 3
    for path in charts[:3] if name in TRANSLATED else charts:
        page.goto(f"{site.address}/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for chart in page.locator(".plan-chart").all():
                assert _crowded(chart) == [], (path, width)


def _crowded(found: Locator) -> list[tuple[Box, Box]]:
    """Labels, names and states of a chart that overlap something, or reach over the chart."""
    chart = box(found)
    labels = boxes(found.locator(".plan-axis text:not([visibility=hidden])"))
    names = boxes(found.locator(".plan-name, .plan-state"))
    lanes = boxes(found.locator(".plan-lane"))
    assert labels
    return [
        *(pair for pair in combinations(labels, 2) if pair[0].overlaps(pair[1])),
        *(pair for pair in combinations(names, 2) if pair[0].overlaps(pair[1])),
        *(pair for pair in product(names, lanes) if pair[0].overlaps(pair[1])),
        *((part, chart) for part in [*labels, *names] if not part.is_inside(chart)),
    ]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_text_with_more_space_is_whole(width: int, sites: Sites, open_page: OpenPage) -> None:
    site = sites("sample")
    page = open_page(site, width=width)
    for path in [PLAN, TASKS, OVERVIEW, STATIONS]:
        page.goto(f"{site.address}/{path}")
        open_details(page)
        page.add_style_tag(content=SPACING)
        assert page.evaluate(TOO_WIDE)[1] == [], path
        assert page.evaluate(CUT_OFF) == [], path
        for parts in (".plan-summary", ".plan-chart", ".plan-rows", ".plan-board", ".plan-filter"):
            for part in page.locator(parts).all():
                places = boxes(part.locator(TEXTS))
                pairs = [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]
                assert pairs == [], (path, parts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_all_is_there_in_dark_ink(
    scheme: Literal["light", "dark"], sites: Sites, open_page: OpenPage
) -> None:
    expected = open_page(sites("sample"), PLAN).evaluate(FILLS)
    page = open_page(sites("sample"), PLAN, width=794, color_scheme=scheme)
    page.emulate_media(media="print")
    assert page.evaluate(FILLS) == expected
    for widget in page.locator("[data-plan-widget]").all():
        assert widget.is_visible()
    assert page.evaluate(TOO_WIDE) == [0, []]


def test_on_paper_facts_are_unfolded_and_whole(sites: Sites, open_page: OpenPage) -> None:
    site = sites("sample")
    page = open_page(site, width=794, java_script_enabled=False)
    page.emulate_media(media="print")
    for path, facts in {PLAN: "Total: 15 weeks", OVERVIEW: "Check what happens when"}.items():
        page.goto(f"{site.address}/{path}")
        assert page.get_by_text(facts).first.is_visible(), path
        # What says the same as a chart, or how it came about, is left out.
        assert page.get_by_text("How this is counted").count() + page.locator(TWINS).count() > 0
        assert not page.locator(f"{TWINS}, .plan-breakdown").first.is_visible()
        assert page.evaluate(CUT_OFF) == [], path
        for whole in (".plan-chart", ".plan-burn", ".plan-summary", ".plan-rows tr"):
            for part in page.locator(whole).all():
                assert part.evaluate(IS_KEPT_WHOLE), (path, whole)
        heads = page.locator("[data-plan-widget] .plan-table thead:visible")
        displays = heads.evaluate_all("all => all.map(head => getComputedStyle(head).display)")
        assert {*displays} <= {"table-header-group"}
    page.goto(f"{site.address}/{STATIONS}")
    assert page.evaluate(TOO_WIDE) == [0, []]
    assert page.locator(".plan-scroll").evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_right_to_left_bars_grow_from_the_right(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("rtl"), PLAN)
    for widget in (".plan-summary", "#phase-1-foundation .plan-phase"):
        bar = box(page.locator(f"{widget} .plan-bar"))
        done = box(page.locator(f"{widget} .plan-bar-done").first)
        assert bar.right - done.right < 2
    note = page.locator(".plan-note").first
    assert note.evaluate("note => getComputedStyle(note).borderRightWidth") != "0px"
    assert note.evaluate("note => getComputedStyle(note).borderLeftWidth") == "0px"
    sign, word = box(page.locator(".plan-status svg")), box(page.locator(".plan-status"))
    assert word.right - sign.right < 12
    assert sign.x - word.x > sign.width


def test_right_to_left_charts_still_go_to_the_right(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("rtl"), PLAN)
    spans = boxes(page.locator(".plan-row .plan-span"))
    assert all(before.x < after.x for before, after in pairwise(spans))
    assert box(page.locator(".plan-name").first).x > box(page.locator(".plan-lane").first).x


@pytest.mark.parametrize("name", ["sample", *TRANSLATED])
def test_parts_of_a_widget_stand_apart(name: str, sites: Sites, open_page: OpenPage) -> None:
    site = sites(name)
    page = open_page(site)
    parts = {
        PLAN: ".plan-summary :is(.plan-tabs li > *, .plan-pill, .plan-facts, .plan-count,"
        " .plan-bar, .plan-note, .plan-phases a, .plan-next a, .plan-foot > span, dt, dd)",
        SPEC: ".plan-banner :is(.plan-tabs li > *, .plan-parents a, .plan-pill, .plan-bar,"
        " .plan-count)",
        TASKS: "h2 :is(.plan-bar, .plan-count)",
        # The links to pages replace what is there when a row is pointed at.
        OVERVIEW: ".plan-overview :is(tbody th, td > :not(.plan-links))",
    }
    for path, selector in parts.items():
        page.goto(f"{site.address}/{path}")
        open_details(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            # What is hidden but for screen readers is a pixel high.
            places = [place for place in boxes(page.locator(selector)) if place.height > 2]
            assert len(places) > 3
            pairs = [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]
            assert pairs == [], (path, width)
