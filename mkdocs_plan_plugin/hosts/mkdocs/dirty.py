"""The pages that `--dirty` has to rebuild because they show facts about a changed page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.planning import Portfolio

if TYPE_CHECKING:
    from mkdocs.structure.files import File


Pages = dict[str, frozenset[str]]


def invalidate(files: Mapping[str, File], portfolio: Portfolio, before: Pages) -> None:
    """Make MkDocs rebuild pages whose own source is unchanged, but not what they show.

    Args:
        files: The site's pages, by their path.
        portfolio: The site's plans.
        before: The pages of each plan in the last build, empty if unknown. Updated to this build.
    """
    now = {plan.path: frozenset(_pages_of(plan)) for plan in portfolio.plans}
    changed = [path for path, file in files.items() if file.is_modified()]
    # Where a page is gone, the plan's other pages must no longer show it.
    changed += [path for path, pages in now.items() if before and before.get(path) != pages]
    has_lost_plan = bool(before.keys() - now.keys())
    before.clear()
    before.update(now)
    for path in {dependent for each in changed for dependent in _dependents(each, portfolio)}:
        files[path].is_modified = lambda: True  # type: ignore[method-assign]
    if changed or has_lost_plan:
        for path, document in portfolio.documents.items():
            if document.directives:
                files[path].is_modified = lambda: True  # type: ignore[method-assign]


def _pages_of(plan: Plan) -> Iterator[str]:
    yield plan.path
    yield from (member.path for member in plan.members)


def _dependents(path: str, portfolio: Portfolio) -> Iterator[str]:
    """Yield the pages that show facts about a page: those of its plans, and those it mentions."""
    for plan in portfolio.plans_of.get(path, ()):
        yield from _pages_of(plan)
    for other, backlinks in portfolio.backlinks.items():
        if any(backlink.location.path == path for backlink in backlinks):
            yield other
