"""Read the state that is written beside a row: `✅ Beta: May 5`, `Beta: May 5 (done)`.

Only what is nothing but a state counts: the name of a row can contain such a word.
"""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.tasks import SIGNS, bare_state

_LONGEST = 48
"""How much of the end of a text is read."""
_IN_BRACKETS = re.compile(r"[(\[（]\s*([^()\[\]（）]+?)\s*[)\]）]\W*\Z")
_LAST = re.compile(r"[,;:–—]\s*([^,;:–—()\[\]]+)\Z|\s-\s+([^,;:–—()\[\]-]+)\Z")
_SIGNS_AROUND = re.compile(r"\A[^\w(\[]*|[^\w)\]]*\Z")


def state_beside(name: str, time: str) -> State | None:
    """Return the state beside a row.

    Args:
        name: Its name, with signs around it or a state in brackets after it.
        time: Its time as written, with a sign or a state after it.
    """
    name, time = (_ends(text) for text in (name, time))
    signs = "".join((*_SIGNS_AROUND.findall(name), *_SIGNS_AROUND.findall(time)))
    words = [match[1] for text in (name, time) if (match := _IN_BRACKETS.search(text))]
    if last := _LAST.search(time):
        words.append(last[1] or last[2])
    states = [*(SIGNS[sign] for sign in signs if sign in SIGNS), *map(bare_state, words)]
    found = {state for state in states if state}
    return found.pop() if len(found) == 1 else None


def _ends(text: str) -> str:
    """Return the beginning and the end of a long text."""
    text = text.strip()
    return text if len(text) <= 2 * _LONGEST else f"{text[:_LONGEST]}x{text[-_LONGEST:]}"
