"""Tasks on a page: their boxes, their addresses, and the breakdown that leads to them."""

from __future__ import annotations

from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Page, expect

from mkdocs_plan_plugin.rendering.localization import Words
from tests.browser.conftest import OpenPage
from tests.browser.probes import EXCLUDED, box, boxes
from tests.browser.sites import PLAN, TABLE, TASKS, Sites

pytestmark = pytest.mark.browser

# Where the text of each item with a box begins and ends on its first line.
TEXTS = """() => [...document.querySelectorAll('li .plan-box')].map(box => {
  const range = document.createRange(), item = box.closest('p, li')
  range.setStartAfter(box.closest('label') ?? box)
  range.setEndAfter(item.lastChild)
  const rects = [...range.getClientRects()].filter(rect => rect.width > 2)
  const line = rects.filter(rect => Math.abs(rect.bottom - rects[0].bottom) < 9)
  return [Math.min(...line.map(rect => rect.left)), Math.max(...line.map(rect => rect.right))]
})"""

STATIONS = "specs/001-station-alerts/plan/"


@pytest.mark.parametrize("name", ["sample", "mkdocs", "readthedocs"])
def test_the_breakdown_opens_and_leads_to_tasks_without_script(
    name: str, sites: Sites, open_page: OpenPage
) -> None:
    site = sites(name)
    page = open_page(site, STATIONS, java_script_enabled=False)
    link = page.locator(".plan-breakdown").get_by_role("link", name="T014", exact=True)
    expect(link).to_be_hidden()
    page.get_by_text("How this is counted").click()
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url(f"{site.address}/{TASKS}#t014")
    task = page.locator("#t014")
    expect(task).to_contain_text("Replay a week of reports")
    assert -1 <= box(task).y < 900


def test_the_breakdown_leads_to_lines_of_the_source(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), PLAN)
    page.get_by_text("How this is counted").click()
    item = page.locator(".plan-breakdown li", has_text="Add guest rides to the monthly report")
    task, source = item.locator("a").all()
    line = source.inner_text()
    assert source.get_attribute("href") == (
        f"https://github.com/example/kestrel/blob/main/docs/plans/checkout/plan.md?plain=1#L{line}"
    )
    assert int(line) > 100
    # Material's script writes addresses out.
    assert str(task.get_attribute("href")).endswith("#add-guest-rides-to-the-monthly-report")


@pytest.mark.parametrize("width", [1200, 360])
def test_a_permalink_shows_when_pointed_at_and_with_the_focus(
    width: int, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), TASKS, width=width)
    task = page.locator("#t014")
    link = task.get_by_role("link", name="Link to T014")
    assert _opacity(page) == "0"
    task.hover()
    assert _opacity(page) == "1"
    page.mouse.move(0, 0)
    assert _opacity(page) == "0"
    link.focus()
    assert _opacity(page) == "1"
    place = box(link)
    assert -1 < place.x < place.right <= width
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TASKS}#t014")


def _opacity(page: Page) -> str:
    found: str = page.locator("#t014 > .plan-task-link").evaluate(
        "link => getComputedStyle(link).opacity"
    )
    return found


def test_a_permalink_of_an_outer_task_hides_while_an_inner_one_is_pointed_at(
    sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites("sample"), PLAN)
    page.locator("#replace-the-signing-key-every-30-days").hover()
    shown = page.locator(".plan-task-link").evaluate_all(
        "links => links.filter(link => getComputedStyle(link).opacity == 1).map(link => link.hash)"
    )
    assert shown == ["#replace-the-signing-key-every-30-days"]


@pytest.mark.parametrize("name", ["sample", "mkdocs", "readthedocs", "rtl"])
def test_boxes_with_other_states_have_names_and_stand_on_their_lines(
    name: str, sites: Sites, open_page: OpenPage
) -> None:
    words = Words(language="ar" if name == "rtl" else "en")
    page = open_page(sites(name), PLAN)
    task = page.locator("#ride-200-simulated-guests-through-one-station-in-an-hour")
    found = task.get_by_role("img", name=words("box.in-progress"), exact=True)
    expect(found).to_be_visible()
    page.goto(f"{sites(name).address}/{TABLE}")
    for state, count in {"done": 2, "in-progress": 1, "open": 1, "blocked": 1}.items():
        box_name = words(f"box.{state}")
        assert page.locator("tr").get_by_role("img", name=box_name, exact=True).count() == count
    for path in (PLAN, TABLE):
        page.goto(f"{sites(name).address}/{path}")
        for extra in page.locator("[data-plan-extra]").all():
            line = extra.locator("xpath=ancestor::*[self::li or self::td][1]")
            place, around = box(extra), box(line)
            assert 8 < place.width < 24
            assert around.y - 2 <= place.y
            assert place.bottom <= around.bottom + 2


@pytest.mark.parametrize("name", ["sample", "mkdocs", "readthedocs", "rtl"])
def test_all_boxes_look_alike_and_are_in_place_of_the_bullet(
    name: str, sites: Sites, open_page: OpenPage
) -> None:
    page = open_page(sites(name), PLAN)
    found = boxes(page.locator("li .plan-box"))
    assert len(found) > 15
    assert {(round(place.width), round(place.height)) for place in found} == {
        (round(found[0].width), round(found[0].height))
    }
    texts: list[list[float]] = page.evaluate(TEXTS)
    sides = [
        min(abs(left - place.right), abs(place.x - right))
        for place, (left, right) in zip(found, texts, strict=True)
    ]
    assert all(3 < side < 14 for side in sides), sides


def test_boxes_are_named_by_their_tasks(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), TASKS)
    found = page.locator("#t014").get_by_role("checkbox")
    expect(found).to_have_accessible_name(
        "T014 [US1] Replay a week of reports in internal/alerts/replay_test.go"
    )
    expect(found).not_to_be_checked()
    expect(page.locator("#t001").get_by_role("checkbox")).to_be_checked()


def test_permalinks_show_on_touch_screens(sites: Sites, open_page: OpenPage) -> None:
    page = open_page(sites("sample"), TASKS, width=390, has_touch=True, is_mobile=True)
    assert _opacity(page) == "1"


def test_what_is_excluded_is_on_its_page(sites: Sites, open_page: OpenPage) -> None:
    site = sites("sample")
    page = open_page(site)
    excluded = set()
    for path in site.widget_paths:
        if "data-excluded" in site.html(path):
            page.goto(f"{site.address}/{path}")
            excluded |= {tuple(urldefrag(url)) for url in page.evaluate(EXCLUDED)}
    assert len(excluded) > 10
    for address in sorted({address for address, _ in excluded}):
        page.goto(address)
        for anchor in (unquote(anchor) for of, anchor in excluded if of == address):
            target = page.locator(f'[id="{anchor}"]')
            target.locator("input, [data-plan-extra]").first.wait_for(state="attached")
