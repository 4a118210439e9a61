"""The links that the Markdown extension is to make on a page."""

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
    """What each reference becomes, by its kind and as it is written; nothing: it becomes text.

    Links that lead where they should as they are written are not among them.

    Args:
        page: The page's path.
        references: What its references mean.
        repository: Where the pages are in the repository.
        addresses: Where they are on the site.
    """

    def href_of(found: ResolvedReference) -> str | None:
        match found.state:
            case ReferenceState.BROKEN:
                return _AS_TEXT
            case ReferenceState.SOURCE:
                if url := addresses.file_url(page):
                    return url.format(path=_written(quote(found.path), found.fragment))
                # What is wrong in the docs folder is MkDocs' to tell; what has come from elsewhere
                # would make strict builds fail for links that are right where they were written.
                return _AS_TEXT if repository.is_mounted(page) else None
        # As Markdown writes it: to the source file, which MkDocs makes the page's address.
        return _written(quote(relative(page, found.path)), found.fragment)

    links: defaultdict[ReferenceKind, dict[str, str]] = defaultdict(dict)
    for (kind, written), found in references.items():
        is_right = kind is ReferenceKind.LINK and found.state is ReferenceState.EXACT
        href = None if is_right else href_of(found)
        if href is not None:
            links[kind][written] = href
    return links


def _written(path: str, fragment: str) -> str:
    return f"{path}#{quote(fragment)}" if fragment else path
