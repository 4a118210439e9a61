"""Checks a built site: numbers are those of the boxes, and links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.verify.bars import check_bars
from mkdocs_plan_plugin.verify.breakdown import Breakdown, read_breakdown
from mkdocs_plan_plugin.verify.exports import check_exports
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Page
from mkdocs_plan_plugin.verify.links import check_ids, check_links
from mkdocs_plan_plugin.verify.numbers import check_numbers
from mkdocs_plan_plugin.verify.pages import Pages


class Report(NamedTuple):
    """What the check has found, in order of page, and how much it has looked at.

    `tasks` are those that the accounts of plans list, `pages` those with anything of ours.
    """

    findings: tuple[Finding, ...]
    pages: int
    plans: int
    tasks: int


def report_on(root: Path) -> Report:
    """Check every page of a built site that carries anything of ours.

    Raises:
        FileNotFoundError: There is no such folder, or it holds no HTML page.
    """
    pages = Pages(root)
    if not len(pages):
        raise FileNotFoundError(f"no HTML page in {root}")
    ours = list(pages.with_ours())
    accounts = {page.path: found for page in ours if (found := read_breakdown(page, pages))}
    findings = {*_findings(ours, pages, accounts), *check_exports(root, accounts)}
    return Report(
        tuple(sorted(findings)),
        len(ours),
        len(accounts),
        sum(len(breakdown.tasks) for breakdown in accounts.values()),
    )


def _findings(ours: list[Page], pages: Pages, accounts: dict[str, Breakdown]) -> Iterator[Finding]:
    for page in ours:
        yield from check_links(page, pages)
        yield from check_ids(page)
        yield from check_bars(page)
    yield from check_numbers(tuple(accounts.values()))
