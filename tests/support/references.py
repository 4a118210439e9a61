"""What the references of pages mean, as short as tests want it."""

from __future__ import annotations

from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.planning.links.resolved import ReferenceState
from mkdocs_plan_plugin.planning.portfolio import Portfolio

CODE, NAME = ReferenceKind.CODE, ReferenceKind.NAME
LINK, PLACEHOLDER = ReferenceKind.LINK, ReferenceKind.PLACEHOLDER


def led_to(
    portfolio: Portfolio, page: str, kind: ReferenceKind, *states: ReferenceState
) -> dict[str, str]:
    """Where the references of a kind lead, as they are written: `specs/x.md#goal`.

    Links are those that do not lead there as they are written, if no states are asked for.
    """
    wanted = states or (
        [state for state in ReferenceState if state is not ReferenceState.EXACT]
        if kind is LINK
        else [*ReferenceState]
    )
    return {
        written: f"{found.path}#{found.fragment}" if found.fragment else found.path
        for (known, written), found in portfolio.references.get(page, {}).items()
        if known is kind and found.state in wanted
    }
