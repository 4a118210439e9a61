"""Creates the Markdown extension's input for each page, before it is rendered."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mkdocs_plan_plugin.hosts.markdown import RenderedPage
from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses
from mkdocs_plan_plugin.hosts.mkdocs.pages.defined_ids import defined_ids
from mkdocs_plan_plugin.hosts.mkdocs.pages.links import links_of
from mkdocs_plan_plugin.hosts.mkdocs.pages.reader import PageReader
from mkdocs_plan_plugin.model import Document, Plan
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import SourceMap
from mkdocs_plan_plugin.rendering import Words

_LONGEST_TIME = 40
"""In letters, such as `2026-09-07 to 2026-09-25 (3 weeks)`; a longer one is prose."""


class PagePreparer:
    """Prepares pages, after all of them are read.

    Args:
        portfolio: The site's plans.
        reader: Reads pages again that other plugins change.
        repository: Maps pages to their files in the repository.
        addresses: The URLs of the pages.
        on_github: The pages that are rendered as on GitHub.
        words: The texts of the widgets.
        folds_schedule: Whether the text that a chart beside it was read from is folded.
    """

    def __init__(
        self,
        portfolio: Portfolio,
        reader: PageReader,
        repository: SourceMap,
        addresses: Addresses,
        on_github: Collection[str],
        words: Words,
        *,
        folds_schedule: bool,
    ) -> None:
        self._portfolio = portfolio
        self._reader = reader
        self._repository = repository
        self._addresses = addresses
        self._on_github = on_github
        self._words = words
        self._folds_schedule = folds_schedule

    def prepare(self, path: str) -> RenderedPage | None:
        """Return a page's input; None if the extension has nothing to do on it."""
        portfolio = self._portfolio
        if path not in portfolio.documents:
            return None
        is_github = path in self._on_github
        references = portfolio.references.get(path, {})
        links = links_of(path, references, self._repository, self._addresses)
        if not (is_github or links or path in portfolio.plans_of or path in portfolio.ids):
            return None
        document, plan = portfolio.documents[path], portfolio.headed_by(path)
        marked = portfolio.marked_sections(path)
        return RenderedPage(
            reread=lambda text: self._reread(path, text),
            sections=document.sections if plan or marked else (),
            marked=marked,
            tasks=document.tasks if path in portfolio.plans_of else (),
            body=document.body,
            is_github=is_github,
            links=links,
            defined_ids=defined_ids(path, portfolio),
            written=_charted_rows(document, plan) if self._folds_schedule and plan else {},
            words=self._words,
        )

    def _reread(self, path: str, text: str) -> Document | None:
        """Read a page again if macros or snippets have changed its text."""
        document = self._portfolio.documents[path]
        if _same_text(text, document.body):
            return None
        return self._reader.reread(path, document.meta, text, document.key_lines)


def _charted_rows(document: Document, plan: Plan) -> Mapping[int, int]:
    """Return the rows that the chart below the timeline's heading shows, by line."""
    section = document.timeline_section
    is_drawn = plan.schedule and any(bar.start is not None for bar in plan.schedule.bars)
    if section is None or not is_drawn:
        return {}
    written = document.schedule
    entries = [*written.entries, *((written.total,) if written.total else ())]
    return {
        entry.line: len(entry.name) + min(len(entry.written), _LONGEST_TIME)
        for entry in entries
        if entry.section == section
    }


def _same_text(one: str, other: str) -> bool:
    """Return whether two texts are equal, ignoring trailing spaces and surrounding blank lines."""
    lines = ([line.rstrip() for line in text.strip("\n").split("\n")] for text in (one, other))
    return one.strip("\n") == other.strip("\n") or next(lines) == next(lines)
