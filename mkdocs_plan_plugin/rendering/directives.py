"""Render directives such as `<!-- plan:tasks 001-alerts open -->`, and report invalid ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_plan_plugin.model import Diagnostic, Directive, Severity
from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.planning.pages import Selection, Selector
from mkdocs_plan_plugin.reading import did_you_mean
from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.register import WIDGETS, Render, Widget


class ParsedArgument(NamedTuple):
    """A directive's argument: what renders the widget, which plans, grouped by which key."""

    render: Render
    selection: Selection
    key: str = ""


class Directives:
    """Renders the directives on pages.

    Args:
        context: What widgets are rendered with.
    """

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._reader = ArgumentReader(context.portfolio)

    def widget(self, name: str, argument: str, page: str) -> str | None:
        """Return the HTML of a widget on a page; None when the directive is invalid."""
        if name not in WIDGETS:
            return None
        render, selection, key = self._reader.read(WIDGETS[name], argument, page)
        if selection.problem:
            return None
        return render(self._context, Request(selection.plans, page, key))


class ArgumentReader:
    """Reads the arguments of directives.

    Args:
        portfolio: The plans.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._selector = Selector(portfolio.plans)

    def read(self, widget: Widget, argument: str, page: str) -> ParsedArgument:
        """Read the argument of a widget on a page."""
        before, _, last = argument.rpartition(" ")
        if last in widget.kinds:
            return ParsedArgument(widget.kinds[last], self._plans(widget, before, page))
        if widget.has_key and "=" not in argument:
            return ParsedArgument(widget.render, self._plans(widget, "", page), argument.strip())
        return ParsedArgument(widget.render, self._plans(widget, argument, page))

    def _plans(self, widget: Widget, argument: str, page: str) -> Selection:
        if not argument.strip():
            return Selection(widget.plans(self._portfolio, page))
        return self._selector.select(argument, page)


def wrong_directives(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Report the directives on pages that name no widget, or no plan."""
    reader = ArgumentReader(portfolio)
    for path, document in portfolio.documents.items():
        for directive in document.directives:
            if directive.name in WIDGETS:
                yield from _wrong_argument(path, directive, reader)
            elif _is_mistyped(directive):
                yield _unknown_widget(path, directive)


def _is_mistyped(directive: Directive) -> bool:
    """Whether an unknown name is a mistake; comments that just begin like a directive are none."""
    if directive.is_exact:
        return " " not in directive.argument
    return not directive.argument and bool(did_you_mean(directive.name, WIDGETS))


def _unknown_widget(page: str, directive: Directive) -> Diagnostic:
    name = directive.name
    hint = did_you_mean(name, WIDGETS)
    return Diagnostic(
        page,
        directive.line,
        f"'plan:{name}' is left as a comment: no widget named '{name}'{hint}",
        f"use one of: {', '.join(WIDGETS)}",
        _severity(directive),
    )


def _wrong_argument(
    page: str, directive: Directive, reader: ArgumentReader
) -> Iterator[Diagnostic]:
    name, argument = directive.name, directive.argument
    selection = reader.read(WIDGETS[name], argument, page).selection
    if selection.problem:
        nearest = ", ".join(selection.nearest)
        yield Diagnostic(
            page,
            directive.line,
            f"'plan:{name} {argument}' is left as a comment: {selection.problem}",
            f"use one of: {nearest}" if nearest else "remove the comment until there is a plan",
            _severity(directive),
        )


def _severity(directive: Directive) -> Severity:
    """Return a warning only for what is surely written for the plugin: others may be prose."""
    return Severity.WARNING if directive.is_exact else Severity.NOTE
