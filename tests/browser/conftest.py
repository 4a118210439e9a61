"""Fixtures of the browser tests: one Chromium and the sites, both for the whole session."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.chromium import HELP, LAUNCH_ARGS, find_chromium
from tests.browser.probes import EXCLUDED, LINKS, Bar, TaskBox, bars, tasks
from tests.browser.sites import Builder, Site, Sites
from tests.browser.windows import Windows

# The day of all tests, 2026-11-23, for the sites that outlive a test.
_EPOCH = "1795392000"

# Nothing is looked up elsewhere: themes that would load something from there don't wait for it.
_ARGS = [*LAUNCH_ARGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


class OpenPage(Protocol):
    """Open a page of a site in a window that no other page of the test is in."""

    def __call__(self, site: Site, path: str = "", **context: Any) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        pytest.fail(f"Chromium: {HELP}", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=_ARGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with ExitStack() as servers, pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", _EPOCH)
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
        own = tmp_path_factory.mktemp("sites")
        # Processes of one run have their folders side by side.
        shared = own.parent.parent if "PYTEST_XDIST_WORKER" in os.environ else own
        yield Builder(shared / "sites", own, servers)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Open pages at a width (1200), with any other setting of a window.

    What a test changes for good, such as the clock, it changes in a window of its own (`own=True`).
    """
    with ExitStack() as end:

        def open_one(
            site: Site, path: str = "", *, width: int = 1200, own: bool = False, **settings: Any
        ) -> Page:
            page = end.enter_context(windows.one(width, own=own, **settings))
            page.goto(f"{site.address}/{path}")
            return page

        yield open_one


@dataclass(frozen=True)
class Visit:
    """What was found on a page of the sample."""

    bars: list[Bar]
    unnamed_bars: int
    tasks: list[TaskBox]
    links: list[str]
    excluded: list[str]


@dataclass(frozen=True)
class Tour:
    """A visit of each page of the sample with widgets, and all that was asked of servers."""

    visits: dict[str, Visit]
    requests: list[str]

    @property
    def bars(self) -> list[tuple[str, Bar]]:
        """All bars, each with the page that it is on."""
        return [(path, bar) for path, visit in self.visits.items() for bar in visit.bars]

    def count(self, path: str, heading: str = "") -> tuple[int, int]:
        """How many of a page's tasks are done, of how many, without those that are left out."""
        excluded = {url for visit in self.visits.values() for url in visit.excluded}
        found = [
            task.done
            for task in self.visits[path].tasks
            if task.url not in excluded and heading in ("", *task.headings)
        ]
        return sum(found), len(found)


@pytest.fixture(scope="session")
def tour(browser: Browser, sites: Sites) -> Tour:
    site = sites("sample")
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    visits = {}
    for path in site.widget_paths:
        page.goto(f"{site.address}/{path}")
        found = bars(page)
        named = sum(
            page.get_by_role("progressbar", name=label, exact=True).count()
            for label in {bar.label for bar in found if bar.label}
        )
        links, excluded = page.evaluate(LINKS), page.evaluate(EXCLUDED)
        visits[path] = Visit(found, len(found) - named, tasks(page), links, excluded)
    page.wait_for_load_state("networkidle")
    page.close()
    return Tour(visits, requests)
