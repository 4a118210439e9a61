"""Goes through the commits, parents first, and hands each change to the page that it is of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from mkdocs_plan_plugin.history.git import Commit, FileChange, main_line
from mkdocs_plan_plugin.history.names import Named, find_renames
from mkdocs_plan_plugin.history.ticks import NO_FILE, PageTicks
from mkdocs_plan_plugin.history.versions import NO_TASKS, Version

Pages = dict[tuple[str, str], PageTicks]
"""The page that a file was at some version, by its path and its blob."""


def pages_of(commits: Sequence[Commit], versions: Mapping[str, Version]) -> Pages:
    """Go through commits, parents before their children.

    Args:
        commits: With the changes of files that matter.
        versions: What each of their blobs holds.
    """
    fold = _Fold(versions, {commit.id for commit in main_line(commits)})
    for commit in commits:
        if commit.changes:
            fold.take(commit)
    return fold.pages


class _Fold:
    """Knows a page by any version that it had, and by the path that it has last had."""

    def __init__(self, versions: Mapping[str, Version], main: Collection[str]) -> None:
        self._main = main
        self.pages: Pages = {}
        self._versions = versions
        self._last: dict[str, PageTicks] = {}
        self._by_blob: dict[str, PageTicks] = {}

    def take(self, commit: Commit) -> None:
        """Take in the changes of a commit."""
        is_merge = len(commit.parents) > 1
        is_main = commit.id in self._main
        renames = self._renames(commit.changes, is_merge)
        left = {change.path for change in renames.values()}
        for change in commit.changes:
            if change.path in left or change.before == change.blob:
                continue
            before = renames.get(change.path, change)
            page = self._page(before, is_merge)
            if before is not change:
                self._last.pop(before.path, None)
            tasks = self._versions[change.blob].tasks if change.blob else NO_TASKS
            page.change(
                before.before,
                change.blob,
                tasks,
                commit.day,
                is_main=is_main,
                is_merge=is_merge,
            )
            self._last[change.path] = page
            if change.blob and (is_main or (change.path, change.blob) not in self.pages):
                self.pages[change.path, change.blob] = page
                self._by_blob[change.blob] = page

    def _page(self, change: FileChange, is_merge: bool) -> PageTicks:
        """The page that a file is before a change; a new one, if there is none."""
        page = self.pages.get((change.path, change.before)) or self._last.get(change.path)
        if not page and is_merge:  # of another repository, which comes below a folder
            page = self._by_blob.get(change.blob)
        return page or PageTicks()

    def _renames(self, changes: Sequence[FileChange], is_merge: bool) -> dict[str, FileChange]:
        """Under which names, before a commit, its new files were."""
        gone = {change.path: change for change in changes if not change.blob}
        new = {change.path: change for change in changes if change.before == NO_FILE}
        if not gone or not new:
            return {}
        homes = {id(self._page(change, is_merge)): path for path, change in gone.items()}
        renames = {}
        for path in [path for path in new if path in self._last]:
            home = homes.pop(id(self._last[path]), None)
            if home:
                renames[path] = gone.pop(home)
            if home or is_merge:
                del new[path]
        found = find_renames(
            {path: self._named(change.before) for path, change in gone.items()},
            {path: self._named(change.blob) for path, change in new.items()},
        )
        return renames | {name: gone[path] for name, path in found.items()}

    def _named(self, blob: str) -> Named:
        version = self._versions.get(blob)
        return Named(blob, version.tasks.outline.texts if version and version.tasks else ())
