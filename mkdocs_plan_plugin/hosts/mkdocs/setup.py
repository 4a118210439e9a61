"""What the plugin adds to a site's configuration: templates, style, scripts, Markdown extension."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.hosts.markdown import PlanExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_TEMPLATES = str(Path(__file__).parents[2] / "templates")
_ASSETS = "assets/plan"
TASK_LISTS = "pymdownx.tasklist"
_KNOWN = ("tasklist", "checklist")


def prepare_config(config: MkDocsConfig) -> PlanExtension:
    """Add our templates, style and Markdown extension, and task lists if the site has none."""
    if _TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(_TEMPLATES)
    style = asset_path("plan.css", config.theme.dirs)
    if style not in config.extra_css:
        config.extra_css.insert(0, style)  # so that the user's own styles come after it
    extensions: list[Any] = config.markdown_extensions  # names, and extensions themselves
    if not has_task_lists(extensions):
        extensions.append(TASK_LISTS)
    ours = next((found for found in extensions if isinstance(found, PlanExtension)), None)
    if ours is None:
        ours = PlanExtension()
        extensions.append(ours)
    return ours


def has_task_lists(extensions: Iterable[Any]) -> bool:
    """Whether one of a site's Markdown extensions shows task lists."""
    return any(word in str(name) for name in extensions for word in _KNOWN)


def assets_in(folders: Iterable[str]) -> list[tuple[str, Path]]:
    """Our styles and scripts: their paths on the site, and where they are."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(Path(folder, _ASSETS).glob("*.*")):
            found.setdefault(f"{_ASSETS}/{file.name}", file)
    return [*found.items()]


def asset_path(name: str, folders: Iterable[str]) -> str:
    """The path of a style or script on the site, with what makes browsers see that it changed."""
    path = f"{_ASSETS}/{name}"
    found = next(file for folder in folders if (file := Path(folder, path)).is_file())
    return f"{path}?v={hashlib.sha256(found.read_bytes()).hexdigest()[:8]}"
