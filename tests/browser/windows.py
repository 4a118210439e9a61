"""Windows of the browser, lent to one test after another: opening one takes as long as a test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

_HEIGHT = 900

# What can be changed in a window that is open, and its default.
_MEDIA = {"color_scheme": "light", "forced_colors": "none"}

_FORGET = """() => {
  localStorage.clear()
  sessionStorage.clear()
}"""


class Windows:
    """Lends windows, and takes them back as if they were new.

    Args:
        browser: Opens windows.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: defaultdict[bool, list[Page]] = defaultdict(list)

    @contextmanager
    def one(
        self, width: int, *, own: bool = False, java_script_enabled: bool = True, **settings: Any
    ) -> Iterator[Page]:
        """Lend a window of a width, with other settings of a browser context.

        It is a new one that is closed afterwards if that is asked for, or settings need it.
        """
        media = _MEDIA | {name: settings.pop(name) for name in _MEDIA.keys() & settings.keys()}
        own = own or bool(settings)
        free = self._free[java_script_enabled]
        if own or not free:
            page = self._browser.new_page(java_script_enabled=java_script_enabled, **settings)
        else:
            page = free.pop()
        page.set_viewport_size({"width": width, "height": _HEIGHT})
        page.emulate_media(media="null", reduced_motion="reduce", **media)
        yield page
        if own:
            page.close()
            return
        page.evaluate(_FORGET)
        page.mouse.move(0, 0)
        page.goto("about:blank")
        free.append(page)
