"""The page of a site's plans, for sites that have none of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def add_index(files: Files, config: MkDocsConfig, path: str, text: str) -> str:
    """Add a page with this Markdown to a site, if its place is free.

    It is part of a navigation that MkDocs makes, but not of one that the site's author has written.

    Returns:
        What the author should know, or nothing.
    """
    known = files.src_uris.keys()
    if path.endswith("/"):
        # The same address; but a page alone in a folder would be a section of its own.
        has_pages = any(uri.startswith(path) for uri in known)
        path = f"{path}index.md" if has_pages else f"{path.rstrip('/')}.md"
    if taken := {path, path.removesuffix("index.md") + "README.md"} & known:
        return (
            f"There is no page of all plans, for the site has {min(taken)} already. Write"
            " '<!-- plan:overview -->' on it, or give the page another path by the option 'index'."
        )
    is_written = config.nav is not None
    inclusion = InclusionLevel.NOT_IN_NAV if is_written else InclusionLevel.INCLUDED
    file = File.generated(config, path, content=text, inclusion=inclusion)
    files.append(file)
    if not is_written:
        return ""
    return (
        f"The page of all plans is at {file.url or './'}, and not in the navigation. Add {path} to"
        " 'nav' to have it there."
    )
