"""Which page a name or a path means: one beside it, in its plan, or from the root."""

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

_ZEROS = re.compile(r"(?<![^/])0+(?=\d)")
# Names that many folders have, so that the only one of a site may be another one's.
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
    """The page that a name means, or the candidates when there are several, or neither."""

    path: str | None = None
    candidates: tuple[str, ...] = ()


class PageIndex:
    """The paths of a site, ready to be looked up from any page.

    Args:
        paths: All pages of the site.
        repository: Where they are in the repository, for names from its root.
        files: The site's other files.
    """

    def __init__(
        self, paths: Iterable[str], repository: SourceMap, files: Iterable[str] = ()
    ) -> None:
        self._paths = frozenset(paths)
        self._files = self._paths.union(files)
        self._repository = repository
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._folders: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths):
            self._by_name[posixpath.basename(path)].append(path)
            self._folders[posixpath.dirname(path)].append(path)

    def resolve_link(self, page: str, target: str) -> str | None:
        """The page that a Markdown link of `page` leads to, or None."""
        path = path_of(target)
        if not path or not path.endswith(".md"):
            return None
        return self._beside(page, path)

    def leads_to(self, page: str, target: str) -> str | None:
        """The file of the site that MkDocs takes a link to lead to, right or wrong, or None."""
        path = path_of(target)
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else ""
        return found if found in self._files else None

    def file_at(self, page: str, target: str) -> str | None:
        """The file of the site that a link means in the repository, or None."""
        path = path_of(target)
        found = self._repository.site_path_of(self._repository.beside(page, path)) if path else None
        return found if found in self._files else None

    def resolve_code(self, page: str, name: str, family: Collection[str]) -> Resolution:
        """The page that a code span such as `specs/001-x/spec.md` means.

        Looked for beside the page, then among the pages of its plan, then from the root of the
        docs and of the repository, then as the end of the path of a single page.

        Args:
            page: The page on which the name stands.
            name: The name as written; without a heading or a line behind it.
            family: The pages of the plan that the page belongs to.
        """
        name = plain_name(name)
        if is_of_machine(name):
            return Resolution(self._longest_end(name))
        rooted = name.startswith("/")
        name = posixpath.normpath(name.lstrip("/"))
        if not rooted and (beside := self._beside(page, name)):
            return Resolution(beside)
        if not rooted and "/" not in name:
            own = [path for path in family if posixpath.basename(path) == name]
            return _only(own or self._lonely(name))
        for path in (name, self._repository.site_path_of(name)):
            if path in self._paths:
                return Resolution(path)
        ending = "/" + name.lstrip("./")
        same = self._by_name.get(posixpath.basename(name), ())
        found = [path for path in same if path.endswith(ending)]
        return _only(found or [path for path in family if _ends_alike(path, name)])

    def resolve_folder(self, page: str, name: str) -> str | None:
        """The folder of pages that a name such as `/specs/001-x/` means, or None."""
        name = name.removeprefix("@").rstrip("/")
        rooted = name.lstrip("/")
        here = self._repository.beside(page, name)
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
        """The pages right in a folder, in order."""
        return self._folders.get(folder, ())

    def meant_by(self, page: str, target: str) -> str | None:
        """The page that a link means that leads to no page as it is written.

        It may be written from the root of the repository, which GitHub knows as well, or from
        that of a machine; it may name a line.

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
        if beside := self._beside(page, path.lstrip("/")):
            return beside
        for found in (rooted, self._repository.site_path_of(rooted)):
            if found in self._paths:
                return found
        if not posixpath.splitext(path.rstrip("/"))[1]:
            folder = self.resolve_folder(page, path)
            return f"{folder}/" if folder else None
        return None

    def _lonely(self, name: str) -> Sequence[str]:
        """The pages of a name that only one page of a site may have without being confused."""
        return () if name.lower() in _COMMON else self._by_name.get(name, ())

    def _longest_end(self, path: str) -> str | None:
        """The page whose path is the end of one on somebody's machine."""
        parts = path.replace("\\", "/").split("/")
        ends = ("/".join(parts[at:]) for at in range(len(parts) - 1))
        return next((end for end in ends if end in self._paths), None)

    def _beside(self, page: str, path: str) -> str | None:
        """The page that another one means by a path from its own place in the repository."""
        found = self._repository.site_path_of(self._repository.beside(page, path))
        return found if found in self._paths else None


def _ends_alike(path: str, name: str) -> bool:
    """Whether a path ends as a name says, but for zeros: `specs/1-x/spec.md`, `001-x`."""
    return f"/{_ZEROS.sub('', path)}".endswith(f"/{_ZEROS.sub('', name)}")


def _only(paths: Sequence[str]) -> Resolution:
    if len(paths) == 1:
        return Resolution(paths[0])
    return Resolution(candidates=tuple(sorted(paths)))
