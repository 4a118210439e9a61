"""Join pages that front matter names to plans: `spec: ../specs/checkout.md`, `plan: plan.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import NamedTuple, TypeGuard

from mkdocs_plan_plugin.model import Category, Diagnostic, Document, Role
from mkdocs_plan_plugin.planning.pages.grouping import PlanPages
from mkdocs_plan_plugin.planning.pages.page_index import PageIndex
from mkdocs_plan_plugin.reading.markdown import plan_settings

_KEYS = {
    **{role.value: role for role in Role if role not in (Role.PLAN, Role.NONE)},
    "specification": Role.SPEC,
    "specs": Role.SPEC,
    "requirements": Role.SPEC,
    "design": Role.SPEC,
    "contracts": Role.CONTRACT,
    "checklists": Role.CHECKLIST,
    "decisions": Role.DECISION,
    "adr": Role.DECISION,
    "adrs": Role.DECISION,
}


class _Named(NamedTuple):
    """A page that front matter names: its role in the plan, and its name as written."""

    role: Role
    written: str


def join_named_pages(
    groups: list[PlanPages],
    roles: MutableMapping[str, Role],
    documents: Mapping[str, Document],
    index: PageIndex,
) -> list[Diagnostic]:
    """Add the pages that front matter names to the plans, with the roles given there.

    Returns:
        A diagnostic for each name that matches no page.
    """
    heads = {group.head: group for group in groups}
    diagnostics = []
    for group in [*groups]:
        page = group.head
        for named in _named_in(documents[page]):
            found = _resolve(index, page, named.written)
            if not found:
                diagnostics.append(_unknown(page, named))
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
        role = _KEYS.get(key.lower().replace("_", "-"))
        for written in (value if isinstance(value, list) else [value]) if role else ():
            if role and _is_page(written):
                yield _Named(role, written)


def _is_page(written: object) -> TypeGuard[str]:
    """Whether a value is a page's name; other tools use the same keys for words and numbers."""
    return isinstance(written, str) and "://" not in written and written.lower().endswith(".md")


def _resolve(index: PageIndex, page: str, written: object) -> str | None:
    name = str(written)
    return index.resolve_link(page, name) or index.resolve_code(page, name, ()).path


def _is_plan(path: str, roles: Mapping[str, Role]) -> bool:
    return roles.get(path) is Role.PLAN


def _unknown(page: str, named: _Named) -> Diagnostic:
    return Diagnostic(
        page,
        1,
        f"'{named.role}' in front matter names {named.written}, which is not a page of the site",
        "write the path relative to this page or to the docs folder",
        category=Category.PAGES,
    )
