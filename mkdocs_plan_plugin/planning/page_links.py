"""Which names and links on the pages of plans lead to which pages."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from mkdocs_plan_plugin.model import (
    Backlink,
    Diagnostic,
    Document,
    Place,
    Plan,
    Reference,
    ReferenceKind,
    Role,
    Topic,
)
from mkdocs_plan_plugin.planning.links import (
    PageIndex,
    fragment_of,
    is_relative,
    placeholder_role,
    plain_name,
)
from mkdocs_plan_plugin.reading.page_names import is_any, plain_line
from mkdocs_plan_plugin.reading.roles import is_role_name

_FRONT = ("readme.md", "index.md")
_SIGNS = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[\s-]+")


class PageLinker:
    """Resolves what the pages of plans name and link to.

    Args:
        documents: All pages of the site.
        index: Their paths.
        roles: The role of each page that has one.
        plans_of: The plans that each page is a part of.
        exists: Whether the repository has a file or folder at a path from its root.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        index: PageIndex,
        roles: Mapping[str, Role],
        plans_of: Mapping[str, Sequence[Plan]],
        exists: Callable[[str], bool],
    ) -> None:
        self.code_links: dict[str, dict[str, str]] = {}
        self.name_links: dict[str, dict[str, str]] = {}
        self.mended: dict[str, dict[str, str]] = {}
        self.source_links: dict[str, dict[str, str]] = {}
        self.placeholders: dict[str, dict[str, str]] = {}
        self.backlinks: defaultdict[str, dict[str, Backlink]] = defaultdict(dict)
        self.diagnostics: list[Diagnostic] = []
        self._documents = documents
        self._index = index
        self._roles = roles
        self._plans_of = plans_of
        self._exists = exists

    def link(self, document: Document) -> None:
        """Resolve what a page names; on a page of no plan only what is sure without one."""
        if document.path not in self._plans_of:
            self._link_outside(document)
            return
        # A page of work says of "tasks.md" what is so in every plan.
        is_work = self._roles.get(document.path) is Role.WORK
        family = () if is_work else self._family(document.path)
        for reference in dict.fromkeys(document.references):
            if reference.kind is ReferenceKind.CODE:
                self._name(self.code_links, document, reference, family)
            elif reference.kind is ReferenceKind.NAME:
                self._name(self.name_links, document, reference, family)
            elif reference.kind is ReferenceKind.PLACEHOLDER:
                self._placeholder(document.path, reference, family)
            else:
                self._link(document, reference)

    def _link_outside(self, document: Document) -> None:
        """Resolve names that mean one page, wherever they stand."""
        page = document.path
        for reference in dict.fromkeys(document.references):
            if reference.kind is ReferenceKind.LINK:
                self._link_from_outside(document, reference)
            elif reference.kind is not ReferenceKind.PLACEHOLDER:
                found = self._index.resolve_code(page, reference.target, ()).path
                if found and found != page:
                    is_code = reference.kind is ReferenceKind.CODE
                    links = self.code_links if is_code else self.name_links
                    named = self._with_heading(found, reference.target)
                    links.setdefault(page, {})[reference.target] = named

    def _link_from_outside(self, document: Document, reference: Reference) -> None:
        """Mend a link on a page of no plan only where mounted pages are what is not as usual."""
        page, target = document.path, reference.target
        if self._index.is_mounted(page):
            self._link(document, reference)
            return
        known = self._index.resolve_link(page, target) or self._index.file_at(page, target)
        found = known or (self._meant(page, target) if self._index.has_mounted else None)
        is_right = found and found == self._index.leads_to(page, target)
        if found and self._index.is_mounted(found) and not is_right:
            self._mend(document, reference, found)
        elif known:
            self._mention(document, reference, known)

    def _meant(self, page: str, target: str) -> str | None:
        """The page that a link means that leads to no page as it is written."""
        found = self._index.mend(page, target)
        return self._front_of(found.rstrip("/")) if found and found.endswith("/") else found

    def _family(self, path: str) -> tuple[str, ...]:
        plans = self._plans_of.get(path, ())
        pages = (page for plan in plans for page in (plan.path, *(m.path for m in plan.members)))
        return tuple(dict.fromkeys(pages))

    def _name(
        self,
        links: dict[str, dict[str, str]],
        document: Document,
        reference: Reference,
        family: tuple[str, ...],
    ) -> None:
        page, written = document.path, reference.target
        if written.endswith("/"):
            folder = self._index.resolve_folder(page, written)
            front = self._front_of(folder) if folder else None
            if front and front != page:
                links.setdefault(page, {})[written] = front
                self._mention(document, reference, front)
            return
        if "/" not in written and is_any(_line(document, reference.line), written):
            return
        found = self._index.resolve_code(page, written, family)
        if found.path and found.path != page:
            links.setdefault(page, {})[written] = self._with_heading(found.path, written)
            self._mention(document, reference, found.path)
        elif found.candidates:
            self._note(page, reference, f"`{written}`", found.candidates)
        elif not found.path and is_role_name(plain_name(written)):
            self._note(page, reference, f"`{written}`", ())

    def _with_heading(self, path: str, written: str) -> str:
        """A page with the heading that a name says, if the page has it, perhaps with more words."""
        fragment = fragment_of(written).lower()
        if not fragment:
            return path
        document = self._documents.get(path)
        slugs = [_slug(section.title) for section in document.sections] if document else []
        longer = [slug for slug in slugs if slug.startswith(f"{fragment}-")]
        found = [fragment] if fragment in slugs else longer
        return f"{path}#{found[0]}" if len(found) == 1 else path

    def _front_of(self, folder: str) -> str | None:
        """The page that stands for a folder: its front page, its plan, or the only one in it."""
        pages = self._index.pages_in(folder)
        named = [path for path in pages if posixpath.basename(path).lower() in _FRONT]
        heads = [
            path for path in pages if any(p.path == path for p in self._plans_of.get(path, ()))
        ]
        found = next((group for group in (named, heads, pages) if group), [])
        return found[0] if len(found) == 1 else None

    def _is_head(self, path: str) -> bool:
        return any(plan.path == path for plan in self._plans_of.get(path, ()))

    def _link(self, document: Document, reference: Reference) -> None:
        """Mend a link that leads nowhere, where it is sure what it means."""
        page, target = document.path, reference.target
        known = self._index.resolve_link(page, target) or self._index.file_at(page, target)
        if known and known == self._index.leads_to(page, target):
            self._mention(document, reference, known)
            return
        if found := known or self._meant(page, target):
            self._mend(document, reference, found)
        elif source := self._index.source_of(page, target, self._exists):
            self.source_links.setdefault(page, {})[target] = source
        elif self._index.is_mounted(page) and is_relative(target):
            self.mended.setdefault(page, {})[target] = ""
            self._note_dead(page, reference)

    def _mend(self, document: Document, reference: Reference, found: str) -> None:
        named = self._with_heading(found, reference.target)
        self.mended.setdefault(document.path, {})[reference.target] = named
        self._mention(document, reference, found)

    def _mention(self, document: Document, reference: Reference, target: str) -> None:
        """Keep what a page of one plan says of a page of another one."""
        own, other = (
            {plan.path for plan in self._plans_of.get(path, ())} for path in (document.path, target)
        )
        if not other or own & other or document.path in self.backlinks[target]:
            return
        line = reference.line
        section = bisect_right([each.line for each in document.sections], line) - 1
        self.backlinks[target][document.path] = Backlink(
            Place(document.path, section if section >= 0 else None),
            line,
            plain_line(_line(document, line)),
        )

    def _placeholder(self, page: str, reference: Reference, family: tuple[str, ...]) -> None:
        role = placeholder_role(reference.target)
        if not role:
            return
        found = [path for path in family if self._roles.get(path) is role and path != page]
        if len(found) == 1:
            self.placeholders.setdefault(page, {})[reference.target] = found[0]
        else:
            self._note(page, reference, f"[{reference.target}]", tuple(found))

    def _note_dead(self, page: str, reference: Reference) -> None:
        self.diagnostics.append(
            Diagnostic(
                page,
                reference.line,
                f"the link to {reference.target} leads to no file of the repository, so it is text",
                "correct the path",
                topic=Topic.PAGES,
            )
        )

    def _note(
        self, page: str, reference: Reference, written: str, candidates: tuple[str, ...]
    ) -> None:
        problem = (
            "names no page of the site" if not candidates else "could mean any of these pages: "
        )
        self.diagnostics.append(
            Diagnostic(
                page,
                reference.line,
                f"{written} {problem}{', '.join(candidates)}, so it stays as it is",
                "write a Markdown link to the page that is meant",
                topic=Topic.PAGES,
            )
        )


def _line(document: Document, line: int) -> str:
    return document.body.split("\n")[line - 1]


def _slug(title: str) -> str:
    """The id that Markdown gives a heading, unless a site makes its own."""
    return _GAPS.sub("-", _SIGNS.sub("", title).strip().lower())
