"""Derive the URL of a line of a page's source from the page's edit URL."""

from __future__ import annotations

from urllib.parse import quote

# The paths of editor and viewer on Git hosts, and how they address a line.
_VIEWS = (
    ("/-/edit/", "/-/blob/", "#L{line}"),  # GitLab
    ("/_edit/", "/src/", "#L{line}"),  # Gitea, Forgejo
    ("?mode=edit", "", "#lines-{line}"),  # Bitbucket
    ("/edit/", "/blob/", "?plain=1#L{line}"),  # GitHub
    ("/-/blob/", "/-/blob/", "#L{line}"),
    ("/blob/", "/blob/", "?plain=1#L{line}"),
)


# MkDocs writes these as they are, and they would end the path.
_UNQUOTED = str.maketrans({sign: quote(sign) for sign in '%#?"<> '})


def with_quoted_path(edit_url: str, path: str) -> str:
    """Return the edit URL of a page with its path from the repository's root quoted."""
    quoted = path.translate(_UNQUOTED)
    return edit_url.removesuffix(path) + quoted if edit_url.endswith(path) else edit_url


def line_url(edit_url: str) -> str | None:
    """Return the URL of a line, with `{line}` for its number; None for unknown hosts."""
    for editor, view, line in _VIEWS:
        if editor in edit_url:
            before, _, after = edit_url.replace("{", "%7B").replace("}", "%7D").partition(editor)
            return f"{before}{view}{after.partition('?')[0]}{line}"
    return None


def file_url(edit_url: str | None, page: str) -> str | None:
    """Return the URL of a file in the repository, with `{path}` for its path from the root.

    Args:
        edit_url: The edit URL of a page, if it has one.
        page: That page's path from the repository's root.
    """
    line = line_url(edit_url) if edit_url else None
    if not line:
        return None
    view = line.partition("{line}")[0].removesuffix("?plain=1#L").removesuffix("#L")
    view = view.removesuffix("#lines-")
    spellings = (page, page.translate(_UNQUOTED), quote(page))
    own = next((each for each in spellings if view.endswith(each)), "")
    root = view.removesuffix(own)
    return f"{root}{{path}}" if root.endswith("/") and "{" not in root else None
