"""Which names and links on the pages of a site lead to which pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from mkdocs_plan_plugin.model import (
    Category,
    Diagnostic,
    Document,
    Plan,
    Reference,
    ReferenceKind,
    Role,
)
from mkdocs_plan_plugin.planning.links.backlinks import Backlinks, line_at
from mkdocs_plan_plugin.planning.links.placeholders import placeholder_role
from mkdocs_plan_plugin.planning.links.resolved import (
    PageReferences,
    ReferenceState,
    ResolvedReference,
)
from mkdocs_plan_plugin.planning.links.source_links import SourceFiles
from mkdocs_plan_plugin.planning.pages import PageIndex, fragment_of, is_relative, plain_name
from mkdocs_plan_plugin.reading.links import is_any
from mkdocs_plan_plugin.reading.pages import is_role_name

_FRONT = ("readme.md", "index.md")
_SIGNS = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[\s-]+")
_BROKEN = ResolvedReference(ReferenceState.BROKEN)


class _Outcome(NamedTuple):
    """What a reference means, if that is known, and what its author should know."""

    resolved: ResolvedReference | None = None
    note: Diagnostic | None = None


_NOTHING = _Outcome()


class PageLinker:
    """Resolves what pages name and link to.

    Args:
        documents: All pages of the site.
        index: Their paths.
        roles: The role of each page that has one.
        plans_of: The plans that each page is a part of.
        sources: The files of the repository.

    Attributes:
        references: What the references of each page mean.
        backlinks: Where pages of other plans name a page.
        diagnostics: What the authors should know.
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

    def link(self, document: Document) -> None:
        """Resolve what a page names; on a page of no plan only what is sure without one."""
        page = document.path
        is_part = page in self._plans_of
        resolve = self._resolve if is_part else self._resolve_outside
        found: dict[tuple[ReferenceKind, str], ResolvedReference] = {}
        for reference in dict.fromkeys(document.references):
            resolved, note = resolve(document, reference)
            if note:
                self.diagnostics.append(note)
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
        """Resolve names that mean one page, wherever they stand."""
        page, written = document.path, reference.target
        match reference.kind:
            case ReferenceKind.LINK if self._repository.is_mounted(page):
                return self._link(page, reference)
            case ReferenceKind.LINK:
                return self._link_outside(page, reference)
            case ReferenceKind.PLACEHOLDER:
                return _NOTHING
        found = self._index.resolve_code(page, written, ()).path
        return self._named(page, found, written) if found else _NOTHING

    # Links

    def _link(self, page: str, reference: Reference) -> _Outcome:
        """Repair a link that leads nowhere, where it is sure what it means."""
        target = reference.target
        known = self._known(page, target)
        if known and known == self._index.leads_to(page, target):
            return _exact(known)
        if found := known or self._meant(page, target):
            return self._repaired(found, target)
        if source := self._sources.resolve(page, target):
            return _Outcome(source)
        if self._repository.is_mounted(page) and is_relative(target):
            return _Outcome(_BROKEN, _dead(page, reference))
        return _NOTHING

    def _link_outside(self, page: str, reference: Reference) -> _Outcome:
        """Repair a link on a page of no plan only where mounted pages are what is not as usual."""
        target = reference.target
        known = self._known(page, target)
        found = known or (self._meant(page, target) if self._repository.has_mounted else None)
        is_right = found and found == self._index.leads_to(page, target)
        if found and self._repository.is_mounted(found) and not is_right:
            return self._repaired(found, target)
        return _exact(known) if known else _NOTHING

    def _known(self, page: str, target: str) -> str | None:
        """The page or file that a link means in the repository, as GitHub knows it."""
        return self._index.resolve_link(page, target) or self._index.file_at(page, target)

    def _meant(self, page: str, target: str) -> str | None:
        """The page that a link means that leads to no page as it is written."""
        found = self._index.meant_by(page, target)
        return self._front_of(found.rstrip("/")) if found and found.endswith("/") else found

    def _repaired(self, path: str, written: str) -> _Outcome:
        heading = self._heading(path, written)
        return _Outcome(ResolvedReference(ReferenceState.REPAIRED, path, heading))

    # Names and placeholders

    def _name(self, document: Document, reference: Reference) -> _Outcome:
        page, written = document.path, reference.target
        if written.endswith("/"):
            folder = self._index.resolve_folder(page, written)
            front = self._front_of(folder) if folder else None
            return _exact(front) if front and front != page else _NOTHING
        if "/" not in written and is_any(line_at(document, reference.line), written):
            return _NOTHING
        found = self._index.resolve_code(page, written, self._family(page))
        if found.path:
            return self._named(page, found.path, written)
        if found.candidates or is_role_name(plain_name(written)):
            return _unclear(page, reference, f"`{written}`", found.candidates)
        return _NOTHING

    def _named(self, page: str, found: str, written: str) -> _Outcome:
        """What a name means, but that of the page itself."""
        return _exact(found, self._heading(found, written)) if found != page else _NOTHING

    def _placeholder(self, page: str, reference: Reference) -> _Outcome:
        role = placeholder_role(reference.target)
        if not role:
            return _NOTHING
        family = (path for path in self._family(page) if path != page)
        found = [path for path in family if self._roles.get(path) is role]
        if len(found) == 1:
            return _exact(found[0])
        return _unclear(page, reference, f"[{reference.target}]", found)

    # Pages

    def _plan_pages(self, path: str) -> tuple[str, ...]:
        """The pages among which names on a page are looked for first: those of its plans."""
        if (
            self._roles.get(path) is Role.WORK_PACKAGE
        ):  # it says of "tasks.md" what is so in every plan
            return ()
        plans = self._plans_of.get(path, ())
        pages = (page for plan in plans for page in (plan.path, *(m.path for m in plan.members)))
        return tuple(dict.fromkeys(pages))

    def _heading(self, path: str, written: str) -> str:
        """The heading that a name says, if the page has it, perhaps with more words."""
        fragment = fragment_of(written).lower()
        document = self._documents.get(path)
        if not fragment or not document:
            return ""
        slugs = [_slug(section.title) for section in document.sections]
        longer = [slug for slug in slugs if slug.startswith(f"{fragment}-")]
        found = [fragment] if fragment in slugs else longer
        return found[0] if len(found) == 1 else ""

    def _front_of(self, folder: str) -> str | None:
        """The page that stands for a folder: its front page, its plan, or the only one in it."""
        pages = self._index.pages_in(folder)
        named = [path for path in pages if posixpath.basename(path).lower() in _FRONT]
        heads = [
            path for path in pages if any(p.path == path for p in self._plans_of.get(path, ()))
        ]
        found = next((group for group in (named, heads, pages) if group), [])
        return found[0] if len(found) == 1 else None


def _exact(path: str, fragment: str = "") -> _Outcome:
    return _Outcome(ResolvedReference(ReferenceState.EXACT, path, fragment))


def _dead(page: str, reference: Reference) -> Diagnostic:
    return Diagnostic(
        page,
        reference.line,
        f"the link to {reference.target} leads to no file of the repository, so it is text",
        "correct the path",
        category=Category.PAGES,
    )


def _unclear(page: str, reference: Reference, written: str, candidates: Sequence[str]) -> _Outcome:
    problem = "could mean any of these pages: " if candidates else "names no page of the site"
    note = Diagnostic(
        page,
        reference.line,
        f"{written} {problem}{', '.join(candidates)}, so it stays as it is",
        "write a Markdown link to the page that is meant",
        category=Category.PAGES,
    )
    return _Outcome(note=note)


def _slug(title: str) -> str:
    """The id that Markdown gives a heading, unless a site makes its own."""
    return _GAPS.sub("-", _SIGNS.sub("", title).strip().lower())
