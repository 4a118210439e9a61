"""Find out which syntax the extensions of a site add to Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown

from mkdocs_plan_plugin.reading.markdown import Syntax

# The processors that read each syntax.
_READERS = {
    Syntax.ADMONITION: "admonition",
    Syntax.DETAILS: "details",
    Syntax.TAB: "tabbed",
    Syntax.BLOCK: "blocks",
    Syntax.DEFINITION: "deflist",
    Syntax.FOOTNOTE: "footnote",
}
_HTML_BLOCK = "html_block"


def syntaxes_of_site(
    extensions: Sequence[Any], settings: Mapping[str, Any] | None
) -> frozenset[Syntax]:
    """Return the syntax that the extensions of a site read, by their names and settings."""
    return syntaxes_of(Markdown(extensions=[*extensions], extension_configs={**(settings or {})}))


def syntaxes_of(md: Markdown) -> frozenset[Syntax]:
    """Return the syntax that an instance reads, to which all extensions have been added."""
    processors = md.parser.blockprocessors
    found = {syntax for syntax, name in _READERS.items() if name in processors}
    html = _HTML_BLOCK in md.preprocessors and md.preprocessors[_HTML_BLOCK]
    if type(html).__module__ == "markdown.extensions.md_in_html":
        found.add(Syntax.HTML)
    return frozenset(found)
