"""The plugin's own Jinja environment, with autoescaping, which MkDocs turns off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_plan_plugin.rendering.localization import Dates, Words


def make_environment(folders: Sequence[str], words: Words, dates: Dates) -> Environment:
    """Create the environment of the widgets.

    Args:
        folders: Where to look for `plan/NAME.html`, in this order.
        words: The catalogue. Templates use it as `words`, and their shared macros as `parts`; the
            filter `number` writes a number that stands alone.
        dates: How dates are written. Templates use it as `dates`.
    """
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["words"] = words
    environment.filters["number"] = words.shown
    environment.globals["dates"] = dates
    environment.globals["parts"] = environment.get_template("plan/parts.html").module
    return environment


def template_texts(folders: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """Return each template's path and content, to detect changes between builds."""
    files = [file for folder in folders for file in sorted(Path(folder, "plan").glob("*.html"))]
    return tuple((str(file), file.read_bytes()) for file in files)
