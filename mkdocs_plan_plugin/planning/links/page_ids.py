"""Find pages with an id of their own: `id: BACK-12` in front matter, or `# Story 1.4: Pay`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Document, IdTarget
from mkdocs_plan_plugin.planning.links.ids import is_wide
from mkdocs_plan_plugin.planning.pages import page_title
from mkdocs_plan_plugin.reading.links import STORY, key_of

# The id means the page as a whole.
_NO_ANCHOR = ""


def with_named_pages(
    site: Mapping[str, Sequence[IdTarget]], documents: Mapping[str, Document]
) -> Mapping[str, Sequence[IdTarget]]:
    """Return the site's definitions, in which pages with an id replace mere mentions of it."""
    named: defaultdict[str, list[IdTarget]] = defaultdict(list)
    for document in documents.values():
        if found := _id_of(document):
            named[found.key].append(IdTarget(document.path, found, _NO_ANCHOR))
    return {**site, **named} if named else site


def _id_of(document: Document) -> Definition | None:
    written = document.meta.get("id")
    if isinstance(written, str) and is_wide(key := key_of(written.strip().upper())):
        return Definition(key, written, 1, DefinitionForm.HEADING, page_title(document))
    first = next(iter(document.ids.definitions), None)
    if first and first.form is DefinitionForm.HEADING and first.section == 0:
        return first if first.key.startswith(STORY) else None
    return None
