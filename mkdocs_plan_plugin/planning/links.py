"""What a page names to the page that is meant: beside it, in its plan, or from the root."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.planning.repository import Repository

_PLACEHOLDER = re.compile(r"link to (?:the |a )?(?P<what>[a-z. -]+?)(?: (?:document|page|file)s?)?")
_NAMED_ROLES = {
    "spec": Role.SPEC,
    "specification": Role.SPEC,
    "feature spec": Role.SPEC,
    "feature specification": Role.SPEC,
    "requirements": Role.SPEC,
    "design": Role.SPEC,
    "research": Role.RESEARCH,
    "tasks": Role.TASKS,
    "task list": Role.TASKS,
    "spec.md": Role.SPEC,
    "data model": Role.DATA_MODEL,
    "quickstart": Role.QUICKSTART,
    "plan": Role.PLAN,
    "implementation plan": Role.PLAN,
}


_LINES = re.compile(r":\d+(?:-\d+)?\Z")
_LINE = re.compile(r"L\d+(?:-L?\d+)?")
_MACHINE = re.compile(r"file:|[A-Za-z]:[\\/]|~/|/(?:Users|home|root|mnt|c|d)/")
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
        self, paths: Iterable[str], repository: Repository, files: Iterable[str] = ()
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
        path = _path_of(target)
        if not path or not path.endswith(".md"):
            return None
        return self._beside(page, path)

    def leads_to(self, page: str, target: str) -> str | None:
        """The file of the site that MkDocs takes a link to lead to, right or wrong, or None."""
        path = _path_of(target)
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else ""
        return found if found in self._files else None

    def file_at(self, page: str, target: str) -> str | None:
        """The file of the site that a link means in the repository, or None."""
        path = _path_of(target)
        found = self._repository.place_of(self._repository.beside(page, path)) if path else None
        return found if found in self._files else None

    @property
    def has_mounted(self) -> bool:
        """Whether any file of the site is taken from outside the docs folder."""
        return self._repository.has_mounted

    def is_mounted(self, page: str) -> bool:
        """Whether a page is taken from outside the docs folder."""
        return self._repository.is_mounted(page)

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
        if _MACHINE.match(name):
            return Resolution(self._longest_end(name))
        rooted = name.startswith("/")
        name = posixpath.normpath(name.lstrip("/"))
        if not rooted and (beside := self._beside(page, name)):
            return Resolution(beside)
        if not rooted and "/" not in name:
            own = [path for path in family if posixpath.basename(path) == name]
            return _only(own or self._lonely(name))
        for path in (name, self._repository.place_of(name)):
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

    def mend(self, page: str, target: str) -> str | None:
        """The page that a link means that leads to no page as it is written.

        It may be written from the root of the repository, which GitHub knows as well, or from
        that of a machine; it may name a line.

        Returns:
            The page, a folder of pages (which ends in a slash), or None.
        """
        path = _path_of(target)
        if not path or self.resolve_link(page, target):
            return None
        path = _LINES.sub("", path)
        if _MACHINE.match(unquote(target)) or _MACHINE.match(path):
            return self._longest_end(path)
        rooted = posixpath.normpath(path.lstrip("/"))
        if beside := self._beside(page, path.lstrip("/")):
            return beside
        for found in (rooted, self._repository.place_of(rooted)):
            if found in self._paths:
                return found
        if not posixpath.splitext(path.rstrip("/"))[1]:
            folder = self.resolve_folder(page, path)
            return f"{folder}/" if folder else None
        return None

    def source_of(self, page: str, target: str, exists: Callable[[str], bool]) -> str | None:
        """The file of the repository that a link leads to on GitHub, with its line, or None.

        Args:
            page: The page that the link is on.
            target: The link as written.
            exists: Whether there is a file or folder at a path from the repository's root.
        """
        path = _path_of(target)
        if not path or _MACHINE.match(target):
            return None
        lines = _LINES.search(path)
        bare = path[: lines.start()] if lines else path
        is_rooted = bare.startswith("/")
        named = posixpath.normpath(bare.lstrip("/"))
        found = named if is_rooted else self._repository.beside(page, bare)
        if found.startswith("..") or not (self._is_outside(found) and exists(found)):
            return None
        line = f"#L{lines[0][1:].partition('-')[0]}" if lines else ""
        fragment = target.partition("#")[2]
        return found + (line or (f"#{fragment}" if _LINE.fullmatch(fragment) else ""))

    def _is_outside(self, path: str) -> bool:
        """Whether a file is not in the docs folder, whose files the site has anyway."""
        return self._repository.place_of(path) is None

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
        found = self._repository.place_of(self._repository.beside(page, path))
        return found if found in self._paths else None


def _ends_alike(path: str, name: str) -> bool:
    """Whether a path ends as a name says, but for zeros: `specs/1-x/spec.md`, `001-x`."""
    return f"/{_ZEROS.sub('', path)}".endswith(f"/{_ZEROS.sub('', name)}")


def plain_name(name: str) -> str:
    """A name without what stands around it: `@a.md#goal` and `a.md:12` are `a.md`."""
    return _LINES.sub("", name.partition("#")[0]).removeprefix("@")


def fragment_of(target: str) -> str:
    """The heading that a name or a link says; not a line."""
    fragment = target.partition("#")[2]
    return "" if _LINE.fullmatch(fragment) else fragment


def _path_of(target: str) -> str | None:
    """The path of a link within a repository, with the line that it may name, or None."""
    target = unquote(target.partition("#")[0])
    bare = _LINES.sub("", target)  # or "a.md:12" would be an address of the scheme "a.md"
    try:
        parts = urlsplit(bare)
    except ValueError:  # "http://[" is no address
        return None
    if parts.netloc or (parts.scheme and not _MACHINE.match(bare)):
        return None
    return parts.path + target[len(bare) :]


def is_relative(target: str) -> bool:
    """Whether a link leads to a file by its path, and not to an address or a heading."""
    return bool(_path_of(target)) and not target.startswith("/")


def placeholder_role(text: str) -> Role | None:
    """The role that `Link to specification` asks for, or None."""
    if text.strip().lower() == "link":  # only read behind "Spec:"
        return Role.SPEC
    match = _PLACEHOLDER.fullmatch(text.strip().lower())
    return _NAMED_ROLES.get(match["what"]) if match else None


def relative(page: str, target: str) -> str:
    """The path of a page as a link from another one writes it."""
    # From a root, or Python asks for the working directory each time.
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(page)}")


def _only(paths: Sequence[str]) -> Resolution:
    if len(paths) == 1:
        return Resolution(paths[0])
    return Resolution(candidates=tuple(sorted(paths)))
