"""Files that are written to the site beside its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("plan")


def write_exports(
    files: Iterable[tuple[str, str]], folder: Path, taken: Collection[str], below: str
) -> None:
    """Write files below the site's folder, but none in the place of one that the site has itself.

    Args:
        files: Their paths from the site's root, and their texts.
        folder: The site's folder.
        taken: The paths of the site's own files.
        below: The folder of the site that they are written to.
    """
    root = folder.resolve()
    homes: dict[str, Path] = {}
    for place, text in files:
        path = posixpath.join(below, place)
        home, _, name = path.rpartition("/")
        if home not in homes:
            homes[home] = (root / home).resolve()
            if homes[home].is_relative_to(root):
                homes[home].mkdir(parents=True, exist_ok=True)
        if path in taken or not homes[home].is_relative_to(root):
            log.info(f"{path} is not written, for the site has such a file itself.")
            continue
        (homes[home] / name).write_bytes(text.encode())
