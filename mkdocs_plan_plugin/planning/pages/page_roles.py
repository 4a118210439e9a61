"""Determine the role of each page from its content, its name and the other pages in its folder."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping

from mkdocs_plan_plugin.model import Diagnostic, Document, Role
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.reading import RoleRules, role_of
from mkdocs_plan_plugin.reading.pages import unknown_plan_keys


def decide_roles(
    documents: Mapping[str, Document], rules: RoleRules, repository: SourceMap
) -> tuple[dict[str, Role], list[Diagnostic]]:
    """Return the role of each page that has one, by path in order, and diagnostics of `plan:`."""
    siblings: defaultdict[str, set[str]] = defaultdict(set)
    for path in documents:
        siblings[posixpath.dirname(path)].add(posixpath.basename(path).lower())
    names = {folder: frozenset(found) for folder, found in siblings.items()}
    roles: dict[str, Role] = {}
    diagnostics = []
    # A roadmap may group plans by any key: `<!-- plan:roadmap team -->`.
    grouping = {each.argument for document in documents.values() for each in document.directives}
    for path, document in sorted(documents.items()):
        siblings_of = names[posixpath.dirname(path)]
        source = repository.source_of(path) if repository.is_mounted(path) else ""
        role, wrong = role_of(document, rules, siblings_of, source)
        if role is not Role.NONE:
            roles[path] = role
        if wrong:
            diagnostics.append(wrong)
        if path in roles or rules.admits(path, source or path):
            diagnostics += unknown_plan_keys(document, grouping)
    return roles, diagnostics
