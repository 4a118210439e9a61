"""A Jinja environment of our own: escaping is on, which it is not in MkDocs'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_plan_plugin.rendering.catalogue import Words


def make_environment(folders: Sequence[str], words: Words) -> Environment:
    """Make an environment for the widgets.

    Args:
        folders: Where `plan/NAME.html` is looked for, in this order.
        words: The catalogue. Every template has it as `words`, and the pieces that they share
            as `parts`.
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
    environment.globals["parts"] = environment.get_template("plan/parts.html").module
    return environment


def template_texts(folders: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """The templates in these folders, to be compared with those that an environment was made of."""
    files = [file for folder in folders for file in sorted(Path(folder, "plan").glob("*.html"))]
    return tuple((str(file), file.read_bytes()) for file in files)
