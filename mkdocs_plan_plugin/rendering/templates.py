"""The templates of the widgets, ready to be filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

_BETWEEN = "<!-- -->"

Remember = Callable[[Hashable, object, Callable[[], str]], str]


class Templates:
    """Fills templates.

    Args:
        environment: Holds the templates `plan/*.html`.
        remember: Gives the HTML that the last build has made of the same, or makes it: called
            with the widget's name, all that it is made of, and what makes it.
    """

    def __init__(self, environment: Environment, remember: Remember | None = None) -> None:
        self._environment = environment
        self._remember = remember
        self._state = _state_of(environment) if remember else ()
        self._calls: Counter[str] = Counter()

    def render(self, name: str, **values: object) -> str:
        """The HTML of a widget."""
        if not self._remember:
            return self._render(name, values)
        self._calls[name] += 1
        call = "widget", name, self._calls[name]
        return self._remember(call, (self._state, values), lambda: self._render(name, values))

    def _render(self, name: str, values: Mapping[str, object]) -> str:
        return self._environment.get_template(f"plan/{name}.html").render(values).strip()

    def render_each(self, name: str, shown: Mapping[int, object]) -> dict[int, str]:
        """The widgets of one kind on a page, by the keys of what they show.

        All in one go, for a template takes longer to begin than to write one of these.
        """
        if not shown:
            return {}
        widgets = self.render(name, shown=[*shown.values()]).split(_BETWEEN)
        return dict(zip(shown, widgets, strict=True))


def _state_of(environment: Environment) -> tuple[object, ...]:
    """What all widgets are made of besides their values: the templates and the words."""
    loader = environment.loader
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else ()
    files = [file for folder in folders for file in sorted(Path(folder, "plan").glob("*.html"))]
    return [file.read_bytes() for file in files], environment.globals["words"]
