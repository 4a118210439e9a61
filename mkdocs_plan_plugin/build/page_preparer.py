"""What the Markdown extension is to know of a page before it is rendered."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import quote

from mkdocs_plan_plugin.build.addresses import Addresses
from mkdocs_plan_plugin.build.defined_ids import defined_ids
from mkdocs_plan_plugin.build.page_reader import PageReader
from mkdocs_plan_plugin.extension import RenderedPage
from mkdocs_plan_plugin.model import Document, NormalizedText
from mkdocs_plan_plugin.planning.links import relative
from mkdocs_plan_plugin.planning.repository import Repository
from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.reading.ids import IdRules
from mkdocs_plan_plugin.reading.normalize import even, normalize
from mkdocs_plan_plugin.rendering import Words


class PagePreparer:
    """Prepares pages, once all of them are read.

    Args:
        portfolio: The site's plans.
        reader: Reads pages again that other plugins change.
        repository: Where the pages are in the repository.
        addresses: Where they are on the site.
        normalized: The pages that are shown as on GitHub.
        id_rules: The site's own ids.
        words: The words of the widgets.
    """

    def __init__(
        self,
        portfolio: Portfolio,
        reader: PageReader,
        repository: Repository,
        addresses: Addresses,
        normalized: Collection[str],
        id_rules: IdRules,
        words: Words,
    ) -> None:
        self._portfolio = portfolio
        self._reader = reader
        self._repository = repository
        self._addresses = addresses
        self._shown_as_on_github = normalized
        self._id_rules = id_rules
        self._words = words

    def prepare(self, path: str) -> RenderedPage | None:
        """What a page is rendered with; None: there is nothing to do on it."""
        normalizes = path in self._shown_as_on_github
        portfolio = self._portfolio
        if not (normalizes or self._is_asked(path)) or path not in portfolio.documents:
            return None
        document, plan = portfolio.documents[path], portfolio.headed_by(path)
        marked = portfolio.marked_sections(path)
        return RenderedPage(
            reread=lambda text: self._reread(path, text),
            sections=document.sections if plan or marked else (),
            marked=marked,
            tasks=document.tasks if path in portfolio.plans_of else (),
            normalize=(lambda text: self._normalized(path, text)) if normalizes else None,
            code_links=_hrefs(path, portfolio.code_links.get(path, {})),
            name_links=_hrefs(path, portfolio.name_links.get(path, {})),
            mended=self._mended(path),
            placeholders=_hrefs(path, portfolio.placeholders.get(path, {})),
            defined_ids=defined_ids(path, portfolio),
            id_rules=self._id_rules,
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

    def _normalized(self, path: str, text: str) -> NormalizedText:
        """The normalised text of a page: that of its file, unless macros or the like changed it."""
        document = self._reader.changed.get(path) or self._portfolio.documents[path]
        if document.normalized and text.strip("\n") == document.body.strip("\n"):
            return document.normalized
        return normalize(even(text))

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
    """Whether two texts differ in white space at most, which Python-Markdown evens."""
    return one.strip() == other.strip() or "".join(one.split()) == "".join(other.split())
