"""Write texts, numbers and dates in the language of the site."""

from mkdocs_plan_plugin.rendering.localization.catalogue import WORDS
from mkdocs_plan_plugin.rendering.localization.dates import Dates
from mkdocs_plan_plugin.rendering.localization.words import Words

__all__ = ["WORDS", "Dates", "Words"]
