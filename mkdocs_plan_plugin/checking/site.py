"""Checks a built site: links lead somewhere, numbers agree, nothing comes from outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

_OURS = "[data-plan-widget] a[href], a[data-plan-link]"
_PLAN_LINK = "th a[href], [data-plan-widget=links] li > a[href]"
_NUMBER = re.compile(r"\d+")
_FETCHED = "[src], [srcset], link[href], style, script"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a page; `page` is its file's path in the site."""

    page: str
    problem: str

    def __str__(self) -> str:
        return f"{self.page}: {self.problem}"


class _Page:
    """A page of the site, parsed when it is first asked for."""

    def __init__(self, root: Path, path: str) -> None:
        self.path = path
        self._file = root / path

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self._file.read_bytes(), "html.parser")

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(str(tag["id"]) for tag in self.soup.select("[id]"))

    def bar(self, widget: str) -> tuple[int, int] | None:
        """The number that a widget's first bar says: done and total."""
        bar = self.soup.select_one(f"[data-plan-widget={widget}] [role=progressbar]")
        return _value(bar) if bar else None


def check_site(root: Path) -> list[Finding]:
    """Check every page of a built site that carries a widget.

    Raises:
        FileNotFoundError: There is no such folder, or it holds no HTML page.
    """
    pages = {
        path.relative_to(root).as_posix(): _Page(root, path.relative_to(root).as_posix())
        for path in sorted(root.rglob("*.html"))
    }
    if not pages:
        raise FileNotFoundError(f"no HTML page in {root}")
    findings: list[Finding] = []
    for path, page in pages.items():
        if b"data-plan-" in (root / path).read_bytes():
            findings += _check_page(page, pages)
    return findings


def _check_page(page: _Page, pages: Mapping[str, _Page]) -> Iterator[Finding]:
    for link in page.soup.select(_OURS):
        if problem := _check_link(page, str(link["href"]), pages):
            yield Finding(page.path, problem)
    for widget in page.soup.select("[data-plan-widget]"):
        for bar in widget.select("[role=progressbar]"):
            if problem := _check_bar(bar):
                yield Finding(page.path, problem)
        if widget.select("[style]") or widget.select(_FETCHED):
            yield Finding(page.path, "a widget holds a style attribute, a script or a resource")
    yield from _check_phases(page)
    yield from _check_against_plans(page, pages)


def _check_link(page: _Page, href: str, pages: Mapping[str, _Page]) -> str | None:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return f"the link {href!r} leads outside"
    target = page if not parts.path else pages.get(_file(page.path, unquote(parts.path)))
    if target is None:
        return f"the link {href!r} leads to no page"
    if parts.fragment and unquote(parts.fragment) not in target.ids:
        return f"the link {href!r} leads to no place on its page"
    return None


def _file(page: str, path: str) -> str:
    """The file that a relative address means."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return joined if joined.endswith(".html") else posixpath.normpath(f"{joined}/index.html")


def _value(bar: Tag) -> tuple[int, int] | None:
    """Done and total, as a bar tells them to a screen reader."""
    try:
        return int(str(bar["aria-valuenow"])), int(str(bar["aria-valuemax"]))
    except (KeyError, ValueError):
        return None


def _check_bar(bar: Tag) -> str | None:
    value = _value(bar)
    if value is None:
        return "a bar does not say its numbers"
    done, total = value
    if not 0 <= done <= total or total == 0:
        return f"a bar says {done} of {total}"
    count = _count_beside(bar)
    if count and not {str(done), str(total)} <= set(_NUMBER.findall(count)):
        return f"a bar says {done} of {total} beside {count!r}"
    filled = sum(_width(tag) for tag in bar.select(".plan-bar-done"))
    whole = sum(_width(tag) for tag in bar.select(".plan-bar-todo"))
    # A template of the user's own may draw it in another way.
    if whole and abs(filled / whole - done / total) > 0.01:
        return f"a bar that says {done} of {total} is drawn as {filled / whole:.0%}"
    return None


def _count_beside(bar: Tag) -> str:
    """The words of a bar that everybody sees: the nearest count around it."""
    for around in list(bar.parents)[:2]:
        if found := around.select_one(".plan-count"):
            return found.get_text(" ", strip=True)
    return ""


def _check_phases(page: _Page) -> Iterator[Finding]:
    """The phases in a plan's summary add up to its number."""
    rows = page.soup.select("[data-plan-widget=summary] .plan-phases td")
    counts = [_NUMBER.findall(row.get_text())[:2] for row in rows]
    if not counts or any(len(count) < 2 for count in counts):
        return
    sums = sum(int(done) for done, _ in counts), sum(int(total) for _, total in counts)
    if sums != page.bar("summary"):
        problem = f"the phases add up to {sums}, and the bar says {page.bar('summary')}"
        yield Finding(page.path, problem)


def _width(tag: Tag) -> float:
    return float(str(tag["width"]).removesuffix("%"))


def _check_against_plans(page: _Page, pages: Mapping[str, _Page]) -> Iterator[Finding]:
    """A number that a page says of a plan is the one that the plan's own page says."""
    rows = "[data-plan-widget=overview] tbody tr, [data-plan-widget=links] li"
    for row in page.soup.select(rows):
        bar, link = row.select_one("[role=progressbar]"), row.select_one(_PLAN_LINK)
        if not bar or not link:
            continue
        plan = pages.get(_file(page.path, unquote(urlsplit(str(link["href"])).path)))
        if plan and plan.bar("summary") != _value(bar):
            problem = (
                f"{link.get_text()!r} is {_value(bar)} here and {plan.bar('summary')} on its page"
            )
            yield Finding(page.path, problem)
