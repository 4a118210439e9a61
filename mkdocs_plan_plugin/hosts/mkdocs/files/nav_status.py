"""Sets what themes show of a plan outside its page: a ring in the navigation, a description."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.rendering import Words
from mkdocs_plan_plugin.rendering.progress import description_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Section
    from mkdocs.structure.pages import Page

_THEMES = ("material", "materialx")
"""The themes that show a page's `status` next to its title, explained by `extra.status`."""
_THEME_STATUSES = ("new", "deprecated", "encrypted")
_STEP = 5


def set_nav_status(
    page: Page, plan: Plan, config: MkDocsConfig, words: Words, *, with_ring: bool
) -> None:
    """Set a plan's progress as the page's status and description, unless they are set."""
    if description := description_of(plan, words):
        page.meta.setdefault("description", description)
    known = config.extra["status"] = config.extra.get("status") or {}
    has_theme = config.theme.name in _THEMES
    if not (with_ring and has_theme and plan.progress) or "status" in page.meta:
        return
    percent = plan.progress.percent
    kind = f"plan-{_step(percent)} plan-at-{percent}"  # two classes: icon and tooltip
    known[kind] = words("nav.status", percent=percent)
    page.meta["status"] = kind


def drop_foreign_status(page: Page, config: MkDocsConfig) -> None:
    """Drop a status that the theme does not know, such as that of a plan or of another tool.

    The theme would make a class of it, and an icon without a meaning.
    """
    known = config.extra.get("status") or {}
    if config.theme.name in _THEMES and not _is_known(page.meta.get("status"), known):
        page.meta.pop("status", None)


def set_section_title(section: Section, plan: Plan, words: Words) -> None:
    """Add a plan's progress to the title of its section in the navigation."""
    title = escape(plan.title, quote=False)  # themes render titles as HTML
    section.title = words("nav.plan", title=title, percent=plan.progress.percent)


def _is_known(status: object, known: Mapping[str, str]) -> bool:
    return isinstance(status, str) and (status in known or status in _THEME_STATUSES)


def _step(percent: int) -> int:
    """Round to a ring that is drawn; only 0 and 100 map to the empty and the full ring."""
    if percent in (0, 100):
        return percent
    return min(max(_STEP * round(percent / _STEP), _STEP), 100 - _STEP)
