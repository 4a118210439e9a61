"""Backstage TechDocs shows pages in a shadow tree, without scripts and without our style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.sites import OVERVIEW, PLAN, TASKS, Site, Sites

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

COLORS: Mapping[Scheme, Mapping[str, str]] = {
    "light": {"text": "rgba(0, 0, 0, 0.87)", "ground": "rgb(248, 248, 248)"},
    "dark": {"text": "rgb(255, 255, 255)", "ground": "rgb(51, 51, 51)"},
}
"""Those of Backstage's themes, which it gives to Material's variables in the shadow tree."""

# What its sanitizer, DOMPurify 3.5, leaves of our widgets: all but `focusable`. What is new in
# widgets has to be looked up there before it is added here.
KEPT_TAGS = (
    "a abbr b bdi button circle code dd details div dl dt em form g h2 h3 h4 input label li line"
    " option output p path q rect section select small span strong summary svg table tbody td text"
    " th thead time title tr ul"
)
KEPT_ATTRIBUTES = (
    "align aria-controls aria-current aria-describedby aria-hidden aria-label aria-valuemax"
    " aria-valuemin aria-valuenow aria-valuetext checked class colspan cx cy d datetime disabled dy"
    " fill fill-opacity fill-rule height hidden href id lang name open overflow pathlength"
    " placeholder preserveaspectratio r role rx scope stroke stroke-dasharray stroke-opacity"
    " stroke-width tabindex text-anchor title transform type value vector-effect viewbox visibility"
    " width x x1 x2 y y1 y2"
)

# As its transformers do: sanitize, keep Material's style sheet alone, attach to a shadow root.
# Returns what a whole sanitizer would take from our widgets.
SHOW = """async ([html, address, colors, tags, attributes, style]) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const lost = new Set()
  for (const link of page.querySelectorAll('link'))
    if (!/main\\.[A-Fa-f0-9]{8}\\.min\\.css$/.test(link.getAttribute('href'))) link.remove()
  for (const part of page.querySelectorAll('script, style, .md-header, .md-footer')) part.remove()
  for (const part of page.querySelectorAll('[data-plan-widget], [data-plan-widget] *')) {
    const name = part.localName
    if (!tags.split(' ').includes(name)) lost.add(name), part.remove()
    for (const attribute of [...part.attributes])
      if (!attribute.name.startsWith('data-')
          && !attributes.split(' ').includes(attribute.name.toLowerCase())) {
        lost.add(`${name}@${attribute.name}`)
        part.removeAttribute(attribute.name)
      }
  }
  for (const part of page.querySelectorAll('link'))
    part.href = new URL(part.getAttribute('href'), address)
  const head = `:host { --md-default-fg-color: ${colors.text};
    --md-default-bg-color: ${colors.ground}; --md-typeset-color: ${colors.text} }
    .md-typeset details { font-size: 16px !important }
    .md-typeset details summary { padding-left: 2.5rem !important }`
  page.head.insertAdjacentHTML('beforeend', `<style>${head}</style>`)
  if (style) page.head.insertAdjacentHTML('beforeend', `<link rel="stylesheet" href="${style}">`)
  const host = document.querySelector('#host')
  host.attachShadow({ mode: 'open' }).append(document.importNode(page.documentElement, true))
  const sheets = [...host.shadowRoot.querySelectorAll('link')]
  await Promise.all(sheets.map(sheet => sheet.sheet || new Promise(done => sheet.onload = done)))
  return [...lost]
}"""

# The colours of what is seen, each with those of the text around it.
LOOK = """() => {
  const root = document.querySelector('#host').shadowRoot
  const color = (part, way) => getComputedStyle(part)[way]
  const all = selector => [...root.querySelectorAll('[data-plan-widget] ' + selector)]
  const fills = selector => [...new Set(all(selector).map(part => color(part, 'fill')))]
  return {
    done: fills('.plan-bar-done'),
    todo: fills('.plan-bar-todo'),
    bars: all('.plan-bar svg').map(bar => bar.getBoundingClientRect().height),
    faint: all(':is(.plan-icon, text:not(.plan-today))')
      .filter(part => color(part, 'fill') != color(part.parentNode.closest(':not(g)'), 'color'))
      .map(part => part.outerHTML),
    counts: all('.plan-count').map(count => count.textContent),
  }
}"""


@dataclass(frozen=True)
class Look:
    done: list[str]
    todo: list[str]
    bars: list[float]
    faint: list[str]
    counts: list[str]


def show(page: Page, site: Site, path: str, scheme: Scheme, *, with_ours: bool) -> list[str]:
    """Show a page as TechDocs does; return what its sanitizer would take from our widgets."""
    page.goto(f"{site.address}/plans.json")
    page.set_content(f'<body style="background: {COLORS[scheme]["ground"]}"><div id="host">')
    ours = f"{site.address}/assets/plan/plan.css" if with_ours else ""
    address = f"{site.address}/{path}"
    lost: list[str] = page.evaluate(
        SHOW, [site.html(path), address, COLORS[scheme], KEPT_TAGS, KEPT_ATTRIBUTES, ours]
    )
    return lost


@pytest.mark.parametrize("scheme", list(COLORS))
def test_bars_are_right_without_our_style_sheet(
    scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    site = sites("techdocs")
    page = open_page(site)
    for path in (PLAN, OVERVIEW, TASKS):
        assert {*show(page, site, path, scheme, with_ours=False)} <= {"svg@focusable"}, path
        look = Look(**page.evaluate(LOOK))
        assert look.done == ["rgb(23, 112, 63)"]
        assert look.todo == ["rgb(223, 228, 236)"]
        assert len(look.counts) >= len(look.bars) > 3
        assert all(6 <= height <= 12 for height in look.bars)
        assert look.faint == []


@pytest.mark.parametrize("scheme", list(COLORS))
def test_our_style_sheet_knows_the_scheme_of_a_shadow_tree(
    scheme: Scheme, sites: Sites, open_page: OpenPage
) -> None:
    site = sites("techdocs")
    page = open_page(site)
    for path in (PLAN, OVERVIEW, TASKS):
        show(page, site, path, scheme, with_ours=True)
        options = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
        widgets = {"fromShadowDom": ["#host", "[data-plan-widget]"]}
        found = Axe().run(page, {"include": [widgets]}, options).response
        assert [node["html"] for rule in found["violations"] for node in rule["nodes"]] == []
        assert found["passes"] or found["incomplete"]
