"""Adds templates, styles and the Markdown extension to a site's configuration."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.hosts.markdown import PlanExtension
from mkdocs_plan_plugin.hosts.mkdocs.files import asset_path

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_TEMPLATES = str(Path(__file__).parents[2] / "templates")
TASK_LISTS = "pymdownx.tasklist"
_TASK_LIST_NAMES = ("tasklist", "checklist")


def prepare_config(config: MkDocsConfig) -> PlanExtension:
    """Add the plugin's templates, styles and Markdown extension, and task lists if missing."""
    if _TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(_TEMPLATES)
    style = asset_path("plan.css", config.theme.dirs)
    if style not in config.extra_css:
        config.extra_css.insert(0, style)  # before the user's own styles, which override it
    extensions: list[Any] = config.markdown_extensions  # names or extension objects
    if not has_task_lists(extensions):
        extensions.append(TASK_LISTS)
    ours = next((each for each in extensions if isinstance(each, PlanExtension)), None)
    if ours is None:
        ours = PlanExtension()
        extensions.append(ours)
    return ours


def has_task_lists(extensions: Iterable[Any]) -> bool:
    """Return whether one of a site's Markdown extensions renders task lists."""
    return any(word in str(name) for name in extensions for word in _TASK_LIST_NAMES)
