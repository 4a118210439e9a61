"""Checks a built site: numbers are those of the boxes, and links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.verify.account import Account, read_account
from mkdocs_plan_plugin.verify.bars import check_bars
from mkdocs_plan_plugin.verify.exports import check_exports
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.links import check_ids, check_links
from mkdocs_plan_plugin.verify.pages import Pages
from mkdocs_plan_plugin.verify.proof import check_numbers


class Report(NamedTuple):
    """What the check has found, in order of page, and how much it has looked at.

    `tasks` are those that the accounts of plans list, `pages` those with anything of ours.
    """

    findings: tuple[Finding, ...]
    pages: int
    plans: int
    tasks: int


class Site(NamedTuple):
    """A built site as it was read, with the accounts of its plans by the paths of their pages."""

    root: Path
    pages: Pages
    accounts: dict[str, Account]


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
    accounts = {page.path: found for page in pages.ours if (found := read_account(page, pages))}
    return Site(root, pages, accounts)


def report_of(site: Site) -> Report:
    """Check a site that was read."""
    accounts = site.accounts
    findings = {*_findings(site.pages, accounts), *check_exports(site.root, accounts)}
    return Report(
        tuple(sorted(findings)),
        len(site.pages.ours),
        len(accounts),
        sum(len(account.tasks) for account in accounts.values()),
    )


def _findings(pages: Pages, accounts: dict[str, Account]) -> Iterator[Finding]:
    for page in pages.ours:
        if not page.is_whole:
            yield Finding(page.path, "its elements are nested too deeply to be read to its end")
        yield from check_links(page, pages)
        yield from check_ids(page)
        yield from check_bars(page)
    yield from check_numbers(tuple(accounts.values()))
