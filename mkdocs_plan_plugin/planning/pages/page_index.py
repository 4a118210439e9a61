"""Look up pages by name or path: relative to a page, in its plan, or from the root."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs_plan_plugin.planning.pages.link_paths import (
    is_of_machine,
    path_of,
    plain_name,
    split_line,
)
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.reading.pages import is_role_name

_ZEROS = re.compile(r"(?<![^/])0+(?=\d)")
_CHANGES, _SPECS = "/changes/", "specs/"  # of OpenSpec, where a change repeats the folders of specs
_DISTINCTIVE = re.compile(r"\w[\w.]*-\w")
# Names that many folders have, so that even the only match on a site may be the wrong one.
_COMMON = frozenset(
    f"{name}.md"
    for name in (
        *("readme", "index", "spec", "plan", "tasks", "research", "design", "requirements"),
        *("data-model", "quickstart", "proposal", "changelog", "contributing", "agents", "claude"),
        *("constitution", "todo", "roadmap", "skill", "project", "license", "notes"),
    )
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The page that a name means, or several candidates, or neither."""

    path: str | None = None
    candidates: tuple[str, ...] = ()


class PageIndex:
    """An index of the paths on a site.

    Args:
        paths: All pages of the site.
        repository: Maps them to paths in the repository, for names from its root.
        files: The site's other files.
    """

    def __init__(
        self, paths: Iterable[str], repository: SourceMap, files: Iterable[str] = ()
    ) -> None:
        self._paths = frozenset(paths)
        self._files = self._paths.union(files)
        self._repository = repository
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._by_place: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._folders: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths):
            folder = posixpath.basename(posixpath.dirname(path))
            self._by_place[folder, posixpath.basename(path)].append(path)
            self._by_name[posixpath.basename(path)].append(path)
            self._folders[posixpath.dirname(path)].append(path)

    def resolve_link(self, page: str, target: str) -> str | None:
        """Return the page that a Markdown link on `page` leads to, or None."""
        path = path_of(target)
        if not path or not path.endswith(".md"):
            return None
        return self._relative(page, path)

    def leads_to(self, page: str, target: str) -> str | None:
        """Return the file of the site that MkDocs resolves a link to, right or wrong, or None."""
        path = path_of(target)
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else ""
        return found if found in self._files else None

    def file_at(self, page: str, target: str) -> str | None:
        """Return the file of the site that a link leads to in the repository, or None."""
        path = path_of(target)
        found = (
            self._repository.site_path_of(self._repository.resolve(page, path)) if path else None
        )
        return found if found in self._files else None

    def resolve_code(self, page: str, name: str, family: Collection[str]) -> Resolution:
        """Return the page that a code span such as `specs/001-x/spec.md` means.

        A name is resolved relative to the page, then among the pages of its plan, then in another
        folder of the same name. A path is resolved from the folders around the page, the
        nearest first, then from the root of the docs folder and of the repository, then as the end
        of a single page's path. In a change, `specs/x/spec.md` is the spec that it changes,
        if the site has it, not what it changes there.

        Args:
            page: The page with the name.
            name: The name as written; a fragment or line is ignored.
            family: The pages of the plan that the page belongs to.
        """
        name = plain_name(name)
        if is_of_machine(name):
            return Resolution(self._longest_end(name))
        if "..." in name:  # a path that is left out
            return Resolution()
        root = _root_of_change(page) if name.startswith(_SPECS) else None
        if root is None:
            return self._resolve_code(page, name, family)
        if f"{root}{name}" in self._paths:
            return Resolution(f"{root}{name}")
        found = self._resolve_code(page, name, family)
        return Resolution() if found.path and _root_of_change(found.path) is not None else found

    def _resolve_code(self, page: str, name: str, family: Collection[str]) -> Resolution:
        rooted = name.startswith("/")
        name = posixpath.normpath(name.lstrip("/"))
        if not rooted and (relative := self._relative(page, name)):
            return Resolution(relative)
        if not rooted and "/" not in name:
            own = [path for path in family if posixpath.basename(path) == name]
            found = own or self._distinctive(name) or self._in_namesake(page, name)
            return _nearest(page, found, family)
        if not rooted and (above := self._above(page, name)):
            return Resolution(above)
        for path in (name, self._repository.site_path_of(name)):
            if path in self._paths:
                return Resolution(path)
        ending = "/" + name.lstrip("./")
        same = self._by_name.get(posixpath.basename(name), ())
        found = [path for path in same if f"/{path}".endswith(ending)]
        alike = found or [path for path in family if _ends_alike(path, name)]
        return _nearest(page, alike, family)

    def resolve_folder(self, page: str, name: str) -> str | None:
        """Return the folder of pages that a name such as `/specs/001-x/` means, or None."""
        name = name.removeprefix("@").rstrip("/")
        rooted = name.lstrip("/")
        here = self._repository.resolve(page, name)
        for folder in (
            self._repository.folder_of(here),
            rooted,
            self._repository.folder_of(rooted),
        ):
            if folder in self._folders and folder not in (None, "", "."):
                return folder
        ending = "/" + rooted
        found = [folder for folder in self._folders if "/" in rooted and folder.endswith(ending)]
        return found[0] if len(found) == 1 else None

    def pages_in(self, folder: str) -> Sequence[str]:
        """Return the pages directly in a folder, in order."""
        return self._folders.get(folder, ())

    def meant_by(self, page: str, target: str) -> str | None:
        """Return the page that a broken link means.

        The link can be relative to the root of the repository, as on GitHub, or an absolute path
        on a user's machine, and can name a line.

        Returns:
            The page, a folder of pages (which ends in a slash), or None.
        """
        path = path_of(target)
        if not path or self.resolve_link(page, target):
            return None
        path, _ = split_line(path)
        if is_of_machine(unquote(target)) or is_of_machine(path):
            return self._longest_end(path)
        rooted = posixpath.normpath(path.lstrip("/"))
        if relative := self._relative(page, path.lstrip("/")):
            return relative
        for found in (rooted, self._repository.site_path_of(rooted)):
            if found in self._paths:
                return found
        if not posixpath.splitext(path.rstrip("/"))[1]:
            folder = self.resolve_folder(page, path)
            return f"{folder}/" if folder else None
        return None

    def _above(self, page: str, name: str) -> str | None:
        """The page at a path from the nearest folder around, as in a project within the project."""
        folder = posixpath.dirname(posixpath.dirname(page))
        while folder:
            if (path := posixpath.join(folder, name)) in self._paths:
                return path
            folder = posixpath.dirname(folder)
        return None

    def _distinctive(self, name: str) -> Sequence[str]:
        """The pages with a name, unless the name is so common that a match proves nothing."""
        return () if name.lower() in _COMMON else self._by_name.get(name, ())

    def _in_namesake(self, page: str, name: str) -> Sequence[str]:
        """A plan's pages in folders of the same name as the page's: `specs/07-x`, `board/07-x`."""
        folder = posixpath.basename(posixpath.dirname(page))
        is_distinctive = _DISTINCTIVE.match(folder) and is_role_name(name)
        return self._by_place.get((folder, name), ()) if is_distinctive else ()

    def _longest_end(self, path: str) -> str | None:
        """The page whose path is the longest end of a path on a user's machine."""
        parts = path.replace("\\", "/").split("/")
        ends = ("/".join(parts[at:]) for at in range(len(parts) - 1))
        return next((end for end in ends if end in self._paths), None)

    def _relative(self, page: str, path: str) -> str | None:
        """The page at a path that is relative to another page in the repository."""
        found = self._repository.site_path_of(self._repository.resolve(page, path))
        return found if found in self._paths else None


def _root_of_change(page: str) -> str | None:
    """The folder that a page's change belongs to: `openspec/` for `openspec/changes/x/tasks.md`."""
    root, changes, _ = f"/{page}".partition(_CHANGES)
    return f"{root}/".lstrip("/") if changes else None


def _ends_alike(path: str, name: str) -> bool:
    """Whether a path ends with a name, ignoring leading zeros: `specs/1-x/spec.md`, `001-x`."""
    return f"/{_ZEROS.sub('', path)}".endswith(f"/{_ZEROS.sub('', name)}")


def _nearest(page: str, paths: Sequence[str], family: Collection[str]) -> Resolution:
    """The only page, or the nearest of several: in the folders around, or in the plan's folder."""
    if len(paths) == 1:
        return Resolution(paths[0])
    by_folder: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_folder[posixpath.dirname(path)].append(path)
    folder = posixpath.dirname(page)
    while folder:
        if folder in by_folder:
            return _only(by_folder[folder])
        folder = posixpath.dirname(folder)
    shared = posixpath.commonpath(family) if family else ""
    of_plan = posixpath.dirname(shared) if shared in family else shared
    within = [path for path in paths if of_plan and path.startswith(f"{of_plan}/")]
    return _only(within if len(within) == 1 else paths)


def _only(paths: Sequence[str]) -> Resolution:
    if len(paths) == 1:
        return Resolution(paths[0])
    return Resolution(candidates=tuple(sorted(paths)))
