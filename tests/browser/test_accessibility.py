"""axe finds nothing in our widgets, and nothing on their pages that wouldn't be there anyway."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.probes import open_details
from tests.browser.sites import MAIN_PAGES, OVERVIEW, PLAN, TASKS, Sites

pytestmark = pytest.mark.browser

OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
}
# All that the scheme of colours changes.
OF_COLORS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
OUR_WIDGETS = "[data-plan-widget]"
STYLESHEET = re.compile(r'\s*<link [^>]*href="[^"]*assets/plan/plan\.css[^>]*>')

RING = re.compile(r'<span class="md-status md-status--plan-[^>]*>\s*</span>')

# What we have that takes the focus without an outline
UNSEEN_FOCUS = """() => [...document.querySelectorAll(
  '[data-plan-widget] :is(a, summary, input, select, button, [tabindex])')]
  .filter(element => element.checkVisibility({visibilityProperty: true}))
  .filter(element => {
    element.focus({focusVisible: true})
    const style = getComputedStyle(element)
    return style.outlineStyle == 'none' || parseFloat(style.outlineWidth) < 1
  }).map(element => element.outerHTML)"""

# Whether any of some elements is one of ours, is in one or holds one, or is next to one.
IS_NEAR_OURS = """targets => {
  const ours = '[data-plan-widget], [data-plan-link], [data-plan-extra]'
  return targets.some(target => {
    const element = document.querySelector(target)
    return !element || element.closest(ours) || element.parentElement.querySelector(ours)
  })
}"""

Scheme = Literal["light", "dark"]
SCHEMES: list[Scheme] = ["light", "dark"]
VIEWS: list[tuple[Scheme, int]] = [("light", 1280), ("dark", 360), ("light", 360), ("dark", 1280)]
CONTENT = ".md-content"
OURS = re.compile("data-plan-(?:widget|link)")


def violations(page: Page, within: str = "", scheme: Scheme = "light") -> list[tuple[str, str]]:
    """The rules broken on the page or a part, each with the selector of what breaks it.

    In the dark scheme only those about colours: the page is the same as in the light one.
    """
    options = OPTIONS if scheme == "light" else OF_COLORS
    found: dict[str, Any] = Axe().run(page, within or None, options).response
    return [
        (rule["id"], node["target"][0]) for rule in found["violations"] for node in rule["nodes"]
    ]


@pytest.mark.parametrize("number", range(len(VIEWS)))
def test_no_violation_comes_with_the_plugin(number: int, sites: Sites, open_page: OpenPage) -> None:
    """Each page that we add something to, once, in one of the views after the other."""
    site, without = sites("sample"), sites("without")
    scheme, width = VIEWS[number]
    page, plain = (open_page(each, width=width, color_scheme=scheme) for each in (site, without))
    paths = [path for path in site.paths if OURS.search(site.html(path))]
    assert len(paths) > 20
    for path in paths[number :: len(VIEWS)]:
        page.goto(f"{site.address}/{path}")
        open_details(page)
        found = violations(page, CONTENT, scheme)
        # Elsewhere, what is the theme's or the author's has changed only by ours beside it.
        if path in MAIN_PAGES or page.evaluate(IS_NEAR_OURS, [target for _, target in found]):
            plain.goto(f"{without.address}/{path}")
            expected = Counter(rule for rule, _ in violations(plain, CONTENT, scheme))
            assert Counter(rule for rule, _ in found) <= expected, path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["plans/", "any/"])
def test_no_violation_in_widgets_about_many_plans(
    scheme: Scheme, path: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("odd"), path, color_scheme=scheme)
    open_details(page)
    assert page.locator(OUR_WIDGETS).count() > 3
    assert violations(page, OUR_WIDGETS, scheme) == []


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("mkdocs", "light"), ("mkdocs", "dark"), ("readthedocs", "light"), ("rtl", "light")],
)
def test_no_violation_in_other_themes(
    name: str, scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    site = sites(name)
    page = open_page(site, color_scheme=scheme)
    for path in [PLAN, TASKS, OVERVIEW] if scheme == "light" else [PLAN, OVERVIEW]:
        page.goto(f"{site.address}/{path}")
        open_details(page)
        assert violations(page, OUR_WIDGETS, scheme) == [], path


def test_pages_without_widgets_are_as_without_the_plugin(sites: Sites) -> None:
    site, without = sites("sample"), sites("without")
    assert site.paths == without.paths
    for path in set(site.paths) - set(site.widget_paths):
        html = site.html(path)
        if "data-plan-link" not in html:
            own = RING.sub("", STYLESHEET.sub("", html))
            assert own.split() == without.html(path).split(), path


PAIRS = {
    PLAN: [
        (".plan-summary .plan-bar-done", ".plan-summary .plan-bar-todo", "fill"),
        (".plan-summary .plan-bar-done", ".plan-summary .plan-bar-run", "fill"),
        (".plan-span-done", ".plan-span", "fill"),
        ("line.plan-today", ".plan-ticks", "stroke"),
        (".plan-span", "body", "stroke"),
    ],
    OVERVIEW: [
        (".plan-ring-done", ".plan-ring-todo", "stroke"),
        (".plan-heat-done", ".plan-heat-cell", "fill"),
    ],
}
"""What has to differ, and in what."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colors_keep_graphics_readable(
    scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    site = sites("sample")
    page = open_page(site, color_scheme=scheme, forced_colors="active")
    for path, pairs in PAIRS.items():
        page.goto(f"{site.address}/{path}")
        for one, other, way in pairs:
            found = {
                page.locator(part).first.evaluate("(e, way) => getComputedStyle(e)[way]", way)
                for part in (one, other)
            }
            assert len(found) == 2, (path, one, other)
    rings = page.locator(".md-status[class*='--plan-']")
    assert rings.count()
    ring = rings.first.evaluate("e => getComputedStyle(e, '::after').backgroundImage")
    assert "conic-gradient" in ring


def test_the_card_is_the_first_thing_that_the_keyboard_reaches(
    sites: Sites, open_page: OpenPage
) -> None:
    # Where themes' links "Skip to content" lead
    title = f"{PLAN}#implementation-plan-guest-checkout"
    page = open_page(sites("sample"), title, java_script_enabled=False)
    page.keyboard.press("Tab")
    expect(page.locator("h1 .headerlink")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".plan-card .plan-tabs a").first).to_be_focused()
    page = open_page(sites("sample"))
    for path in (OVERVIEW, PLAN):
        page.goto(f"{sites('sample').address}/{path}")
        unseen = page.evaluate(UNSEEN_FOCUS)
        assert unseen == [], path
