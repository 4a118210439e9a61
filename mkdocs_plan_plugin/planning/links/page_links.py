"""Resolve the names and links on pages to the pages that they mean."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_plan_plugin.model import (
    Category,
    Diagnostic,
    Document,
    Plan,
    Reference,
    ReferenceKind,
    Role,
)
from mkdocs_plan_plugin.planning.links.backlinks import Backlinks
from mkdocs_plan_plugin.planning.links.fragments import heading_meant
from mkdocs_plan_plugin.planning.links.placeholders import placeholder_role
from mkdocs_plan_plugin.planning.links.resolved import (
    PageReferences,
    ReferenceState,
    ResolvedReference,
)
from mkdocs_plan_plugin.planning.links.source_links import SourceFiles
from mkdocs_plan_plugin.planning.pages import (
    PageIndex,
    fragment_of,
    is_relative,
    plain_name,
    split_line,
)
from mkdocs_plan_plugin.reading.links import is_any, singles_out
from mkdocs_plan_plugin.reading.pages import has_role_suffix, is_canonical_plan, is_role_name

_FRONT = ("readme.md", "index.md")
_LISTS = ("tasks.md", "roadmap.md")
_NAMES = (ReferenceKind.CODE, ReferenceKind.NAME)
_BROKEN = ResolvedReference(ReferenceState.BROKEN)
_NAMES_OF_SUBJECT, _PAGES_OF_SUBJECT, _SHARE_OF_SUBJECT = 3, 5, 0.05
"""How many names of a plan, and pages of a site that use names, mean a kind of file if these files
are its subject."""


class _Outcome(NamedTuple):
    """A resolved reference, or None if its meaning is unknown, and a diagnostic, if any."""

    resolved: ResolvedReference | None = None
    diagnostic: Diagnostic | None = None


_NOTHING = _Outcome()


class PageLinker:
    """Resolves the references of pages.

    Args:
        documents: All pages of the site.
        index: Their paths.
        roles: The role of each page that has one.
        plans_of: The plans that each page is part of.
        sources: The files of the repository.

    Attributes:
        references: The resolved references of each page.
        backlinks: References from pages of other plans.
        diagnostics: The problems found.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        index: PageIndex,
        roles: Mapping[str, Role],
        plans_of: Mapping[str, Sequence[Plan]],
        sources: SourceFiles,
    ) -> None:
        self.references: dict[str, PageReferences] = {}
        self.backlinks = Backlinks(plans_of)
        self.diagnostics: list[Diagnostic] = []
        self._documents = documents
        self._index = index
        self._roles = roles
        self._plans_of = plans_of
        self._sources = sources
        self._repository = sources.repository
        self._family = cache(self._plan_pages)
        self._general = cache(self._general_names)
        self._is_about_plans = _is_about_plans(documents.values())

    def link(self, document: Document) -> None:
        """Resolve the references of a page; outside plans, only the unambiguous ones."""
        page = document.path
        is_part = page in self._plans_of
        resolve = self._resolve if is_part else self._resolve_outside
        found: dict[tuple[ReferenceKind, str], ResolvedReference] = {}
        general = self._general_references(document)
        for reference in dict.fromkeys(document.references):
            if (reference.kind, reference.target) in general:
                continue
            resolved, diagnostic = resolve(document, reference)
            if diagnostic:
                self.diagnostics.append(diagnostic)
            if not resolved:
                continue
            found[reference.kind, reference.target] = resolved
            if resolved.page and (is_part or reference.kind is ReferenceKind.LINK):
                self.backlinks.add(document, reference.line, resolved.page)
        if found:
            self.references[page] = found

    def _resolve(self, document: Document, reference: Reference) -> _Outcome:
        match reference.kind:
            case ReferenceKind.LINK:
                return self._link(document.path, reference)
            case ReferenceKind.PLACEHOLDER:
                return self._placeholder(document.path, reference)
        return self._name(document, reference)

    def _resolve_outside(self, document: Document, reference: Reference) -> _Outcome:
        """Resolve a reference on a page outside plans."""
        page, written = document.path, reference.target
        match reference.kind:
            case ReferenceKind.LINK if self._repository.is_mounted(page):
                return self._link(page, reference)
            case ReferenceKind.LINK:
                return self._link_outside(page, reference)
            case ReferenceKind.PLACEHOLDER:
                return _NOTHING
        if written.endswith("/"):
            return self._folder(page, written)
        found = self._index.resolve_code(page, written, ()).path
        return self._named(page, found, written) if found else _NOTHING

    # Links

    def _link(self, page: str, reference: Reference) -> _Outcome:
        """Resolve a link, and repair a broken one whose target is unambiguous."""
        target = reference.target
        known = self._known(page, target)
        if known and known == self._index.leads_to(page, target):
            return _exact(known, self._heading(known, target))
        if found := known or self._meant(page, target):
            return self._repaired(found, target)
        if source := self._sources.resolve(page, target):
            return _Outcome(source)
        if self._repository.is_mounted(page) and is_relative(target):
            return _Outcome(_BROKEN, _broken(page, reference))
        return _NOTHING

    def _link_outside(self, page: str, reference: Reference) -> _Outcome:
        """Resolve a link on a page outside plans, repairing it only if it means a mounted page."""
        target = reference.target
        known = self._known(page, target)
        found = known or (self._meant(page, target) if self._repository.has_mounted else None)
        is_right = found and found == self._index.leads_to(page, target)
        if found and self._repository.is_mounted(found) and not is_right:
            return self._repaired(found, target)
        return _exact(known) if known else _NOTHING

    def _known(self, page: str, target: str) -> str | None:
        """The page or file that a link means in the repository, as on GitHub."""
        return self._index.resolve_link(page, target) or self._index.file_at(page, target)

    def _meant(self, page: str, target: str) -> str | None:
        """The page that a broken link means."""
        found = self._index.meant_by(page, target)
        return self._front_of(found.rstrip("/")) if found and found.endswith("/") else found

    def _repaired(self, path: str, written: str) -> _Outcome:
        heading = self._heading(path, written)
        return _Outcome(ResolvedReference(ReferenceState.REPAIRED, path, heading))

    # Names and placeholders

    def _name(self, document: Document, reference: Reference) -> _Outcome:
        page, written = document.path, reference.target
        if written.endswith("/"):
            return self._folder(page, written)
        found = self._index.resolve_code(page, written, self._family(page))
        if found.path:
            return self._named(page, found.path, written)
        if found.candidates or is_role_name(plain_name(written)):
            return _unresolved(page, reference, f"`{written}`", found.candidates)
        return _NOTHING

    def _general_references(self, document: Document) -> Set[tuple[ReferenceKind, str]]:
        """The bare names that mean any such file somewhere on a page; they are linked nowhere."""
        lines = document.body.split("\n")
        return {
            (each.kind, name)
            for each in document.references
            if each.kind in _NAMES and "/" not in (name := each.target)
            if is_any(line := lines[each.line - 1], name)
            or (self._is_general(document.path, name) and not singles_out(line, name))
        }

    def _is_general(self, page: str, written: str) -> bool:
        """Whether a name means a kind of file for a plan, or for a page outside plans."""
        name = split_line(written)[0]
        plans = [plan.path for plan in self._plans_of.get(page, ())]
        known = [self._general(path) for path in plans or [page]]
        if any(name in names for names in known):
            return True
        is_kind = is_role_name(name) and "#" not in name and not has_role_suffix(name)
        return is_kind and (self._is_about_plans or any(map(_is_about_kinds, known)))

    def _general_names(self, path: str) -> frozenset[str]:
        """The names that mean a kind of file on a page of a plan, or on a page outside plans."""
        plan = next((each for each in self._plans_of.get(path, ()) if each.path == path), None)
        pages = (path, *(member.path for member in plan.members)) if plan else (path,)
        return frozenset(chain.from_iterable(self._documents[page].general_names for page in pages))

    def _folder(self, page: str, written: str) -> _Outcome:
        if not written.strip("./"):  # the root of the repository, or of what a command runs in
            return _NOTHING
        folder = self._index.resolve_folder(page, written)
        front = self._front_of(folder) if folder else None
        return _exact(front) if front and front != page else _NOTHING

    def _named(self, page: str, found: str, written: str) -> _Outcome:
        """The outcome for a name of a page, unless it is the page's own name."""
        return _exact(found, self._heading(found, written)) if found != page else _NOTHING

    def _placeholder(self, page: str, reference: Reference) -> _Outcome:
        role = placeholder_role(reference.target)
        if not role:
            return _NOTHING
        family = (path for path in self._family(page) if path != page)
        found = [path for path in family if self._roles.get(path) is role]
        if len(found) == 1:
            return _exact(found[0])
        return _unresolved(page, reference, f"[{reference.target}]", found)

    # Pages

    def _plan_pages(self, path: str) -> tuple[str, ...]:
        """The pages of a page's plans, among which its names are resolved first."""
        # A work package describes what "tasks.md" is in any plan.
        if self._roles.get(path) is Role.WORK_PACKAGE:
            return ()
        plans = self._plans_of.get(path, ())
        pages = (page for plan in plans for page in (plan.path, *(m.path for m in plan.members)))
        return tuple(dict.fromkeys(pages))

    def _heading(self, path: str, written: str) -> str:
        """The fragment of a name or link, if it means a heading of the page."""
        fragment, document = unquote(fragment_of(written)), self._documents.get(path)
        if not fragment or not document:
            return ""
        titles = [section.title for section in document.sections]
        return fragment if heading_meant(fragment, titles) is not None else ""

    def _front_of(self, folder: str) -> str | None:
        """The page that represents a folder: its index, or its plan, such as plan.md."""
        pages = self._index.pages_in(folder)
        named = [path for path in pages if posixpath.basename(path).lower() in _FRONT]
        heads = [
            path
            for path in pages
            if any(plan.path == path for plan in self._plans_of.get(path, ()))
            and (is_canonical_plan(path) or posixpath.basename(path).lower() in _LISTS)
        ]
        found = named or heads
        return found[0] if len(found) == 1 else None


def _is_about_kinds(general: Iterable[str]) -> bool:
    """Whether names that mean a kind of file are those of several pages of a plan."""
    return sum(map(is_role_name, general)) >= _NAMES_OF_SUBJECT


def _is_about_plans(documents: Iterable[Document]) -> bool:
    """Whether a site is about plans in general, as that of a tool that writes them."""
    general = named = 0
    for document in documents:
        general += any(map(is_role_name, document.general_names))
        named += any(is_role_name(each.target) for each in document.references)
    return general >= max(_PAGES_OF_SUBJECT, named * _SHARE_OF_SUBJECT)


def _exact(path: str, fragment: str = "") -> _Outcome:
    return _Outcome(ResolvedReference(ReferenceState.EXACT, path, fragment))


def _broken(page: str, reference: Reference) -> Diagnostic:
    return Diagnostic(
        page,
        reference.line,
        f"the link to {reference.target} leads to no file in the repository, so it becomes text",
        "correct the path",
        category=Category.PAGES,
    )


def _unresolved(
    page: str, reference: Reference, written: str, candidates: Sequence[str]
) -> _Outcome:
    pages = f"several pages ({', '.join(candidates)})" if candidates else "no page of the site"
    diagnostic = Diagnostic(
        page,
        reference.line,
        f"{written} matches {pages}, so it is not linked",
        "write a Markdown link to the page you mean",
        category=Category.PAGES,
    )
    return _Outcome(diagnostic=diagnostic)
