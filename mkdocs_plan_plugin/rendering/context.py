"""What widgets are made with, and what they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mkdocs_plan_plugin.model import Diagnostic, Plan
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.page_links import Linker
from mkdocs_plan_plugin.rendering.templates import Templates


@dataclass(frozen=True)
class RenderContext:
    """What the widgets of one build are made with.

    Attributes:
        templates: The templates.
        words: The catalogue.
        locator: Tells addresses.
        portfolio: The plans, and the pages.
        today: The as-of date.
        notes: What authors should know.
    """

    templates: Templates
    words: Words
    locator: Locator
    portfolio: Portfolio
    today: date
    notes: Sequence[Diagnostic] = ()

    @cached_property
    def links(self) -> Linker:
        """Makes links."""
        return Linker(self.words, self.locator)

    @property
    def settings(self) -> tuple[object, ...]:
        """What all widgets follow from besides plans, to be compared with the last build's."""
        return self.templates.environment, self.today, self.locator.asset_url("today.js")

    def render(self, template: str, **values: object) -> str:
        """The HTML of a widget."""
        return self.templates.render(template, **values)


@dataclass(frozen=True, slots=True)
class Request:
    """The plans that a widget is to show, and the page that it stands on.

    `key` is one of the front matter, by which plans are grouped.
    """

    plans: Sequence[Plan]
    page: str
    key: str = ""
