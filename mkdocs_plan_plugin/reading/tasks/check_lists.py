"""Decide which lists of a page are lists of checks, by what introduces them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Item
from mkdocs_plan_plugin.reading.markdown import Blocks, Outline
from mkdocs_plan_plugin.reading.tasks.checks import (
    CheckRules,
    is_check_page,
    is_criterion,
    label_names_checks,
    title_names_checks,
)

_LABEL_LINES = 3


class CheckLists:
    """The lists of checks on a page; each list is classified once.

    Args:
        path: The page.
        blocks: Its blocks.
        lines: Its lines.
        rules: The names of checks.
    """

    def __init__(self, path: str, blocks: Blocks, lines: Sequence[str], rules: CheckRules) -> None:
        self._all = is_check_page(path)
        self._items = blocks.items
        self._outline = Outline(blocks.sections)
        self._lines = lines
        self._rules = rules
        self._found: dict[tuple[int, int | None], bool] = {}

    def has_item(self, item: Item) -> bool:
        """Return whether a list item is in a list of checks."""
        if self._all:
            return True
        key = item.begins, item.outer
        if key not in self._found:
            self._found[key] = self._has(item)
        return self._found[key]

    def has_section(self, section: int | None) -> bool:
        """Return whether what is in a section, but in no list, is a check."""
        return self._all or self._names_checks("", section)

    def _has(self, item: Item) -> bool:
        if item.outer is not None:
            outer = self._items[item.outer]
            return self._rules.is_check(outer.text, ()) or self.has_item(outer)
        if self._names_checks(self._label(item.begins), item.section):
            return True
        return is_criterion(item.text) and not self._is_work(item.section)

    def _names_checks(self, label: str, section: int | None) -> bool:
        return self._rules.is_check(label, self._titles(section))

    def _is_work(self, section: int | None) -> bool:
        """Return whether the nearest heading that says anything names a list of work."""
        named = map(title_names_checks, self._titles(section))
        return next((found is False for found in named if found is not None), False)

    def _titles(self, section: int | None) -> list[str]:
        sections = self._outline.sections
        return [sections[each].title for each in self._outline.around(section)]

    def _label(self, line: int) -> str:
        """Return the paragraph right before the list that begins at a line.

        If that only introduces the list, the bold line above it is the label.
        """
        lines = self._lines
        start, end = self._paragraph(line - 1)
        above = lines[start - 2].strip() if 1 < start < end else ""
        if not lines[start - 1].strip() and _is_bold(above):
            intro = "\n".join(lines[start:end])
            if label_names_checks(intro.strip(" *_>")) is None:
                return above.strip(" *_>")
        return "\n".join(text.strip(" *_>") for text in lines[start:end])

    def _paragraph(self, end: int) -> tuple[int, int]:
        """Return the indices of the first line, and after the last, of the paragraph above."""
        if end and not self._lines[end - 1].strip():
            end -= 1
        start = end
        while start > max(0, end - _LABEL_LINES) and _is_text(self._lines[start - 1]):
            start -= 1
        return start, end


def _is_text(line: str) -> bool:
    text = line.strip()
    return bool(text) and text[0] not in "#|-+`~" and not text.startswith("* ")


def _is_bold(line: str) -> bool:
    return len(line) > 4 and line[:2] in ("**", "__") and line.rstrip(":：")[-2:] == line[:2]
