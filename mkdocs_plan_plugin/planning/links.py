"""What a page names to the page that is meant: beside it, in its plan, or from the root."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from mkdocs_plan_plugin.model import Role

_PLACEHOLDER = re.compile(r"link to (?:the |a )?(?P<what>[a-z -]+?)(?: (?:document|page|file)s?)?")
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
    "data model": Role.DATA_MODEL,
    "quickstart": Role.QUICKSTART,
    "plan": Role.PLAN,
    "implementation plan": Role.PLAN,
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """The page that a name means, or the candidates when there are several, or neither."""

    path: str | None = None
    candidates: tuple[str, ...] = ()


class PageIndex:
    """The paths of a site, ready to be looked up from any page.

    Args:
        paths: All pages of the site.
        docs_dir: The docs folder's path from the repository's root, for names from there.
    """

    def __init__(self, paths: Iterable[str], docs_dir: str) -> None:
        self._paths = frozenset(paths)
        self._docs_dir = docs_dir.strip("/") + "/"
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths):
            self._by_name[posixpath.basename(path)].append(path)

    def resolve_link(self, page: str, target: str) -> str | None:
        """The page that a Markdown link of `page` leads to, or None."""
        try:
            parts = urlsplit(target)
        except ValueError:  # "http://[" is no address
            return None
        if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
            return None
        return self._known(posixpath.join(posixpath.dirname(page), unquote(parts.path)))

    def resolve_code(self, page: str, name: str, family: Collection[str]) -> Resolution:
        """The page that a code span such as `specs/001-x/spec.md` means.

        Looked for beside the page, then among the pages of its plan, then from the root of the
        docs and of the repository, then as the end of the path of a single page.

        Args:
            page: The page on which the name stands.
            name: The name as written.
            family: The pages of the plan that the page belongs to.
        """
        name = name.partition("#")[0].removeprefix("@")
        rooted = name.startswith("/")
        name = posixpath.normpath(name.lstrip("/"))
        if not rooted and (beside := self._known(posixpath.join(posixpath.dirname(page), name))):
            return Resolution(beside)
        if not rooted and "/" not in name:
            return _only([path for path in family if posixpath.basename(path) == name])
        for path in (name, name.removeprefix(self._docs_dir)):
            if path in self._paths:
                return Resolution(path)
        ending = "/" + name
        return _only(
            [path for path in self._by_name[posixpath.basename(name)] if path.endswith(ending)]
        )

    def _known(self, path: str) -> str | None:
        path = posixpath.normpath(path)
        return path if path in self._paths else None


def placeholder_role(text: str) -> Role | None:
    """The role that `Link to specification` asks for, or None."""
    match = _PLACEHOLDER.fullmatch(text.strip().lower())
    return _NAMED_ROLES.get(match["what"]) if match else None


def relative(page: str, target: str) -> str:
    """The path of a page as a link from another one writes it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def _only(paths: Sequence[str]) -> Resolution:
    if len(paths) == 1:
        return Resolution(paths[0])
    return Resolution(candidates=tuple(sorted(paths)))
