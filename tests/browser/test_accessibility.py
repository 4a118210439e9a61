"""axe finds nothing in our widgets, and nothing on their pages that wouldn't be there anyway."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
OUR_LINKS = "a[data-plan-link]"
LOOKS_OF_LINKS = ["color-contrast", "link-in-text-block"]
IS_IN = "([selector, ours]) => !!document.querySelector(selector)?.closest(ours)"
STYLESHEET = re.compile(r'\s*<link [^>]*href="[^"]*assets/plan/plan\.css[^>]*>')

RING = re.compile(r'<span class="md-status md-status--plan-[^>]*>\s*</span>')

Scheme = Literal["light", "dark"]
SCHEMES: list[Scheme] = ["light", "dark"]


def violations(page: Page, within: str = "", scheme: Scheme = "light") -> list[tuple[str, str]]:
    """The rules broken on the page or a part, each with the selector of what breaks it.

    In the dark scheme only those about colours: the page is the same as in the light one.
    Those about a link's looks are left out for our links in the text: they look as the theme has
    it, like all other links there.
    """
    options = OPTIONS if scheme == "light" else OF_COLORS
    found: dict[str, Any] = Axe().run(page, within or None, options).response
    return [
        (rule["id"], target)
        for rule in found["violations"]
        for target in (node["target"][0] for node in rule["nodes"])
        if rule["id"] not in LOOKS_OF_LINKS or not page.evaluate(IS_IN, [target, OUR_LINKS])
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violation_in_our_widgets(scheme: Scheme, sites: Sites, open_page: OpenPage) -> None:
    site = sites("sample")
    page = open_page(site, color_scheme=scheme)
    for path in sorted({*site.telling_paths} - {*MAIN_PAGES}):  # which are checked below
        page.goto(f"{site.address}/{path}")
        open_details(page)
        assert violations(page, OUR_WIDGETS, scheme) == [], path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["plans/", "any/"])
def test_no_violation_in_widgets_about_many_plans(
    scheme: Scheme, path: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("odd"), path, color_scheme=scheme)
    open_details(page)
    assert page.locator(OUR_WIDGETS).count() > 3
    assert violations(page, OUR_WIDGETS, scheme) == []


# In the dark scheme only colours may be wrong, which are the same on all pages.
@pytest.mark.parametrize(
    ("path", "scheme"),
    [*((path, "light") for path in MAIN_PAGES), (PLAN, "dark"), (OVERVIEW, "dark")],
)
def test_no_violation_comes_with_the_plugin(
    path: str, scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), path, color_scheme=scheme)
    open_details(page)
    found = Counter(rule for rule, _ in violations(page, scheme=scheme))
    if found:
        without = open_page(sites("without"), path, color_scheme=scheme)
        assert found <= Counter(rule for rule, _ in violations(without, scheme=scheme))


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


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colors_keep_bars_readable(
    scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), PLAN, color_scheme=scheme, forced_colors="active")
    fills = [
        page.locator(f".plan-summary {part}").first.evaluate("part => getComputedStyle(part).fill")
        for part in (".plan-bar-done", ".plan-bar-todo")
    ]
    assert len(set(fills)) == 2
