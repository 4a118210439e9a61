"""What the Markdown extension needs to know of the page in hand, and what it learns."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_plan_plugin.model import (
    DefinitionForm,
    Document,
    NormalizedText,
    ReferenceKind,
    Section,
    Task,
)
from mkdocs_plan_plugin.reading.ids import DEFAULT_ID_RULES, IdRules
from mkdocs_plan_plugin.rendering.words import Words

NO_WORDS = Words()


class DefinedId(NamedTuple):
    """An id that the page defines: in the `ordinal`-th element of a form that the key leads.

    `slot` is the number of the widget that goes there, if one does.
    """

    key: str
    form: DefinitionForm
    ordinal: int
    anchor: str
    slot: int | None = None


@dataclass(slots=True)
class RenderedPage:
    """The page that is rendered.

    Attributes:
        reread: Called with the page's final text; returns the page as read again, if it says
            something else now. Then all its headings are marked.
        sections: The page's headings as they were read; none when nobody asks for them.
        marked: The sections whose headings are to be marked.
        tasks: The page's tasks as they were read; none when nobody asks for them.
        normalize: Gives the normalised text for the page's final text; None: leave it alone.
        links: What becomes of the page's references, by their kind and as they are written: the
            link that each becomes; nothing for what can't be a link.
        defined_ids: The ids that the page defines.
        id_rules: What an id looks like on this site.
        words: The catalogue.
        anchors: Filled with the id of each section's heading.
        task_anchors: Filled with the id of each task, by its line.
        missing_anchors: Filled with the anchors of ids that nothing on the page has, since other
            extensions or plugins have made something else of it.
    """

    reread: Callable[[str], Document | None] = lambda _: None
    sections: Sequence[Section] = ()
    marked: Container[int] = ()
    tasks: Sequence[Task] = ()
    normalize: Callable[[str], NormalizedText] | None = None
    links: Mapping[ReferenceKind, Mapping[str, str]] = field(default_factory=dict)
    defined_ids: Sequence[DefinedId] = ()
    id_rules: IdRules = DEFAULT_ID_RULES
    words: Words = NO_WORDS
    anchors: dict[int, str] = field(default_factory=dict)
    task_anchors: dict[int, str] = field(default_factory=dict)
    missing_anchors: set[str] = field(default_factory=set)

    @property
    def anchors_of_ids(self) -> set[str]:
        """The anchors of what the page defines, those of tasks among them, that it really has."""
        own = {each.anchor for each in self.defined_ids} - self.missing_anchors
        return own | {*self.task_anchors.values()}

    def take(self, text: str) -> None:
        """Look at the page's final text before it is rendered."""
        document = self.reread(text)
        if document:
            self.sections = document.sections
            self.marked = range(len(document.sections))
            self.tasks = document.tasks
