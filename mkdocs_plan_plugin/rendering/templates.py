"""Render the templates of the widgets."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

_SEPARATOR = "<!-- -->"


class Templates:
    """Renders templates.

    Args:
        environment: Holds the templates `plan/*.html`.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def render(self, name: str, **values: object) -> str:
        """Return the HTML of a widget."""
        return self.environment.get_template(f"plan/{name}.html").render(values).strip()

    def render_each(self, name: str, shown: Mapping[int, object]) -> dict[int, str]:
        """Return all widgets of one kind on a page, by the keys of their values.

        All at once, because starting a template takes longer than rendering one of these.
        """
        if not shown:
            return {}
        widgets = self.render(name, shown=[*shown.values()]).split(_SEPARATOR)
        return dict(zip(shown, widgets, strict=True))
