"""The input of the Markdown extension for one page, and the anchors that it sets."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_plan_plugin.model import DefinitionForm, Document, ReferenceKind, Section, Task
from mkdocs_plan_plugin.rendering import Words

NO_WORDS = Words()


class DefinedId(NamedTuple):
    """An id that the page defines, and the line and form of the element that defines it.

    `text` is the element's text, and `slot` the number of the widget at the element, if any.
    """

    line: int
    form: DefinitionForm
    anchor: str
    text: str
    slot: int | None = None


@dataclass(slots=True)
class RenderedPage:
    """The page that is being rendered.

    Attributes:
        reread: Called with the page's final text. If that differs from the file's, returns the
            page as read again, and all its headings are marked.
        sections: The page's headings as read; empty if they are not needed.
        marked: The sections whose headings get a slot for widgets.
        tasks: The page's tasks as read; empty if they are not needed.
        body: The page's text as read, with the lines of its front matter blank.
        is_github: Whether the page is rendered as on GitHub.
        links: The target of each reference, by its kind and as written; empty if it becomes text.
        defined_ids: The ids that the page defines.
        written: The rows that a chart beside them shows, by line: the letters that it says of each.
        words: The catalogue.
        elements: Output: the elements by their first line and tag. The tag of headings is "h".
        anchors: Output: the HTML id of each section's heading.
        task_anchors: Output: the HTML id of each task, by its line.
        missing_anchors: Output: the anchors of ids whose elements are not on the page because
            other extensions or plugins have replaced them.
    """

    reread: Callable[[str], Document | None] = lambda _: None
    sections: Sequence[Section] = ()
    marked: Container[int] = ()
    tasks: Sequence[Task] = ()
    body: str = ""
    is_github: bool = False
    links: Mapping[ReferenceKind, Mapping[str, str]] = field(default_factory=dict)
    defined_ids: Sequence[DefinedId] = ()
    written: Mapping[int, int] = field(default_factory=dict)
    words: Words = NO_WORDS
    elements: dict[tuple[int, str], etree.Element] = field(default_factory=dict)
    anchors: dict[int, str] = field(default_factory=dict)
    task_anchors: dict[int, str] = field(default_factory=dict)
    missing_anchors: set[str] = field(default_factory=set)

    @property
    def anchors_of_ids(self) -> set[str]:
        """The anchors of ids and tasks that exist on the rendered page."""
        own = {each.anchor for each in self.defined_ids} - self.missing_anchors
        return own | {*self.task_anchors.values()}

    def take(self, text: str) -> int:
        """Update the page from its final text, and return the line number of the text's first line.

        Lines are those of the file; MkDocs removes the front matter from the text.
        """
        document = self.reread(text)
        if not document:
            return 1 + _blank_lines(self.body) - _blank_lines(text)
        self.sections = document.sections
        self.marked = range(len(document.sections))
        self.tasks = document.tasks
        self.written = {}  # by lines of the file
        return 1


def _blank_lines(text: str) -> int:
    """Return the number of blank lines at the start of a text."""
    return len(text) - len(text.lstrip("\n"))
