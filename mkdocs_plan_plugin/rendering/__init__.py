"""Render a portfolio as HTML and SVG: texts, layout and templates of the widgets."""

from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.directives import Directives, wrong_directives
from mkdocs_plan_plugin.rendering.environment import make_environment, template_texts
from mkdocs_plan_plugin.rendering.insertion import (
    PageWidgets,
    coverage_slot,
    fill_directives,
    insert_widgets,
    slot,
)
from mkdocs_plan_plugin.rendering.localization import WORDS, Dates, Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.no_links import NO_LINKS
from mkdocs_plan_plugin.rendering.page_widgets import (
    inputs_of_widgets,
    links_of_widgets,
    render_widgets,
)
from mkdocs_plan_plugin.rendering.shortening import shorten
from mkdocs_plan_plugin.rendering.site import index_page
from mkdocs_plan_plugin.rendering.stylesheet import stylesheet
from mkdocs_plan_plugin.rendering.task_items import complete_tasks
from mkdocs_plan_plugin.rendering.templates import Templates

__all__ = [
    "NO_LINKS",
    "WORDS",
    "Dates",
    "Directives",
    "Locator",
    "PageWidgets",
    "RenderContext",
    "Templates",
    "Words",
    "complete_tasks",
    "coverage_slot",
    "fill_directives",
    "index_page",
    "inputs_of_widgets",
    "insert_widgets",
    "links_of_widgets",
    "make_environment",
    "render_widgets",
    "shorten",
    "slot",
    "stylesheet",
    "template_texts",
    "wrong_directives",
]
