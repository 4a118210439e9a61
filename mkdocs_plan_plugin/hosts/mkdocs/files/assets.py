"""Adds the plugin's style sheet and scripts to a site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_plan_plugin.rendering import stylesheet

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ASSETS = "assets/plan"
_STYLE = "plan.css"


def add_style(files: Files, config: MkDocsConfig) -> None:
    """Add the style sheet to a site, unless the site or its theme overrides it."""
    path = f"{_ASSETS}/{_STYLE}"
    if path not in files.src_uris:
        files.append(File.generated(config, path, content=stylesheet().encode()))


def write_assets(folder: Path, theme_dirs: Iterable[str]) -> None:
    """Write the style sheet and scripts to a site whose host does not copy them from the theme."""
    for path, content in _assets_in(theme_dirs).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def asset_path(name: str, folders: Iterable[str]) -> str:
    """Return the path of a style or script on the site, with a hash so that browsers reload it."""
    path = f"{_ASSETS}/{name}"
    files = (each for folder in folders if (each := Path(folder, path)).is_file())
    file = next(files, None)
    content = file.read_bytes() if file else _generated()[path]
    return f"{path}?v={hashlib.sha256(content).hexdigest()[:8]}"


def _assets_in(folders: Iterable[str]) -> dict[str, bytes]:
    """Return the styles and scripts by path, each from the first folder that has it."""
    assets: dict[str, bytes] = {}
    for folder in folders:
        for file in sorted(Path(folder, _ASSETS).glob("*.*")):
            assets.setdefault(f"{_ASSETS}/{file.name}", file.read_bytes())
    return _generated() | assets


def _generated() -> dict[str, bytes]:
    """Return the assets that are not files of the theme."""
    return {f"{_ASSETS}/{_STYLE}": stylesheet().encode()}
