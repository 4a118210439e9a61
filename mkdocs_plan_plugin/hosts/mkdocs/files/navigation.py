"""The navigation's section of mounted pages, grouped by plan."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Section
from mkdocs.utils import nest_paths

from mkdocs_plan_plugin.model import Plan, Role
from mkdocs_plan_plugin.planning import Portfolio

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_ORDER = (
    *(Role.PLAN, Role.SPEC, Role.RESEARCH, Role.DATA_MODEL, Role.CONTRACT, Role.QUICKSTART),
    *(Role.TASKS, Role.WORK_PACKAGE, Role.CHECKLIST, Role.DECISION),
)
_NUMBER = re.compile(r"(\d+)")


class PlanNavigation:
    """A section of plans, each with its pages. Titles are escaped: themes render them as HTML.

    Args:
        pages: The pages of the section, by their path.
        portfolio: The plans.
        archive: The title of the section of archived plans.
    """

    def __init__(self, pages: Mapping[str, Page], portfolio: Portfolio, archive: str) -> None:
        self.sections: dict[str, Section] = {}
        """The sections of plans, by the path of the plan."""
        self._all = pages
        self._remaining = dict(pages)
        self._portfolio = portfolio
        self._archive = archive

    def add_to(self, nav: Navigation, title: str, index: Page | None) -> None:
        """Append the section to a navigation, unless that already has one of its pages."""
        if not self._remaining or any(page.file.src_uri in self._remaining for page in nav.pages):
            return
        section = Section(title, [*([index] if index else []), *self._items()])
        _adopt(section)
        nav.items.append(section)
        for page in _pages_in(section):
            if nav.pages:
                nav.pages[-1].next_page, page.previous_page = page, nav.pages[-1]
            nav.pages.append(page)

    def _items(self) -> Iterator[StructureItem]:
        yield from self._plans(self._portfolio.active)
        archived = [*self._plans(self._portfolio.archived)]
        prefix = len(posixpath.commonpath([*map(posixpath.dirname, self._all)]))
        rest = {path[prefix:].lstrip("/"): page for path, page in self._remaining.items()}
        nested = nest_paths(sorted(rest, key=natural))  # type: ignore[no-untyped-call]
        yield from _nested(nested, rest)
        if archived:
            yield Section(self._archive, archived)

    def _plans(self, plans: Iterable[Plan]) -> Iterator[StructureItem]:
        for plan in sorted(plans, key=lambda plan: natural(plan.path)):
            paths = [path for path in _paths_of(plan) if path in self._remaining]
            pages = [self._remaining.pop(path) for path in paths]
            if len(pages) > 1:
                self.sections[plan.path] = Section(escape(plan.title, quote=False), [*pages])
                yield self.sections[plan.path]
            else:
                yield from pages


def natural(path: str) -> list[tuple[int, str]]:
    """Return a key that sorts `2-b` before `10-a`."""
    parts = _NUMBER.split(path.lower())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _paths_of(plan: Plan) -> Sequence[str]:
    """Return the pages of a plan in reading order."""
    roles = {plan.path: Role.PLAN, **{member.path: member.role for member in plan.members}}
    return sorted(roles, key=lambda path: (_ORDER.index(roles[path]), natural(path)))


def _nested(data: object, pages: Mapping[str, Page]) -> Iterator[StructureItem]:
    """Yield pages, and sections for folders, nested as MkDocs does it."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            for title, children in item.items():
                yield Section(escape(title, quote=False), [*_nested(children, pages)])
        else:
            yield pages[str(item)]


def _adopt(section: Section) -> None:
    for child in section.children:
        child.parent = section
        if isinstance(child, Section):
            _adopt(child)


def _pages_in(section: Section) -> Iterator[Page]:
    for child in section.children:
        if isinstance(child, Section):
            yield from _pages_in(child)
        elif child.is_page:
            yield child  # type: ignore[misc]
