"""The plugin's own Jinja environment, with autoescaping, which MkDocs turns off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.compiled_templates import compiled_templates
from mkdocs_plan_plugin.rendering.dates import Dates


def make_environment(folders: Sequence[str], words: Words, dates: Dates) -> Environment:
    """Create the environment of the widgets.

    Args:
        folders: Where to look for `plan/NAME.html`, in this order.
        words: The catalogue. Templates use it as `words`, and their shared macros as `parts`.
        dates: How dates are written. Templates use it as `dates`.
    """
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
    )
    environment.globals["words"] = words
    environment.globals["dates"] = dates
    environment.globals["parts"] = environment.get_template("plan/parts.html").module
    return environment


def template_texts(folders: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """Return each template's path and content, to detect changes between builds."""
    files = [file for folder in folders for file in sorted(Path(folder, "plan").glob("*.html"))]
    return tuple((str(file), file.read_bytes()) for file in files)
