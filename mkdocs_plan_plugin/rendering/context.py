"""What every widget is rendered with, and the request for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mkdocs_plan_plugin.model import Diagnostic, Plan
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.localization import Dates, Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.page_links import Linker
from mkdocs_plan_plugin.rendering.templates import Templates


@dataclass(frozen=True)
class RenderContext:
    """What the widgets of one build are rendered with.

    Attributes:
        templates: The templates.
        words: The catalogue.
        locator: Finds the URLs of pages, tasks and sources.
        portfolio: The plans and the pages.
        dates: How dates are written, and the as-of date.
        notes: The diagnostics for authors.
        index: The path of the generated page of all plans, if there is one.
    """

    templates: Templates
    words: Words
    locator: Locator
    portfolio: Portfolio
    dates: Dates
    notes: Sequence[Diagnostic] = ()
    index: str = ""

    @property
    def today(self) -> date:
        """The as-of date."""
        return self.dates.today

    @cached_property
    def links(self) -> Linker:
        """The links to plans, phases, tasks and pages."""
        return Linker(self.words, self.locator)

    @property
    def settings(self) -> tuple[object, ...]:
        """What all widgets depend on besides plans; compared with the last build's."""
        return self.templates.environment, self.today, self.locator.asset_url("today.js")

    def render(self, template: str, **values: object) -> str:
        """Return the HTML of a widget."""
        return self.templates.render(template, **values)


@dataclass(frozen=True, slots=True)
class Request:
    """The plans that a widget shows, and the page that it is on.

    `key` is the key of the front matter by which plans are grouped.
    """

    plans: Sequence[Plan]
    page: str
    key: str = ""
