"""Specs and research that have changed since their plan, and what of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mkdocs_plan_plugin.model import (
    Category,
    Diagnostic,
    Document,
    Member,
    OutdatedSource,
    Role,
)
from mkdocs_plan_plugin.planning.progress import Past
from mkdocs_plan_plugin.reading import read_document

_BUILT_ON = (Role.SPEC, Role.RESEARCH)


def outdated_sources(
    pages: Iterable[Document],
    members: Iterable[Member],
    documents: Mapping[str, Document],
    past: Past,
) -> tuple[OutdatedSource, ...]:
    """Find the pages that a plan is built on and that have changed after it.

    Args:
        pages: The plan's own page and its task lists.
        members: Its other pages.
        documents: Every page of the site.
        past: What is known of their past.

    Returns:
        Such pages, if it is known when the plan itself changed last.
    """
    days = [file.last_activity for page in pages if (file := past.files.get(page.path))]
    if not days:
        return ()
    since = max(days)
    found = []
    for member in members:
        file = past.files.get(member.path) if member.role in _BUILT_ON else None
        if file and file.last_activity > since:
            ids = _changed(documents[member.path], since, past)
            found.append(OutdatedSource(member.path, file.last_activity, since, ids))
    return tuple(found)


def outdated_diagnostics(path: str, moved: Iterable[OutdatedSource]) -> Iterator[Diagnostic]:
    """Tell of each such page."""
    for each in moved:
        ids = f" ({', '.join(each.ids)})" if each.ids else ""
        yield Diagnostic(
            path,
            1,
            f"{each.path} changed on {each.day}{ids}, after the plan, which did on {each.since}",
            "look whether the plan still does what it should, and change it",
            category=Category.SPECS,
        )


def _changed(document: Document, since: date, past: Past) -> tuple[str, ...]:
    """The ids whose definitions say something else now, in order; those that are new as well."""
    before = past.earlier(document.path, since)
    if before is None:
        return ()
    old = _definitions(read_document(document.path, before, past.rules))
    new = _definitions(document)
    names = old | new
    keys = dict.fromkeys([*new, *old])
    return tuple(names[key][0] or key for key in keys if key not in old or old[key] != new.get(key))


def _definitions(document: Document) -> dict[str, tuple[str, str]]:
    """What each id is written as, and what stands there."""
    found: dict[str, tuple[str, str]] = {}
    for each in document.ids.definitions:
        found.setdefault(each.key, (each.written, each.text))
    return found
