"""Checks a built site: numbers are those of the boxes, and links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.verify.bars import check_bars
from mkdocs_plan_plugin.verify.breakdown import Breakdown, read_breakdown
from mkdocs_plan_plugin.verify.exports import check_exports
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.links import check_ids, check_links
from mkdocs_plan_plugin.verify.numbers import check_numbers
from mkdocs_plan_plugin.verify.pages import Pages


class Report(NamedTuple):
    """What the check has found, in order of page, and how much it has looked at.

    `tasks` are those that the breakdowns of plans list, `pages` those with anything of ours.
    """

    findings: tuple[Finding, ...]
    pages: int
    plans: int
    tasks: int


class Site(NamedTuple):
    """A built site as it was read, with the breakdowns of its plans by the paths of their pages."""

    root: Path
    pages: Pages
    breakdowns: dict[str, Breakdown]


def report_on(root: Path) -> Report:
    """Check every page of a built site that carries anything of ours.

    Raises:
        FileNotFoundError: There is no such folder, or it holds no HTML page.
    """
    return report_of(read_site(root))


def read_site(root: Path) -> Site:
    """Read what `report_of` checks; raises as `report_on` does."""
    pages = Pages(root)
    if not len(pages):
        raise FileNotFoundError(f"no HTML page in {root}")
    breakdowns = {page.path: found for page in pages.ours if (found := read_breakdown(page, pages))}
    return Site(root, pages, breakdowns)


def report_of(site: Site) -> Report:
    """Check a site that was read."""
    breakdowns = site.breakdowns
    findings = {*_findings(site.pages, breakdowns), *check_exports(site.root, breakdowns)}
    return Report(
        tuple(sorted(findings)),
        len(site.pages.ours),
        len(breakdowns),
        sum(len(breakdown.tasks) for breakdown in breakdowns.values()),
    )


def _findings(pages: Pages, breakdowns: dict[str, Breakdown]) -> Iterator[Finding]:
    for page in pages.ours:
        if not page.is_whole:
            yield Finding(page.path, "its elements are nested too deeply to be read to its end")
        yield from check_links(page, pages)
        yield from check_ids(page)
        yield from check_bars(page)
    yield from check_numbers(tuple(breakdowns.values()))
