"""Parse Markdown into events, as GitHub does."""

from mkdocs_plan_plugin.reading.markdown.parser.events import events_of
from mkdocs_plan_plugin.reading.markdown.parser.pulldown import Event, line_ends, parse

__all__ = ["Event", "events_of", "line_ends", "parse"]
