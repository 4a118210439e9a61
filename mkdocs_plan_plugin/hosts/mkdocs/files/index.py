"""The page of a site's plans, for sites that have none of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.hosts.mkdocs.files.languages import Languages


def add_index(
    files: Files,
    config: MkDocsConfig,
    languages: Languages,
    path: str,
    text: str,
    *,
    is_placed: bool,
) -> tuple[File | None, str]:
    """Add a page with this Markdown to a site, if its place is free.

    It is part of a navigation that MkDocs makes, but not of one that the site's author has written.

    Args:
        files: The site's files.
        config: The site's configuration.
        languages: The site's languages.
        path: Where the page is wanted: a page, or a folder.
        text: Its Markdown.
        is_placed: Whether somebody else puts it into the navigation.

    Returns:
        The page, if there is one now, and what the author should know, or nothing.
    """
    known = files.src_uris.keys()
    if path.endswith("/"):
        # The same address; but a page alone in a folder would be a section of its own.
        has_pages = any(uri.startswith(path) for uri in known)
        front = f"{path}overview.md" if is_placed and _fronts(path) & known else f"{path}index.md"
        path = front if has_pages else f"{path.rstrip('/')}.md"
    fronts = _fronts(path.removesuffix("index.md")) if path.endswith("index.md") else set()
    if taken := ({path} | fronts) & known:
        return None, (
            f"There is no page of all plans, for the site has {min(taken)} already. Write"
            " '<!-- plan:overview -->' on it, or give the page another path by the option 'index'."
        )
    is_written = config.nav is not None
    is_left_out = is_written or is_placed
    inclusion = InclusionLevel.NOT_IN_NAV if is_left_out else InclusionLevel.INCLUDED
    file = File.generated(config, path, content=text, inclusion=inclusion)
    languages.place(file, config)
    files.append(file)
    if is_placed or not is_written:
        return file, ""
    return file, (
        f"The page of all plans is at {file.url or './'}, and not in the navigation. Add {path} to"
        " 'nav' to have it there."
    )


def _fronts(folder: str) -> set[str]:
    """The pages that stand for a folder."""
    return {f"{folder}index.md", f"{folder}README.md"}
