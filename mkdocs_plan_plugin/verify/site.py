"""Verify a built site and report the findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.verify.bars import verify_bars
from mkdocs_plan_plugin.verify.breakdown import Breakdown, read_breakdown
from mkdocs_plan_plugin.verify.exports import verify_exports
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Page
from mkdocs_plan_plugin.verify.links import verify_ids, verify_links
from mkdocs_plan_plugin.verify.numbers import verify_numbers
from mkdocs_plan_plugin.verify.pages import Pages


class Report(NamedTuple):
    """The findings, in order of page, and how much was verified.

    `pages` counts the pages with output of the plugin, `tasks` the tasks in breakdowns.
    """

    findings: tuple[Finding, ...]
    pages: int
    plans: int
    tasks: int


def verify_site(root: Path) -> Report:
    """Verify every page of a built site that has output of the plugin.

    Raises:
        FileNotFoundError: The folder does not exist, or has no HTML pages.
    """
    pages = Pages(root)
    if not len(pages):
        raise FileNotFoundError(f"no HTML pages in {root}")
    ours = list(pages.with_ours())
    breakdowns = {page.path: found for page in ours if (found := read_breakdown(page, pages))}
    findings = {*_findings(ours, pages, breakdowns), *verify_exports(root, breakdowns)}
    return Report(
        tuple(sorted(findings)),
        len(ours),
        len(breakdowns),
        sum(len(breakdown.tasks) for breakdown in breakdowns.values()),
    )


def _findings(
    ours: list[Page], pages: Pages, breakdowns: dict[str, Breakdown]
) -> Iterator[Finding]:
    for page in ours:
        yield from verify_links(page, pages)
        yield from verify_ids(page)
        yield from verify_bars(page)
    yield from verify_numbers(tuple(breakdowns.values()))
