"""The ids that a page defines, for the Markdown extension to give them anchors."""

from __future__ import annotations

from collections import Counter

from mkdocs_plan_plugin.extension import DefinedId
from mkdocs_plan_plugin.model import DefinitionForm
from mkdocs_plan_plugin.portfolio import Portfolio


def defined_ids(page: str, portfolio: Portfolio) -> list[DefinedId]:
    """The ids that a page defines and that no task has."""
    known = portfolio.ids.get(page)
    if not known or not known.defined:
        return []
    served = portfolio.served_on(page)
    document = portfolio.documents[page]
    tasks = {task.line for task in document.tasks}
    ordinals: Counter[tuple[DefinitionForm, str]] = Counter()
    chosen = {(each.definition.line, each.definition.key): each for each in known.defined}
    found = []
    for definition in document.traces.definitions:
        if definition.line in tasks:
            continue
        place = definition.form, definition.key
        if target := chosen.get((definition.line, definition.key)):
            slot = definition.line if definition.line in served else None
            found.append(
                DefinedId(definition.key, definition.form, ordinals[place], target.anchor, slot)
            )
        ordinals[place] += 1
    return found
