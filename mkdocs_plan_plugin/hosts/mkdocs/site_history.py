"""The Git history of a site's pages, the site's as-of date, and the note on missing history."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

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
from mkdocs_plan_plugin.hosts.mkdocs.reporter import message
from mkdocs_plan_plugin.reading import TaskRules

CACHE = Path(".cache", "plan")
"""The cache of scanned old versions, from the project's folder. Safe to delete."""


class _Explanation(NamedTuple):
    problem: str
    fix: str


_EXPLANATIONS = {
    Reason.NO_GIT: _Explanation("git is not installed", "install git"),
    Reason.NO_REPOSITORY: _Explanation(
        "the pages are not in a Git repository", "run 'git init', or set the option 'actual: false'"
    ),
    Reason.NO_COMMIT: _Explanation("the repository has no commits", "commit the pages"),
    Reason.SHALLOW: _Explanation(
        "the clone is shallow",
        "run 'git fetch --unshallow', or set 'fetch-depth: 0' in GitHub Actions",
    ),
    Reason.PARTIAL: _Explanation(
        "the clone lacks old versions of files", "clone without '--filter'"
    ),
    Reason.REFUSED: _Explanation(
        "Git rejects the repository because another user owns it",
        "add the folder to Git's option 'safe.directory'",
    ),
    Reason.FAILED: _Explanation("Git failed with an error", "run 'git log' to see the error"),
    Reason.UNCOMMITTED: _Explanation("not committed yet", "commit them"),
    Reason.UNREADABLE: _Explanation("not text in the last commit", "save them as UTF-8"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A page on disk: its file, a function that returns its text, and whether it has tasks."""

    file: str
    text: Callable[[], str]
    has_tasks: bool = True


@dataclass(frozen=True, slots=True)
class SiteHistory:
    """The history of each page by its path, the as-of date, and a note for the site's author.

    `earlier` returns a page's text at the end of a day, `date_changes` the changes of dates on
    pages.
    """

    files: Mapping[str, FileHistory]
    as_of: date
    note: str = ""
    earlier: Callable[[str, date], str | None] = lambda _, __: None
    date_changes: Callable[[Sequence[str]], Sequence[DateChange]] = lambda _: ()


def history_of_site(
    root: Path, sources: Mapping[str, Source], build_date: date, rules: TaskRules
) -> SiteHistory:
    """Read the history of pages from Git.

    The as-of date is that of the newest commit, or the build date if a page has uncommitted
    changes or SOURCE_DATE_EPOCH is set.

    Args:
        root: The project's folder.
        sources: The pages that are or may be part of plans, by their path.
        build_date: The date of the build, or of SOURCE_DATE_EPOCH.
        rules: How tasks and checks are read.
    """
    if not sources:
        return SiteHistory({}, build_date)
    names = {
        Path(os.path.relpath(source.file, root)).as_posix(): path
        for path, source in sources.items()
    }
    texts = {name: sources[path].text for name, path in names.items()}
    history = read_history(root, texts, build_date, rules, root / CACHE)
    if isinstance(history, NoHistory):
        return SiteHistory({}, build_date, _note_without_history(history))
    files = {names[name]: file for name, file in history.files.items()}
    has_fixed_date = "SOURCE_DATE_EPOCH" in os.environ
    is_dirty = any(file.dirty for file in files.values())
    as_of = build_date if has_fixed_date or is_dirty else history.newest
    own = {path: name for name, path in names.items()}
    earlier_texts = EarlierTexts(root)
    return SiteHistory(
        files,
        as_of,
        _note(history, {name for name, path in names.items() if sources[path].has_tasks}),
        lambda path, day: earlier_texts.text(own[path], day) if path in own else None,
        lambda paths: _date_changes(root, {own[path]: path for path in paths if path in own}),
    )


def _date_changes(root: Path, pages: Mapping[str, str]) -> list[DateChange]:
    """Return the changes of dates in files, each with the path of its page on the site."""
    changes = read_date_changes(root, [*pages], root / CACHE)
    return [change._replace(page=pages[change.page]) for change in changes]


def _note_without_history(history: NoHistory) -> str:
    problem, fix = _EXPLANATIONS[history.reason]
    detail = f" ({history.detail.splitlines()[-1]})" if history.detail else ""
    return message(f"completion dates of tasks are not shown: {problem}{detail}", fix)


def _note(history: History, with_tasks: Collection[str]) -> str:
    counts = Counter(reason for name, reason in history.without.items() if name in with_tasks)
    if not counts:
        return ""
    found = [(count, _EXPLANATIONS[reason]) for reason, count in sorted(counts.items())]
    pages = ", ".join(f"{count} ({each.problem})" for count, each in found)
    fixes = ", ".join(dict.fromkeys(each.fix for _, each in found))
    return message(f"pages without completion dates of tasks: {pages}", fixes)
