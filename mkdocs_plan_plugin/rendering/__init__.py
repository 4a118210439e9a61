"""Portfolio to HTML and SVG: the words, the geometry and the templates of the widgets."""

from mkdocs_plan_plugin.rendering.catalogue import WORDS, Words
from mkdocs_plan_plugin.rendering.context import RenderContext
from mkdocs_plan_plugin.rendering.directives import Directives, wrong_directives
from mkdocs_plan_plugin.rendering.environment import make_environment, template_texts
from mkdocs_plan_plugin.rendering.insertion import (
    PageWidgets,
    fill_directives,
    insert_widgets,
    link_tasks,
    served_slot,
    slot,
)
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.no_links import NO_LINKS
from mkdocs_plan_plugin.rendering.page_widgets import (
    linked_by_widgets,
    render_widgets,
    told_by_widgets,
)
from mkdocs_plan_plugin.rendering.shortening import shorten
from mkdocs_plan_plugin.rendering.site import index_page
from mkdocs_plan_plugin.rendering.stylesheet import stylesheet
from mkdocs_plan_plugin.rendering.templates import Templates

__all__ = [
    "NO_LINKS",
    "WORDS",
    "Directives",
    "Locator",
    "PageWidgets",
    "RenderContext",
    "Templates",
    "Words",
    "fill_directives",
    "index_page",
    "insert_widgets",
    "link_tasks",
    "linked_by_widgets",
    "make_environment",
    "render_widgets",
    "served_slot",
    "shorten",
    "slot",
    "stylesheet",
    "template_texts",
    "told_by_widgets",
    "wrong_directives",
]
