"""What the Markdown extension needs to know of the page in hand, and what it learns."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_plan_plugin.model import Document, NormalizedText, Section, Task
from mkdocs_plan_plugin.rendering.words import Words

NO_WORDS = Words()


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
        code_links: Names in code spans and the link each becomes.
        placeholders: Texts in square brackets and the link each becomes.
        words: The catalogue.
        anchors: Filled with the id of each section's heading.
        task_anchors: Filled with the id of each task, by its line.
    """

    reread: Callable[[str], Document | None] = lambda _: None
    sections: Sequence[Section] = ()
    marked: Container[int] = ()
    tasks: Sequence[Task] = ()
    normalize: Callable[[str], NormalizedText] | None = None
    code_links: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, str] = field(default_factory=dict)
    words: Words = NO_WORDS
    anchors: dict[int, str] = field(default_factory=dict)
    task_anchors: dict[int, str] = field(default_factory=dict)

    def take(self, text: str) -> None:
        """Look at the page's final text before it is rendered."""
        document = self.reread(text)
        if document:
            self.sections = document.sections
            self.marked = range(len(document.sections))
            self.tasks = document.tasks
