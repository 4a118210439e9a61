"""What a comment such as `<!-- plan:tasks specs/001-alerts open -->` asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from mkdocs_plan_plugin.model import Diagnostic, Document, Plan, Severity
from mkdocs_plan_plugin.planning.selection import Selection, Selector

_OF_SITE = ("overview", "roadmap", "board", "totals", "ready", "ticked", "mend")
_OF_PLANS = ("progress", "timeline", "tasks", "links", "matrix")
DIRECTIVES = (*_OF_SITE, *_OF_PLANS)
"""The widgets that a comment in a page may ask for: `<!-- plan:overview -->`."""
KINDS = ("next", "open", "done")
"""Which tasks `plan:tasks` lists: those ready now, all open ones, those of the last 7 days."""


@dataclass(frozen=True, slots=True)
class Request:
    """A widget, the plans that it is to show, and what else its argument says.

    `key` is one of the front matter, by which a roadmap is grouped; `kind` is that of tasks.
    """

    name: str
    selection: Selection
    key: str = ""
    kind: str = KINDS[0]


def request_of(
    name: str, argument: str, page: str, selector: Selector, plans: Sequence[Plan]
) -> Request:
    """Read the argument of a directive on a page.

    Args:
        name: The widget's name.
        argument: What stands behind it.
        page: The page's path.
        selector: Finds plans.
        plans: All plans.
    """
    if name == "tasks":
        first, _, last = argument.rpartition(" ")
        if last in KINDS:
            return replace(request_of(name, first, page, selector, plans), kind=last)
    if name == "roadmap" and "=" not in argument:
        return Request(name, Selection(_all(name, plans)), key=argument.strip())
    if name in _OF_SITE and not argument.strip():
        return Request(name, Selection(_all(name, plans)))
    return Request(name, selector.select(argument, page))


def wrong_directives(
    document: Document, selector: Selector, plans: Sequence[Plan]
) -> Iterator[Diagnostic]:
    """Tell of the comments on a page that ask for what there is not."""
    for directive in document.directives:
        name, argument = directive.name, directive.argument
        if name not in DIRECTIVES and " " in argument:
            continue  # a comment that only begins like one
        if name not in DIRECTIVES:
            nearest = get_close_matches(name, DIRECTIVES, n=1) or DIRECTIVES
            yield Diagnostic(
                document.path,
                directive.line,
                f"there is no widget 'plan:{name}'",
                f"write one of those that there are, such as '<!-- plan:{nearest[0]} -->'",
                Severity.WARNING,
            )
            continue
        found = request_of(name, argument, document.path, selector, plans).selection
        if found.problem:
            named = f"write one of these: {', '.join(found.nearest)}" if found.nearest else ""
            yield Diagnostic(
                document.path,
                directive.line,
                f"'plan:{name} {argument}' stays a comment, for {found.problem}",
                named or "take the comment out until there is a plan",
                Severity.WARNING,
            )


def _all(name: str, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """All plans; those that are archived only in the table, where they stand apart."""
    return tuple(plan for plan in plans if name == "overview" or not plan.is_archived)
