"""Portfolio to HTML and SVG: the words, the geometry and the templates of the widgets."""

from mkdocs_plan_plugin.rendering.environment import make_environment
from mkdocs_plan_plugin.rendering.page import insert_widgets
from mkdocs_plan_plugin.rendering.widgets import Locator, Renderer
from mkdocs_plan_plugin.rendering.words import WORDS, Words

__all__ = ["WORDS", "Locator", "Renderer", "Words", "insert_widgets", "make_environment"]
