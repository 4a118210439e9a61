"""Which pages `--dirty` must make again: those that say something of a page that has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.planning import Portfolio

if TYPE_CHECKING:
    from mkdocs.structure.files import File


Pages = dict[str, frozenset[str]]


def invalidate(files: Mapping[str, File], portfolio: Portfolio, before: Pages) -> None:
    """Have MkDocs make pages again whose own sources have not changed, but what they say has.

    Args:
        files: The site's pages, by their path.
        portfolio: Its plans.
        before: The pages of each plan in the last build, if it is known; then in this one.
    """
    now = {plan.path: frozenset(_pages_of(plan)) for plan in portfolio.plans}
    changed = [path for path, file in files.items() if file.is_modified()]
    # Where a page is gone, others do not tell of it any more.
    changed += [path for path, pages in now.items() if before and before.get(path) != pages]
    is_less = bool(before.keys() - now.keys())
    before.clear()
    before.update(now)
    for path in {reported for each in changed for reported in _telling_of(each, portfolio)}:
        files[path].is_modified = lambda: True  # type: ignore[method-assign]
    if changed or is_less:
        for path, document in portfolio.documents.items():
            if document.directives:
                files[path].is_modified = lambda: True  # type: ignore[method-assign]


def _pages_of(plan: Plan) -> Iterator[str]:
    yield plan.path
    yield from (member.path for member in plan.members)


def _telling_of(path: str, portfolio: Portfolio) -> Iterator[str]:
    """The pages that say something of a page: those of its plans, and those that it mentions."""
    for plan in portfolio.plans_of.get(path, ()):
        yield from _pages_of(plan)
    for other, found in portfolio.backlinks.items():
        if any(backlink.place.path == path for backlink in found):
            yield other
