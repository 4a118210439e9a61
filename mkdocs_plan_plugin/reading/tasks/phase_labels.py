"""Find phases that are named by a list item or a paragraph, not by a heading.

```
- **Phase 1: Frame**        **Phase 2: Sail**
  - [x] cut
  - [ ] join                - [ ] sew
```
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import Item, PhaseLabel, Task
from mkdocs_plan_plugin.reading.markdown import Outline
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading

_BOLD = re.compile(r" {0,3}(\*\*|__)(?P<title>\S.{0,120}?)\1 ?[:：]?[ \t]*")


class PhaseLabels:
    """The phases that items and paragraphs of a page name.

    Args:
        items: The items of the page.
        lines: Its lines.
        code: The first and last lines of its code blocks.
        outline: Its sections.
    """

    def __init__(
        self,
        items: Sequence[Item],
        lines: Sequence[str],
        code: Sequence[tuple[int, int]],
        outline: Outline,
    ) -> None:
        self._items = items
        self._paragraphs = [*_bold_paragraphs(lines, code, outline)]
        self._starts = [label.line for label in self._paragraphs]

    def of(self, item: Item) -> PhaseLabel | None:
        """Return the label of an item's phase: its outermost item, or the paragraph above."""
        while item.outer is not None:
            item = self._items[item.outer]
        if is_phase(item.text):
            return PhaseLabel(item.text.rstrip(" :："), item.line, item.section)
        at = bisect_left(self._starts, item.begins) - 1
        label = self._paragraphs[at] if at >= 0 else None
        return label if label and label.section == item.section else None


def is_phase(text: str) -> bool:
    """Return whether a text names a phase by its number: `Phase 2: Core`."""
    heading = read_phase_heading(text)
    return heading is not None and bool(heading.number)


def with_phase_labels(
    tasks: Sequence[Task], labels: Sequence[PhaseLabel | None]
) -> tuple[list[Task], tuple[PhaseLabel, ...]]:
    """Add to tasks the lines of their labels, and return the labels that are used.

    The phases that a list names are a list of phases only if tasks are nested in one of them.
    """
    lists = {
        label.section
        for task, label in zip(tasks, labels, strict=True)
        if label and label.line != task.line
    }
    used = [label if label and label.section in lists else None for label in labels]
    found = [
        task._replace(phase=label.line) if label else task
        for task, label in zip(tasks, used, strict=True)
    ]
    return found, tuple(dict.fromkeys(label for label in used if label))


def _bold_paragraphs(
    lines: Sequence[str], code: Sequence[tuple[int, int]], outline: Outline
) -> Iterator[PhaseLabel]:
    hidden = {number for first, last in code for number in range(first, last + 1)}
    for number, line in enumerate(lines, 1):
        if ("**" in line or "__" in line) and number not in hidden:
            match = _BOLD.fullmatch(line)
            title = match["title"].strip(" :：") if match else ""
            if title and is_phase(title):
                yield PhaseLabel(title, number, outline.at(number))
