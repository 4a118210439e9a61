"""The links that the Markdown extension creates or repairs on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import quote

from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses
from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.planning.links import PageReferences, ReferenceState, ResolvedReference
from mkdocs_plan_plugin.planning.pages import SourceMap, relative

_AS_TEXT = ""


def links_of(
    page: str, references: PageReferences, repository: SourceMap, addresses: Addresses
) -> Mapping[ReferenceKind, Mapping[str, str]]:
    """Return the target of each reference, by its kind and as written; empty: it becomes text.

    Links that are correct as written are omitted.

    Args:
        page: The page's path.
        references: The resolved references of the page.
        repository: Maps pages to their files in the repository.
        addresses: The URLs of the pages.
    """

    def href_of(resolved: ResolvedReference) -> str | None:
        match resolved.state:
            case ReferenceState.BROKEN:
                return _AS_TEXT
            case ReferenceState.SOURCE:
                if url := addresses.file_url(page):
                    return url.format(path=_with_fragment(quote(resolved.path), resolved.fragment))
                # MkDocs reports broken links in the docs folder itself. On mounted pages they would
                # make strict builds fail although they are correct in the repository.
                return _AS_TEXT if repository.is_mounted(page) else None
        # A link to the source file, as in Markdown: MkDocs turns it into the page's URL. The
        # fragment becomes the id of a heading when all pages are rendered.
        return _with_fragment(quote(relative(page, resolved.path)), resolved.fragment)

    links: defaultdict[ReferenceKind, dict[str, str]] = defaultdict(dict)
    for (kind, written), resolved in references.items():
        is_exact = kind is ReferenceKind.LINK and resolved.state is ReferenceState.EXACT
        is_correct = is_exact and not resolved.fragment
        href = None if is_correct else href_of(resolved)
        if href is not None:
            links[kind][written] = href
    return links


def _with_fragment(path: str, fragment: str) -> str:
    return f"{path}#{quote(fragment)}" if fragment else path
