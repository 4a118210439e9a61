"""All that is true of a site that we have built: what users can check, and what only we promise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_plan_plugin.verify import Finding, report_on
from mkdocs_plan_plugin.verify.breakdown import read_breakdown
from mkdocs_plan_plugin.verify.pages import Pages
from tests.verify.agreement import check_agreement, check_plan
from tests.verify.strictness import check_lengths, check_strictness


def check_thoroughly(root: Path) -> list[Finding]:
    """What is wrong with a built site, in order of page."""
    return sorted({*report_on(root).findings, *_ours(root)})


def _ours(root: Path) -> Iterator[Finding]:
    pages = Pages(root)
    ours = list(pages.with_ours())
    accounts = {page.path: found for page in ours if (found := read_breakdown(page, pages))}
    for page in ours:
        yield from check_strictness(page)
        yield from check_lengths(page)
        yield from check_agreement(page, pages, accounts)
    for breakdown in accounts.values():
        yield from check_plan(breakdown, pages)
