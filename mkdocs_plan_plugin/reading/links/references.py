"""Read the ids of a page: its definitions and its mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

from mkdocs_plan_plugin.model import NO_PAGE_IDS, PageIds, Task
from mkdocs_plan_plugin.reading.links.definitions import defines_without_id, find_definitions
from mkdocs_plan_plugin.reading.links.ids import WORDS, IdRules
from mkdocs_plan_plugin.reading.links.mentions import Mentions
from mkdocs_plan_plugin.reading.markdown import Blocks

# Candidates for ids, except those at the start of tasks.
_HINT = re.compile(r"[A-Z](?<!\] .)-?\d")
# Words before ids that a number follows, except at the start of tasks.
_WORD_HINT = re.compile(
    r"(?!ask|tory|AC)|(?<=[Tt])(?<!\] .)(?<!\] \*\*.)ask \d"
    r"|(?<=ser [Ss])tory |(?<=[Ss])tory \d+\.\d|ACs?\s?[#:]?\s?\d"
)


def read_page_ids(text: str, blocks: Blocks, tasks: Sequence[Task], rules: IdRules) -> PageIds:
    """Find the ids of a page.

    Args:
        text: The text that the blocks were read from.
        blocks: The page's blocks.
        tasks: The page's tasks.
        rules: The site's own ids.
    """
    lines = text.split("\n")
    hints = _hints(text, blocks, lines, rules)
    if not hints and not any(defines_without_id(section.title) for section in blocks.sections):
        return NO_PAGE_IDS
    definitions = find_definitions(lines, hints, blocks, tasks, rules)
    mentions = Mentions(lines, blocks, tasks, rules).find(hints)
    return PageIds(tuple(definitions), tuple(mentions))


def _hints(text: str, blocks: Blocks, lines: Sequence[str], rules: IdRules) -> Sequence[int]:
    """Return the lines that may have ids, in order, without those of code."""
    found = [match.start() for match in _HINT.finditer(text)]
    for word in WORDS:
        at = text.find(word)
        while at >= 0:
            if _WORD_HINT.match(text, at):
                found.append(at)
            at = text.find(word, at + len(word))
    if rules.patterns:
        found = list(range(len(text) + 1))
    if not found:
        return ()
    ends = list(accumulate(len(line) + 1 for line in lines))
    code = frozenset(chain.from_iterable(range(first, last + 1) for first, last in blocks.code))
    return sorted({bisect_right(ends, at) + 1 for at in found} - code)
