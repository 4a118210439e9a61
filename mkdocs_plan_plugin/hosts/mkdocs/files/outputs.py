"""Writes the exports to the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from mkdocs_plan_plugin.hosts.mkdocs.reporter import message

log = get_plugin_logger("plan")


def write_exports(
    files: Iterable[tuple[str, str]], folder: Path, taken: Collection[str], below: str
) -> None:
    """Write files to the site's folder, but do not overwrite the site's own files.

    Args:
        files: The paths of the files, and their texts.
        folder: The site's folder.
        taken: The paths of the site's own files.
        below: The folder within the site that the paths start from.
    """
    root = folder.resolve()
    parents: dict[str, Path] = {}
    for relative_path, text in files:
        path = posixpath.join(below, relative_path)
        parent, _, name = path.rpartition("/")
        if parent not in parents:
            parents[parent] = (root / parent).resolve()
            if parents[parent].is_relative_to(root):
                parents[parent].mkdir(parents=True, exist_ok=True)
        if path in taken or not parents[parent].is_relative_to(root):
            problem = f"{path} is not exported because the site already has this file"
            log.info(message(problem, "rename the file, or change the option 'exports'"))
            continue
        (parents[parent] / name).write_bytes(text.encode())
