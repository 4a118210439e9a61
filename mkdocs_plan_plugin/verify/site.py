"""Verify a built site and report the findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.verify.bars import verify_bars
from mkdocs_plan_plugin.verify.breakdown import Breakdown, read_breakdown
from mkdocs_plan_plugin.verify.exports import verify_exports
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.links import verify_ids, verify_links
from mkdocs_plan_plugin.verify.numbers import verify_numbers
from mkdocs_plan_plugin.verify.pages import Pages


class Report(NamedTuple):
    """The findings, in order of page, and how much was verified.

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


def verify_site(root: Path) -> Report:
    """Check every page of a built site that carries anything of ours.

    Raises:
        FileNotFoundError: The folder does not exist, or has no HTML pages.
    """
    return report_on(read_site(root))


def read_site(root: Path) -> Site:
    """Read what `report_on` checks; raises as `verify_site` does."""
    pages = Pages(root)
    if not len(pages):
        raise FileNotFoundError(f"no HTML page in {root}")
    breakdowns = {page.path: found for page in pages.ours if (found := read_breakdown(page, pages))}
    return Site(root, pages, breakdowns)


def report_on(site: Site) -> Report:
    """Check a site that was read."""
    breakdowns = site.breakdowns
    findings = {*_findings(site.pages, breakdowns), *verify_exports(site.root, breakdowns)}
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
        yield from verify_links(page, pages)
        yield from verify_ids(page)
        yield from verify_bars(page)
    yield from verify_numbers(tuple(breakdowns.values()))
