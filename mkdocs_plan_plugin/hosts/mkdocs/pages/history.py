"""Reads the Git history of a site's pages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_build_datetime

from mkdocs_plan_plugin.hosts.mkdocs.site_history import SiteHistory, Source, history_of_site
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.reading import TaskRules, decode
from mkdocs_plan_plugin.reading.pages import is_role_name

if TYPE_CHECKING:
    from mkdocs.structure.files import File

log = get_plugin_logger("plan")


def history_of_pages(
    home: Path, files: Mapping[str, File], documents: Mapping[str, Document], rules: TaskRules
) -> SiteHistory:
    """Return the history of the pages that have tasks or are named like parts of plans.

    Args:
        home: The folder of mkdocs.yml.
        files: The site's pages, by their path.
        documents: The content of the pages, by their path.
        rules: How tasks and checks are read.
    """
    real_folder = cache(os.path.realpath)

    def real(file: str) -> str:
        """Return the path by which Git knows a file: its folder may be a symbolic link."""
        return os.path.join(real_folder(os.path.dirname(file)), os.path.basename(file))

    sources = {
        path: Source(
            real(file.abs_src_path),
            lambda file=file: decode(file.content_bytes),  # type: ignore[misc]
            bool(documents[path].tasks),
        )
        for path, file in files.items()
        if file.abs_src_path and path in documents and (documents[path].tasks or is_role_name(path))
    }
    history = history_of_site(home.resolve(), sources, get_build_datetime().date(), rules)
    if history.note:
        log.info(history.note)
    return history
