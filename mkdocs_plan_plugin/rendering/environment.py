"""A Jinja environment of our own: escaping is on, which it is not in MkDocs'."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def make_environment(folders: Sequence[str]) -> Environment:
    """Make an environment that looks for `plan/NAME.html` in these folders, in this order."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
