"""What the Markdown extension needs to know of the page in hand, and what it learns."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_plan_plugin.model import DefinitionForm, Document, ReferenceKind, Section, Task
from mkdocs_plan_plugin.rendering import Words

NO_WORDS = Words()


class DefinedId(NamedTuple):
    """An id that the page defines in an element of this form that begins at this line.

    `text` is what the element says, and `slot` the number of the widget that
    goes there, if one does.
    """

    line: int
    form: DefinitionForm
    anchor: str
    text: str
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
        body: The page's text as it was read, with the lines of its front matter blank.
        is_github: Whether the page is shown as GitHub shows it.
        links: What becomes of the page's references, by their kind and as they are written: the
            link that each becomes; nothing for what can't be a link.
        defined_ids: The ids that the page defines.
        words: The catalogue.
        elements: Filled with the elements that begin at a line, by the line and their tag; the tag
            of a heading is "h".
        anchors: Filled with the id of each section's heading.
        task_anchors: Filled with the id of each task, by its line.
        missing_anchors: Filled with the anchors of ids that nothing on the page has, since other
            extensions or plugins have made something else of it.
    """

    reread: Callable[[str], Document | None] = lambda _: None
    sections: Sequence[Section] = ()
    marked: Container[int] = ()
    tasks: Sequence[Task] = ()
    body: str = ""
    is_github: bool = False
    links: Mapping[ReferenceKind, Mapping[str, str]] = field(default_factory=dict)
    defined_ids: Sequence[DefinedId] = ()
    words: Words = NO_WORDS
    elements: dict[tuple[int, str], etree.Element] = field(default_factory=dict)
    anchors: dict[int, str] = field(default_factory=dict)
    task_anchors: dict[int, str] = field(default_factory=dict)
    missing_anchors: set[str] = field(default_factory=set)

    @property
    def anchors_of_ids(self) -> set[str]:
        """The anchors of what the page defines, those of tasks among them, that it really has."""
        own = {each.anchor for each in self.defined_ids} - self.missing_anchors
        return own | {*self.task_anchors.values()}

    def take(self, text: str) -> int:
        """Look at the page's final text before it is rendered; return the number of its first line.

        Lines count from the top of the file, and MkDocs leaves the front matter out of the text.
        """
        document = self.reread(text)
        if not document:
            return 1 + _blank_lines(self.body) - _blank_lines(text)
        self.sections = document.sections
        self.marked = range(len(document.sections))
        self.tasks = document.tasks
        return 1


def _blank_lines(text: str) -> int:
    """How many lines a text begins with that are blank."""
    return len(text) - len(text.lstrip("\n"))
