"""What Git knows of a site's pages, the date that the site is as of, and what to say of both."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_plan_plugin.history import (
    DateChange,
    EarlierTexts,
    FileHistory,
    History,
    NoHistory,
    Reason,
    read_date_changes,
    read_history,
)
from mkdocs_plan_plugin.reading import TaskRules

CACHE = Path(".cache", "plan")
"""Where scans of old versions of pages are kept, from the project's folder. Safe to delete."""

_WHY = {
    Reason.NO_GIT: "there is no program git",
    Reason.NO_REPOSITORY: "the pages are in no Git repository",
    Reason.NO_COMMIT: "nothing is committed yet",
    Reason.SHALLOW: "the clone is shallow; 'git fetch --unshallow' completes it, or 'fetch-depth:"
    " 0' where GitHub Actions makes it",
    Reason.PARTIAL: "the clone lacks old versions of files; clone without '--filter'",
    Reason.REFUSED: "Git refuses the repository, for it belongs to somebody else; see its option"
    " 'safe.directory'",
    Reason.FAILED: "Git ended with an error",
    Reason.UNCOMMITTED: "not committed yet",
    Reason.UNREADABLE: "no text where they are committed",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A page on disk: where it is, how to get its text, and whether it holds tasks."""

    file: str
    text: Callable[[], str]
    has_tasks: bool = True


@dataclass(frozen=True, slots=True)
class SiteHistory:
    """The history of each page by its path, the as-of date, and what to tell the site's author.

    `earlier` tells what a page said at the end of a day, `date_changes` which dates were
    changed.
    """

    files: Mapping[str, FileHistory]
    as_of: date
    note: str = ""
    earlier: Callable[[str, date], str | None] = lambda _, __: None
    date_changes: Callable[[Sequence[str]], Sequence[DateChange]] = lambda _: ()


def history_of_site(
    root: Path, sources: Mapping[str, Source], build_date: date, rules: TaskRules
) -> SiteHistory:
    """Ask Git for the history of pages.

    The site is as of its newest commit, or of the build where a page is not as it was committed.
    Who sets SOURCE_DATE_EPOCH knows better.

    Args:
        root: The project's folder.
        sources: The pages that are or may be part of plans, by their path.
        build_date: The date of the build, or that of SOURCE_DATE_EPOCH.
        rules: What marks in boxes mean, and what is a check.
    """
    if not sources:
        return SiteHistory({}, build_date)
    names = {
        Path(os.path.relpath(source.file, root)).as_posix(): path
        for path, source in sources.items()
    }
    texts = {name: sources[path].text for name, path in names.items()}
    found = read_history(root, texts, build_date, rules, root / CACHE)
    if isinstance(found, NoHistory):
        return SiteHistory({}, build_date, f"No dates of ticked tasks are shown: {_why(found)}.")
    files = {names[name]: file for name, file in found.files.items()}
    is_told = "SOURCE_DATE_EPOCH" in os.environ
    is_dirty = any(file.dirty for file in files.values())
    as_of = build_date if is_told or is_dirty else found.newest
    own = {path: name for name, path in names.items()}
    texts_of = EarlierTexts(root)
    return SiteHistory(
        files,
        as_of,
        _note(found, {name for name, path in names.items() if sources[path].has_tasks}),
        lambda path, day: texts_of.text(own[path], day) if path in own else None,
        lambda paths: _moves(root, {own[path]: path for path in paths if path in own}),
    )


def _moves(root: Path, pages: Mapping[str, str]) -> list[DateChange]:
    """The moves on files, by the paths that their pages have on the site."""
    found = read_date_changes(root, [*pages], root / CACHE)
    return [move._replace(page=pages[move.page]) for move in found]


def _why(found: NoHistory) -> str:
    said = _WHY[found.reason]
    return f"{said} ({found.detail.splitlines()[-1]})" if found.detail else said


def _note(found: History, with_tasks: Collection[str]) -> str:
    counts = Counter(why for name, why in found.without.items() if name in with_tasks)
    reported = [f"{count} {_WHY[reason]}" for reason, count in sorted(counts.items())]
    return f"Pages without dates of ticked tasks: {'; '.join(reported)}." if reported else ""
