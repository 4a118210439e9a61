"""Generate the index page of a site's plans: headings and directives."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.planning import Portfolio
from mkdocs_plan_plugin.rendering.localization import Words

_SPECIAL = "\\`*_{}[]<>()#+-.!|&"
_FRONT_MATTER = "---\nhide:\n  - toc\n---"
"""In Material, the list gets the width of the table of contents."""
_MOST_ROWS = 100
"""With more plans, the roadmap shows only those in progress."""


def index_page(portfolio: Portfolio, words: Words, title: str) -> str:
    """Return the Markdown of the page, without empty sections."""
    return "\n\n".join(_parts(portfolio, words, title)) + "\n"


def _parts(portfolio: Portfolio, words: Words, title: str) -> Iterator[str]:
    plans = portfolio.active
    yield _FRONT_MATTER
    yield f"# {_escape(title)}"
    if not portfolio.plans:
        yield _escape(words("no-plans"))
        yield _escape(words("no-plans.how"))
        return
    if plans:
        yield "<!-- plan:totals -->"
    yield "<!-- plan:overview -->"
    if any(plan.dated or plan.activity for plan in plans):
        yield f"## {_escape(words('roadmap'))}"
        is_long = len(plans) > _MOST_ROWS
        yield f"<!-- plan:roadmap{' status=in-progress' if is_long else ''} -->"
    if any(plan.upcoming for plan in plans):
        yield f"## {_escape(words('ready'))}"
        yield "<!-- plan:ready -->"
    if any(plan.activity and plan.activity.recent for plan in plans):
        yield f"## {_escape(words('completed.title'))}"
        yield "<!-- plan:completed -->"
    if portfolio.diagnostics:
        yield f"## {_escape(words('issues'))}"
        yield "<!-- plan:issues -->"


def _escape(text: str) -> str:
    """Escape a text for Markdown."""
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)
