"""What the Markdown extension is to know of a page before it is rendered."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import quote

from mkdocs_plan_plugin.build.addresses import Addresses
from mkdocs_plan_plugin.build.defined_ids import defined_ids
from mkdocs_plan_plugin.build.page_reader import PageReader
from mkdocs_plan_plugin.extension import RenderedPage
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning.links import relative
from mkdocs_plan_plugin.planning.repository import Repository
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.rendering import Words


class PagePreparer:
    """Prepares pages, once all of them are read.

    Args:
        portfolio: The site's plans.
        reader: Reads pages again that other plugins change.
        repository: Where the pages are in the repository.
        addresses: Where they are on the site.
        on_github: The pages that are shown as GitHub shows them.
        words: The words of the widgets.
    """

    def __init__(
        self,
        portfolio: Portfolio,
        reader: PageReader,
        repository: Repository,
        addresses: Addresses,
        on_github: Collection[str],
        words: Words,
    ) -> None:
        self._portfolio = portfolio
        self._reader = reader
        self._repository = repository
        self._addresses = addresses
        self._on_github = on_github
        self._words = words

    def prepare(self, path: str) -> RenderedPage | None:
        """What a page is rendered with; None: there is nothing to do on it."""
        is_github = path in self._on_github
        portfolio = self._portfolio
        if not (is_github or self._is_asked(path)) or path not in portfolio.documents:
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
            code_links=_hrefs(path, portfolio.code_links.get(path, {})),
            name_links=_hrefs(path, portfolio.name_links.get(path, {})),
            mended=self._mended(path),
            placeholders=_hrefs(path, portfolio.placeholders.get(path, {})),
            defined_ids=defined_ids(path, portfolio),
            words=self._words,
        )

    def _is_asked(self, path: str) -> bool:
        known = self._portfolio
        return any(
            path in pages
            for pages in (
                known.plans_of,
                known.ids,
                known.code_links,
                known.name_links,
                known.mended,
                known.source_links,
            )
        )

    def _mended(self, path: str) -> dict[str, str]:
        """Where links lead that lead nowhere as they are written: to pages, or to the source."""
        found = _hrefs(path, self._portfolio.mended.get(path, {}))
        sources = self._portfolio.source_links.get(path, {})
        url = self._addresses.file_url(path) if sources else None
        if url:
            return found | {
                written: url.format(path=quote(name, safe="/#"))
                for written, name in sources.items()
            }
        # What is wrong in the docs folder is MkDocs' to tell; what has come from elsewhere would
        # make strict builds fail for links that are right where they were written.
        return found | (dict.fromkeys(sources, "") if self._repository.is_mounted(path) else {})

    def _reread(self, path: str, text: str) -> Document | None:
        """Read a page again when its final text is not the file's: macros, snippets."""
        document = self._portfolio.documents[path]
        if _same_text(text, document.body):
            return None
        return self._reader.reread(path, document.meta, text)


def _hrefs(page: str, links: Mapping[str, str]) -> dict[str, str]:
    """Links as Markdown writes them: to the source file, which MkDocs makes the page's address."""
    return {written: _href(page, path) if path else "" for written, path in links.items()}


def _href(page: str, target: str) -> str:
    path, sign, heading = target.partition("#")
    return f"{quote(relative(page, path))}{sign}{quote(heading)}"


def _same_text(one: str, other: str) -> bool:
    """Whether two texts have the same lines, but for spaces at their ends and blank ones around."""
    lines = ([line.rstrip() for line in text.strip("\n").split("\n")] for text in (one, other))
    return one.strip("\n") == other.strip("\n") or next(lines) == next(lines)
