"""The page of a site's plans that nobody has written: headings, and what goes below each."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.catalogue import Words

_SIGNS = "\\`*_{}[]<>()#+-.!|&"


_MOST_ROWS = 100
"""With more plans, the roadmap shows those in progress."""


def index_page(portfolio: Portfolio, words: Words) -> str:
    """The Markdown of the page: what there is nothing to say of is left out."""
    return "\n\n".join(_parts(portfolio, words)) + "\n"


def _parts(portfolio: Portfolio, words: Words) -> Iterator[str]:
    plans = portfolio.active
    yield f"# {_plain(words('index.title'))}"
    if not portfolio.plans:
        yield _plain(words("no-plans"))
        yield _plain(words("no-plans.how"))
        return
    if plans:
        yield "<!-- plan:totals -->"
    yield "<!-- plan:overview -->"
    if any(plan.dated or plan.activity for plan in plans):
        yield f"## {_plain(words('roadmap'))}"
        is_long = len(plans) > _MOST_ROWS
        yield f"<!-- plan:roadmap{' status=in-progress' if is_long else ''} -->"
    if any(plan.upcoming for plan in plans):
        yield f"## {_plain(words('ready'))}"
        yield "<!-- plan:ready -->"
    if any(plan.activity and plan.activity.recent for plan in plans):
        yield f"## {_plain(words('completed.title'))}"
        yield "<!-- plan:completed -->"
    if portfolio.diagnostics:
        yield f"## {_plain(words('index.issues'))}"
        yield "<!-- plan:issues -->"


def _plain(text: str) -> str:
    """A text that Markdown takes for no more than that."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text)
