"""Front matter of pages from elsewhere, which others than this site's host have written for.

A tool's `template: story` or `tags: a, b` would end the build, for the host looks for such a file,
or for a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any


def drop_unsupported_meta(meta: MutableMapping[str, Any], theme_dirs: Sequence[str]) -> str:
    """Take out what the host and its plugins can't read.

    Args:
        meta: The front matter of a page; it is changed.
        theme_dirs: Where templates and icons are looked for.

    Returns:
        The names of what was taken out, or nothing.
    """
    names = [
        name for name, fits in _FITS.items() if name in meta and not fits(meta[name], theme_dirs)
    ]
    for name in names:
        del meta[name]
    return ", ".join(map(repr, names))


def _is_template(value: object, folders: Sequence[str]) -> bool:
    return isinstance(value, str) and _is_there(value, folders)


def _is_icon(value: object, folders: Sequence[str]) -> bool:
    return isinstance(value, str) and _is_there(f".icons/{value}.svg", folders)


def _is_there(name: str, folders: Sequence[str]) -> bool:
    return any(Path(folder, name).is_file() for folder in folders)


def _is_list(value: object, _: Sequence[str]) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_mapping(value: object, _: Sequence[str]) -> bool:
    return isinstance(value, dict)


_FITS: Mapping[str, Callable[[object, Sequence[str]], bool]] = {
    "template": _is_template,
    "icon": _is_icon,
    "hide": _is_list,
    "search": _is_mapping,
    "tags": _is_list,
}
"""What each is for MkDocs, Material for MkDocs, and their plugins."""
