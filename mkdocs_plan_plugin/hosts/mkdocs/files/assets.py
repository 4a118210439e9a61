"""Our style sheet and scripts as files of a site."""

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
    """Add the style sheet to a site, unless the site or its theme has one in its place."""
    path = f"{_ASSETS}/{_STYLE}"
    if path not in files.src_uris:
        files.append(File.generated(config, path, content=stylesheet().encode()))


def write_assets(folder: Path, theme_dirs: Iterable[str]) -> None:
    """Write our style sheet and scripts to the site, for a host that has no theme of ours."""
    for path, content in _assets_in(theme_dirs).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def asset_path(name: str, folders: Iterable[str]) -> str:
    """The path of a style or script on the site, with what makes browsers see that it changed."""
    path = f"{_ASSETS}/{name}"
    files = (file for folder in folders if (file := Path(folder, path)).is_file())
    found = next(files, None)
    content = found.read_bytes() if found else _made()[path]
    return f"{path}?v={hashlib.sha256(content).hexdigest()[:8]}"


def _assets_in(folders: Iterable[str]) -> dict[str, bytes]:
    """What is at the paths of our styles and scripts, in the first of the folders that has it."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for file in sorted(Path(folder, _ASSETS).glob("*.*")):
            found.setdefault(f"{_ASSETS}/{file.name}", file.read_bytes())
    return _made() | found


def _made() -> dict[str, bytes]:
    """What is in no folder."""
    return {f"{_ASSETS}/{_STYLE}": stylesheet().encode()}
