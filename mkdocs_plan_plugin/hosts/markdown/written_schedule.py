"""Folds the list or table whose rows a chart beside it shows."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER

from mkdocs_plan_plugin.hosts.markdown.page import RenderedPage
from mkdocs_plan_plugin.hosts.markdown.parents import Parents

_ROWS = ("li", "tr")
_CONTAINERS = ("ul", "ol", "table")
_NOT_PLAIN: tuple[object, ...] = (etree.Comment, "input", "h1", "h2", "h3", "h4", "h5", "h6")
_RAW_HTML = HTML_PLACEHOLDER.partition("%")[0]
"""Begins what stands for raw HTML, of which nothing is known."""
_OURS = {
    "data-plan-widget": "written",
    "data-search-exclude": "data-search-exclude",
    "data-pagefind-ignore": "all",
}
"""Marks the summary as ours: what it folds is the author's."""
_SMALL = 16
"""Letters of a row that the chart does not say, such as punctuation or a sign of its state."""


class ScheduleFolder(Treeprocessor):
    """Puts a list or table into a `<details>` if its rows say no more than the chart.

    Not if it contains boxes, headings, slots of widgets, or the target of a link.
    """

    def __init__(self, md: Markdown, page: RenderedPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: etree.Element) -> None:
        """Fold them in the tree, whose ids are all set by now."""
        parents = Parents(root)
        rows = {
            element: size
            for line, size in self._page.written.items()
            for tag in _ROWS
            if (element := self._page.elements.get((line, tag))) is not None
        }
        containers = {
            found: None for row in rows if (found := _container(row, parents)) is not None
        }
        for container in containers:
            parent = parents.of(container)
            if parent is not None and _is_covered(container, rows) and _is_plain(container):
                self._fold(container, parent)

    def _fold(self, container: etree.Element, parent: etree.Element) -> None:
        details = etree.Element("details", {"class": "plan-written"})
        etree.SubElement(details, "summary", _OURS).text = self._page.words("as-written")
        details.tail, container.tail = container.tail, "\n"
        parent[[*parent].index(container)] = details
        details.append(container)


def _container(row: etree.Element, parents: Parents) -> etree.Element | None:
    """Return the list or table of a row, unless that is within another one."""
    found = [each for each in parents.around(row) if each.tag in _CONTAINERS]
    return found[0] if len(found) == 1 else None


def _is_covered(container: etree.Element, rows: dict[etree.Element, int]) -> bool:
    """Whether the chart shows all of its rows, and nearly all that they say."""
    return all(
        row in rows and len(" ".join("".join(row.itertext()).split())) <= rows[row] + _SMALL
        for row in _rows_of(container)
    )


def _rows_of(container: etree.Element) -> Iterator[etree.Element]:
    if container.tag != "table":
        return iter(container)
    return (row for part in container if part.tag != "thead" for row in part.iter("tr"))


def _is_plain(container: etree.Element) -> bool:
    return not any(
        part.tag in _NOT_PLAIN
        or part.get("id")
        or part.get("name")
        or "task" in part.get("class", "")
        or _RAW_HTML in f"{part.text}{part.tail}"
        for part in container.iter()
    )
