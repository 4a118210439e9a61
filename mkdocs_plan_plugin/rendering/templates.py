"""The templates of the widgets, ready to be filled."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

_BETWEEN = "<!-- -->"


class Templates:
    """Fills templates.

    Args:
        environment: Holds the templates `plan/*.html`.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def render(self, name: str, **values: object) -> str:
        """The HTML of a widget."""
        return self.environment.get_template(f"plan/{name}.html").render(values).strip()

    def render_each(self, name: str, shown: Mapping[int, object]) -> dict[int, str]:
        """The widgets of one kind on a page, by the keys of what they show.

        All in one go, for a template takes longer to begin than to write one of these.
        """
        if not shown:
            return {}
        widgets = self.render(name, shown=[*shown.values()]).split(_BETWEEN)
        return dict(zip(shown, widgets, strict=True))
