"""The ids that a page defines, for the Markdown extension to give them anchors."""

from __future__ import annotations

from mkdocs_plan_plugin.hosts.markdown import DefinedId
from mkdocs_plan_plugin.planning import Portfolio


def defined_ids(page: str, portfolio: Portfolio) -> list[DefinedId]:
    """The ids that a page defines and that no task has."""
    known = portfolio.ids.get(page)
    if not known or not known.defined:
        return []
    served = portfolio.requirements_on(page)
    document = portfolio.documents[page]
    tasks = {task.line for task in document.tasks}
    found = ((target.anchor, target.definition) for target in known.defined)
    return [
        DefinedId(
            each.line, each.form, anchor, each.text, each.line if each.line in served else None
        )
        for anchor, each in found
        if each.line not in tasks
    ]
