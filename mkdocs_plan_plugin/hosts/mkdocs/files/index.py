"""Adds the overview of all plans to sites that have no page for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from mkdocs_plan_plugin.hosts.mkdocs.reporter import message

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.hosts.mkdocs.files.languages import Languages


def index_path(files: Files, path: str, *, is_in_section: bool) -> str:
    """Return the path of the overview's page; `path` may be that of its folder.

    The URL is the same, but a page alone in a folder would become a section of its own.
    """
    if not path.endswith("/"):
        return path
    known = files.src_uris.keys()
    if not any(uri.startswith(path) for uri in known):
        return f"{path.rstrip('/')}.md"
    has_index = is_in_section and _index_pages(path) & known
    return f"{path}{'overview.md' if has_index else 'index.md'}"


def add_index(
    files: Files,
    config: MkDocsConfig,
    languages: Languages,
    path: str,
    text: str,
    *,
    is_in_section: bool,
) -> tuple[File | None, str]:
    """Add a page with the given Markdown to a site, if its path is free.

    An automatic navigation includes it; one that the site's author has written does not.

    Args:
        files: The site's files.
        config: The site's configuration.
        languages: The site's languages.
        path: The path of the page.
        text: The page's Markdown.
        is_in_section: Whether the navigation's section of plans will include it.

    Returns:
        The page, or None if it was not added, and a message for the author, or an empty text.
    """
    known = files.src_uris.keys()
    same_url = _index_pages(path.removesuffix("index.md")) if path.endswith("index.md") else set()
    if taken := ({path} | same_url) & known:
        problem = "the overview of all plans is not added because the site already has this page"
        fix = "write '<!-- plan:overview -->' on it, or set the option 'index' to another path"
        return None, message(problem, fix, f"{min(taken)}:1")
    is_written = config.nav is not None
    is_excluded = is_written or is_in_section
    inclusion = InclusionLevel.NOT_IN_NAV if is_excluded else InclusionLevel.INCLUDED
    file = File.generated(config, path, content=text, inclusion=inclusion)
    languages.place(file, config)
    files.append(file)
    if is_in_section or not is_written:
        return file, ""
    problem = f"the overview of all plans at {file.url or './'} is not in the navigation"
    return file, message(problem, f"add {path} to 'nav'")


def _index_pages(folder: str) -> set[str]:
    """Return the paths of pages that have a folder's URL."""
    return {f"{folder}index.md", f"{folder}README.md"}
