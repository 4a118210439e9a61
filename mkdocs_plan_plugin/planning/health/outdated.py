"""Find specs and research that have changed since their plan did, and which ids changed."""

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
    """Find a plan's specs and research that have changed since the plan's last change.

    Args:
        pages: The plan's own page and its task lists.
        members: Its other pages.
        documents: Every page of the site.
        past: The history of the pages.

    Returns:
        The changed pages; empty if the plan has no history.
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


def outdated_diagnostics(path: str, outdated: Iterable[OutdatedSource]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each outdated source of the plan at `path`."""
    for each in outdated:
        ids = f" ({', '.join(each.ids)})" if each.ids else ""
        yield Diagnostic(
            path,
            1,
            f"{each.path} changed on {each.day}{ids}, after the plan's last change on {each.since}",
            "review the change and update the plan",
            category=Category.SPECS,
        )


def _changed(document: Document, since: date, past: Past) -> tuple[str, ...]:
    """The ids whose definitions were added, changed or removed since a day, in order."""
    before = past.earlier(document.path, since)
    if before is None:
        return ()
    old = _definitions(read_document(document.path, before, past.rules))
    new = _definitions(document)
    names = old | new
    keys = dict.fromkeys([*new, *old])
    return tuple(names[key][0] or key for key in keys if key not in old or old[key] != new.get(key))


def _definitions(document: Document) -> dict[str, tuple[str, str]]:
    """The spelling and the text of each definition, by key."""
    found: dict[str, tuple[str, str]] = {}
    for each in document.ids.definitions:
        found.setdefault(each.key, (each.written, each.text))
    return found
