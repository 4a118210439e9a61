"""What comments such as `<!-- plan:tasks specs/001-alerts open -->` ask for, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from mkdocs_plan_plugin.model import Diagnostic, Directive, Severity
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import Selection, Selector
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.register import WIDGETS, Render, Widget


class Asked(NamedTuple):
    """What makes a widget, of which plans, and by which key of the front matter."""

    render: Render
    selection: Selection
    key: str = ""


class Directives:
    """Makes what the comments on pages ask for.

    Args:
        context: What widgets are made with.
    """

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._reader = ArgumentReader(context.portfolio)

    def widget(self, name: str, argument: str, page: str) -> str | None:
        """The HTML of a widget on a page; None: nobody knows what is meant."""
        if name not in WIDGETS:
            return None
        render, selection, key = self._reader.read(WIDGETS[name], argument, page)
        if selection.problem:
            return None
        return render(self._context, Request(selection.plans, page, key))


class ArgumentReader:
    """Reads what stands behind the names of widgets.

    Args:
        portfolio: The plans.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._selector = Selector(portfolio.plans)

    def read(self, widget: Widget, argument: str, page: str) -> Asked:
        """Read an argument of a widget on a page."""
        before, _, last = argument.rpartition(" ")
        if last in widget.kinds:
            return Asked(widget.kinds[last], self._plans(widget, before, page))
        if widget.has_key and "=" not in argument:
            return Asked(widget.render, self._plans(widget, "", page), argument.strip())
        return Asked(widget.render, self._plans(widget, argument, page))

    def _plans(self, widget: Widget, argument: str, page: str) -> Selection:
        if not argument.strip():
            return Selection(widget.plans(self._portfolio, page))
        return self._selector.select(argument, page)


def wrong_directives(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Tell of the comments on pages that ask for what there is not."""
    reader = ArgumentReader(portfolio)
    for path, document in portfolio.documents.items():
        for directive in document.directives:
            if directive.name in WIDGETS:
                yield from _wrong_argument(path, directive, reader)
            elif " " not in directive.argument:  # else a comment that only begins like one
                yield _unknown(path, directive)


def _unknown(page: str, directive: Directive) -> Diagnostic:
    nearest = get_close_matches(directive.name, WIDGETS, n=1) or [*WIDGETS]
    return Diagnostic(
        page,
        directive.line,
        f"there is no widget 'plan:{directive.name}'",
        f"write one of those that there are, such as '<!-- plan:{nearest[0]} -->'",
        Severity.WARNING,
    )


def _wrong_argument(
    page: str, directive: Directive, reader: ArgumentReader
) -> Iterator[Diagnostic]:
    name, argument = directive.name, directive.argument
    found = reader.read(WIDGETS[name], argument, page).selection
    if found.problem:
        named = f"write one of these: {', '.join(found.nearest)}" if found.nearest else ""
        yield Diagnostic(
            page,
            directive.line,
            f"'plan:{name} {argument}' stays a comment, for {found.problem}",
            named or "take the comment out until there is a plan",
            Severity.WARNING,
        )
