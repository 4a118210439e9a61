"""Read symbols used as check boxes: `- ☐ text`, `- ✅ text`, `- :white_check_mark: text`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Item, State

_BOXES = {
    **dict.fromkeys("☐⬜🔲◻▢□", State.OPEN),
    **dict.fromkeys("☑☒🗹", State.DONE),
}
# These may decorate any list: they are check boxes only beside others.
_SIGNS = {
    **dict.fromkeys("✅✔✓", State.DONE),
    **dict.fromkeys("🔄⏳🚧", State.IN_PROGRESS),
}
_SYMBOLS = _BOXES | _SIGNS
SHORTCODES: Mapping[str, str] = {
    ":white_check_mark:": "✅",
    ":heavy_check_mark:": "✔",
    ":ballot_box_with_check:": "☑",
    ":white_large_square:": "⬜",
    ":white_square_button:": "🔲",
    ":black_square_button:": "🔲",
    ":construction:": "🚧",
    ":hourglass_flowing_sand:": "⏳",
    ":hourglass:": "⏳",
    ":arrows_counterclockwise:": "🔄",
    ":x:": "❌",
    ":warning:": "⚠",
    ":no_entry:": "⛔",
}
"""The names of signs in Markdown, as GitHub and Material have them."""
_SHORTCODE = re.compile("|".join(map(re.escape, SHORTCODES)))
SYMBOL = re.compile(
    rf"\s*(?:[{''.join(_SYMBOLS)}]\ufe0f?|{'|'.join(map(re.escape, SHORTCODES))})\s*"
)
"""A symbol at the start of a text as written."""

_List = tuple[int, int | None]


class Symbol(NamedTuple):
    """A symbol at the start of a text: the sign, its state and the text after it."""

    sign: str
    state: State
    text: str


def with_signs(text: str) -> str:
    """Return a text with signs in the place of their shortcodes."""
    return _SHORTCODE.sub(lambda match: SHORTCODES[match[0]], text) if ":" in text else text


def read_symbol(text: str) -> Symbol | None:
    """Read the symbol at the start of a text, or None."""
    text = with_signs(text) if text[:1] == ":" else text
    if text[:1] not in _SYMBOLS:
        return None
    rest = text[1:].lstrip("\ufe0e\ufe0f").strip()
    return Symbol(text[0], _SYMBOLS[text[0]], rest) if rest else None


def is_box(symbol: Symbol) -> bool:
    """Return whether a symbol is a check box wherever it leads an item."""
    return symbol.sign in _BOXES


def lists_with_boxes(items: Iterable[Item]) -> frozenset[_List]:
    """Return the lists in which signs such as ✅ are check boxes, by first line and outer item.

    They have a symbol that is a box; or, on a page without other check boxes, nothing but signs
    of at least two states.
    """
    found: defaultdict[_List, list[Symbol | None]] = defaultdict(list)
    has_boxes = False
    for item in items:
        has_boxes |= item.ticked is not None
        if not item.is_quoted:
            found[item.begins, item.outer].append(read_symbol(item.text))
    with_boxes = {key for key, symbols in found.items() if any(map(is_box, filter(None, symbols)))}
    if not (has_boxes or with_boxes):
        return frozenset(key for key, symbols in found.items() if _are_states(symbols))
    return frozenset(with_boxes)


def _are_states(symbols: Sequence[Symbol | None]) -> bool:
    states = {symbol.state for symbol in symbols if symbol}
    return len(states) > 1 and all(symbols)
