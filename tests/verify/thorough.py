"""Verify all that holds for our own sites: what `verify` covers, and what only we promise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_plan_plugin.verify import Finding, verify_site
from mkdocs_plan_plugin.verify.breakdown import read_breakdown
from mkdocs_plan_plugin.verify.pages import Pages
from tests.verify.agreement import check_agreement, check_plan
from tests.verify.strictness import check_lengths, check_strictness


def check_thoroughly(root: Path) -> list[Finding]:
    """Return all findings in a built site, in order of page."""
    return sorted({*verify_site(root).findings, *_ours(root)})


def _ours(root: Path) -> Iterator[Finding]:
    pages = Pages(root)
    ours = list(pages.with_ours())
    breakdowns = {page.path: found for page in ours if (found := read_breakdown(page, pages))}
    for page in ours:
        yield from check_strictness(page)
        yield from check_lengths(page)
        yield from check_agreement(page, pages, breakdowns)
    for breakdown in breakdowns.values():
        yield from check_plan(breakdown, pages)
