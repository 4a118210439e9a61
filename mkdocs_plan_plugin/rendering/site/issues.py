"""Render the diagnostics for authors."""

from __future__ import annotations

from itertools import groupby

from mkdocs_plan_plugin.rendering.context import RenderContext, Request
from mkdocs_plan_plugin.rendering.page_links import Link


def issues(context: RenderContext, _: Request) -> str:
    """Return the diagnostics by page, collapsed."""
    pages = [
        (
            path,
            [
                (each, Link(context.locator.source_url(path, each.line) or "", str(each.line)))
                for each in found
            ],
        )
        for path, found in groupby(context.notes, key=lambda each: each.path)
    ]
    return context.render("issues", pages=pages, count=len(context.notes))
