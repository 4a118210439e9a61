"""Drops front matter that was written for other tools and that this site's host cannot handle.

Another tool's `template: story` or `tags: a, b` would stop the build: the host expects the name of
a template, or a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any


def drop_unsupported_meta(meta: MutableMapping[str, Any], theme_dirs: Sequence[str]) -> str:
    """Remove values that the host and its plugins cannot handle.

    Args:
        meta: The front matter of a page; modified in place.
        theme_dirs: The folders of templates and icons.

    Returns:
        The names of the removed keys, quoted and separated by commas, or an empty text.
    """
    names = [
        name
        for name, is_valid in _VALIDATORS.items()
        if name in meta and not is_valid(meta[name], theme_dirs)
    ]
    for name in names:
        del meta[name]
    return ", ".join(map(repr, names))


def _is_template(value: object, folders: Sequence[str]) -> bool:
    return isinstance(value, str) and _exists(value, folders)


def _is_icon(value: object, folders: Sequence[str]) -> bool:
    return isinstance(value, str) and _exists(f".icons/{value}.svg", folders)


def _exists(name: str, folders: Sequence[str]) -> bool:
    return any(Path(folder, name).is_file() for folder in folders)


def _is_list(value: object, _: Sequence[str]) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_mapping(value: object, _: Sequence[str]) -> bool:
    return isinstance(value, dict)


_VALIDATORS: Mapping[str, Callable[[object, Sequence[str]], bool]] = {
    "template": _is_template,
    "icon": _is_icon,
    "hide": _is_list,
    "search": _is_mapping,
    "tags": _is_list,
}
"""What MkDocs, Material for MkDocs and their plugins accept."""
