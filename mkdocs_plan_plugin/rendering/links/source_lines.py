"""The address of a line of a page's source, from the address at which the page is edited."""

from __future__ import annotations

from urllib.parse import quote

# How hosts name the view of a file and a line of it, by what the address of their editor holds.
_VIEWS = (
    ("/-/edit/", "/-/blob/", "#L{line}"),  # GitLab
    ("/_edit/", "/src/", "#L{line}"),  # Gitea, Forgejo
    ("?mode=edit", "", "#lines-{line}"),  # Bitbucket
    ("/edit/", "/blob/", "?plain=1#L{line}"),  # GitHub
    ("/-/blob/", "/-/blob/", "#L{line}"),
    ("/blob/", "/blob/", "?plain=1#L{line}"),
)


def line_url(edit_url: str) -> str | None:
    """Return the address of a line, with `{line}` for its number; None for hosts not known."""
    for editor, view, line in _VIEWS:
        if editor in edit_url:
            before, _, after = edit_url.replace("{", "%7B").replace("}", "%7D").partition(editor)
            return f"{before}{view}{after.partition('?')[0]}{line}"
    return None


def file_url(edit_url: str | None, page: str) -> str | None:
    """Return the address of a file of the repository, with `{path}` for its path from the root.

    Args:
        edit_url: Where a page is edited; None: nowhere.
        page: That page's path from the repository's root.
    """
    line = line_url(edit_url) if edit_url else None
    if not line:
        return None
    view = line.partition("{line}")[0].removesuffix("?plain=1#L").removesuffix("#L")
    view = view.removesuffix("#lines-")
    root = view.removesuffix(page) if view.endswith(page) else view.removesuffix(quote(page))
    return f"{root}{{path}}" if root.endswith("/") and "{" not in root else None
