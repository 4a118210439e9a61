"""Join the pages that front matter names: `spec: ../specs/checkout.md`, `plan: plan.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import NamedTuple, TypeGuard

from mkdocs_plan_plugin.model import Category, Diagnostic, Document, Role
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages
from mkdocs_plan_plugin.planning.pages.page_index import PageIndex
from mkdocs_plan_plugin.reading.lexicon.front_matter import PAGE_ROLES
from mkdocs_plan_plugin.reading.markdown import plan_settings


class _Named(NamedTuple):
    """A page that front matter names: the key, the page's role and its name as written."""

    key: str
    role: Role
    written: str


def join_named_pages(
    groups: list[PlanPages],
    roles: MutableMapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> list[Diagnostic]:
    """Add the pages that front matter names to the plans, with the roles it gives them.

    Returns:
        Diagnostics for names without a page.
    """
    heads = {group.head: group for group in groups}
    diagnostics = []
    for group in [*groups]:
        page = group.head
        for named in _named_in(documents[page]):
            found = _resolve(index, page, named.written)
            if not found:
                diagnostics.append(_unknown(documents[page], named))
            elif found != page and not _is_plan(found, roles):
                group.members[found] = roles[found] = named.role
                if other := heads.pop(found, None):  # a task list that was a plan by itself
                    group.members.update(other.members)
                    groups.remove(other)
    for path, role in roles.items():
        written = documents[path].meta.get("plan")
        owner = _resolve(index, path, written) if _is_page(written) else None
        if owner in heads and owner != path and role is not Role.PLAN:
            heads[owner].members[path] = role
    return diagnostics


def _named_in(document: Document) -> Iterator[_Named]:
    for key, value in {**document.meta, **plan_settings(document.meta)}.items():
        role = PAGE_ROLES.get(key.lower().replace("_", "-"))
        for written in (value if isinstance(value, list) else [value]) if role else ():
            if role and _is_page(written):
                yield _Named(key, role, written)


def _is_page(written: object) -> TypeGuard[str]:
    """Return whether a value is the name of a page; other tools have words and numbers there."""
    return isinstance(written, str) and "://" not in written and written.lower().endswith(".md")


def _resolve(index: PageIndex, page: str, written: object) -> str | None:
    name = str(written)
    return index.resolve_link(page, name) or index.resolve_code(page, name, ()).path


def _is_plan(path: str, roles: Mapping[str, Role]) -> bool:
    return roles.get(path) is Role.PLAN


def _unknown(document: Document, named: _Named) -> Diagnostic:
    is_below = named.key in plan_settings(document.meta)
    key = f"plan.{named.key}" if is_below else named.key
    return Diagnostic(
        document.path,
        document.key_lines.get(key, 1),
        f"front matter key '{key}': no page {named.written!r}",
        "write the path of the page relative to this one or to the docs folder",
        category=Category.PAGES,
    )
