"""The ids that a page defines, to which the Markdown extension gives anchors."""

from __future__ import annotations

from mkdocs_plan_plugin.hosts.markdown import DefinedId
from mkdocs_plan_plugin.planning import Portfolio


def defined_ids(page: str, portfolio: Portfolio) -> list[DefinedId]:
    """Return the ids that a page defines, except those of tasks that are no requirements."""
    ids = portfolio.ids.get(page)
    if not ids or not ids.defined:
        return []
    requirements = portfolio.requirements_on(page)
    document = portfolio.documents[page]
    tasks = {task.line for task in document.tasks}
    defined = ((target.anchor, target.definition) for target in ids.defined)
    return [
        DefinedId(
            each.line,
            each.form,
            anchor,
            each.text,
            each.line if each.line in requirements else None,
        )
        for anchor, each in defined
        if each.line not in tasks or each.line in requirements
    ]
