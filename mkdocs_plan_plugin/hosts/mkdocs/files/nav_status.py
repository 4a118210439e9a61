"""What a theme shows of a plan's page outside of it: a ring in the navigation, a description."""

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
"""Those that show a page's `status` beside its title, and `extra.status` as its words."""
_OF_THEME = ("new", "deprecated", "encrypted")
_STEP = 5


def set_nav_status(
    page: Page, plan: Plan, config: MkDocsConfig, words: Words, *, with_ring: bool
) -> None:
    """Put a plan's progress where themes look for it, unless the page's author has put something.

    A status that the theme has no sign for, such as that of the plan itself, is no sign.
    """
    if description := description_of(plan, words):
        page.meta.setdefault("description", description)
    known = config.extra["status"] = config.extra.get("status") or {}
    own = page.meta.get("status")
    has_theme = config.theme.name in _THEMES
    if not (with_ring and has_theme and plan.progress) or _is_sign(own, known):
        return
    percent = plan.progress.percent
    kind = f"plan-{_step(percent)} plan-at-{percent}"  # two classes, of the sign and of the words
    known[kind] = words("nav.status", percent=percent)
    page.meta["status"] = kind


def set_description(section: Section, plan: Plan, words: Words) -> None:
    """Put a plan's progress into the title of its section in the navigation."""
    title = escape(plan.title, quote=False)  # which themes take for HTML
    section.title = words("nav.plan", title=title, percent=plan.progress.percent)


def _is_sign(status: object, known: Mapping[str, str]) -> bool:
    return isinstance(status, str) and (status in known or status in _OF_THEME)


def _step(percent: int) -> int:
    """The nearest ring that is drawn; what has begun and what is not done can be told from it."""
    if percent in (0, 100):
        return percent
    return min(max(_STEP * round(percent / _STEP), _STEP), 100 - _STEP)
