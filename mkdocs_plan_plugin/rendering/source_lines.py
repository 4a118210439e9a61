"""The address of a line of a page's source, from the address at which the page is edited."""

from __future__ import annotations

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
