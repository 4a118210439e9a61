"""What the Markdown extension is to know of a page before it is rendered."""

from __future__ import annotations

from collections.abc import Collection

from mkdocs_plan_plugin.build.addresses import Addresses
from mkdocs_plan_plugin.build.defined_ids import defined_ids
from mkdocs_plan_plugin.build.page_links import links_of
from mkdocs_plan_plugin.build.page_reader import PageReader
from mkdocs_plan_plugin.extension import RenderedPage
from mkdocs_plan_plugin.model import Document, NormalizedText
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
        portfolio = self._portfolio
        if path not in portfolio.documents:
            return None
        normalizes = path in self._shown_as_on_github
        references = portfolio.references.get(path, {})
        links = links_of(path, references, self._repository, self._addresses)
        if not (normalizes or links or path in portfolio.plans_of or path in portfolio.ids):
            return None
        document, plan = portfolio.documents[path], portfolio.headed_by(path)
        marked = portfolio.marked_sections(path)
        return RenderedPage(
            reread=lambda text: self._reread(path, text),
            sections=document.sections if plan or marked else (),
            marked=marked,
            tasks=document.tasks if path in portfolio.plans_of else (),
            normalize=(lambda text: self._normalized(path, text)) if normalizes else None,
            links=links,
            defined_ids=defined_ids(path, portfolio),
            id_rules=self._id_rules,
            words=self._words,
        )

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


def _same_text(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most, which Python-Markdown evens."""
    return one.strip() == other.strip() or "".join(one.split()) == "".join(other.split())
