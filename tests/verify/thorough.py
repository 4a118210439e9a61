"""Verify all that holds for our own sites: what `verify` covers, and what only we promise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_plan_plugin.verify import Finding
from mkdocs_plan_plugin.verify.site import Site, read_site, report_on
from tests.verify.agreement import check_agreement, check_plan
from tests.verify.strictness import check_lengths, check_strictness


def check_thoroughly(root: Path) -> list[Finding]:
    """What is wrong with a built site, in order of page."""
    site = read_site(root)
    return sorted({*report_on(site).findings, *_ours(site)})


def _ours(site: Site) -> Iterator[Finding]:
    for page in site.pages.ours:
        yield from check_strictness(page)
        yield from check_lengths(page)
        yield from check_agreement(page, site.pages, site.breakdowns)
    for breakdown in site.breakdowns.values():
        yield from check_plan(breakdown, site.pages)
