"""Apply the changes of commits to the pages that they belong to, following renames."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy

from mkdocs_plan_plugin.history.git import Commit, FileChange, main_line
from mkdocs_plan_plugin.history.names import FileContent, find_renames
from mkdocs_plan_plugin.history.ticks import NO_FILE, PageTicks
from mkdocs_plan_plugin.history.versions import NO_TASKS, Version

Pages = dict[tuple[str, str], PageTicks]
"""Pages by path and blob, for each version of a file."""


def pages_of(commits: Sequence[Commit], versions: Mapping[str, Version]) -> Pages:
    """Apply commits to pages.

    Args:
        commits: Commits with the relevant changes, parents before children.
        versions: The content of each of their blobs.
    """
    builder = _PagesBuilder(versions, {commit.id for commit in main_line(commits)})
    for commit in commits:
        if commit.changes:
            builder.apply(commit)
    return builder.pages


class _PagesBuilder:
    """Identifies a page by any of its versions, and by its last path."""

    def __init__(self, versions: Mapping[str, Version], main: Collection[str]) -> None:
        self._main = main
        self.pages: Pages = {}
        self._versions = versions
        self._last: dict[str, PageTicks] = {}
        self._by_blob: dict[str, PageTicks] = {}
        self._on_main: dict[str, PageTicks] = {}  # the page at each path of the main line
        self._paths: dict[int, set[str]] = {}  # and the paths of each page, by its identity

    def apply(self, commit: Commit) -> None:
        """Apply the changes of a commit."""
        is_merge = len(commit.parents) > 1
        is_main = commit.id in self._main
        renames = self._renames(commit.changes, is_merge)
        renamed = {change.path for change in renames.values()}
        for change in commit.changes:
            if change.path in renamed or change.before == change.blob:
                continue
            before = renames.get(change.path, change)
            page = self._page(before, is_merge)
            if before is not change:
                self._last.pop(before.path, None)
                if is_main:
                    self._set_on_main(before.path, None)
            elif is_main and change.before == NO_FILE and self._is_elsewhere(page, change.path):
                page = deepcopy(page)  # a branch renamed the file, and the merge has both
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
            if is_main:
                self._set_on_main(change.path, page if change.blob else None)
            if change.blob and (is_main or (change.path, change.blob) not in self.pages):
                self.pages[change.path, change.blob] = page
                self._by_blob[change.blob] = page

    def _is_elsewhere(self, page: PageTicks, path: str) -> bool:
        """Whether another file of the main line is this page."""
        return bool(self._paths.get(id(page), set()) - {path})

    def _set_on_main(self, path: str, page: PageTicks | None) -> None:
        if old := self._on_main.pop(path, None):
            self._paths[id(old)].discard(path)
        if page:
            self._on_main[path] = page
            self._paths.setdefault(id(page), set()).add(path)

    def _page(self, change: FileChange, is_merge: bool) -> PageTicks:
        """The page of a file before a change, or a new page."""
        page = self.pages.get((change.path, change.before)) or self._last.get(change.path)
        if not page and is_merge:  # of another repository that is merged into a folder
            page = self._by_blob.get(change.blob)
        return page or PageTicks()

    def _renames(self, changes: Sequence[FileChange], is_merge: bool) -> dict[str, FileChange]:
        """The changes of the old names of a commit's new files, by new name."""
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
            {path: self._content(change.before) for path, change in gone.items()},
            {path: self._content(change.blob) for path, change in new.items()},
        )
        return renames | {name: gone[path] for name, path in found.items()}

    def _content(self, blob: str) -> FileContent:
        version = self._versions.get(blob)
        return FileContent(blob, version.tasks.outline.texts if version and version.tasks else ())
