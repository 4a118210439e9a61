"""Render the tasks that cover each requirement."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Progress
from mkdocs_plan_plugin.rendering.context import RenderContext

_MOST_TASKS = 20


def covered(context: RenderContext, page: str) -> dict[int, str]:
    """Return the coverage of each requirement of a page as HTML, by its line."""
    states = {is_done: context.words("box.done" if is_done else "box.open") for is_done in (0, 1)}
    requirements = {}
    for line, each in context.portfolio.requirements_on(page).items():
        entries = [entry for _, covered in each for entry in covered.entries]
        tasks = [
            (context.links.entry(entry, page), states[entry.is_done])
            for entry in entries[:_MOST_TASKS]
        ]
        title = each[0][1].target.definition.written
        requirements[line] = title, Progress.of(entries), tasks
    return context.templates.render_each("covered", requirements)
