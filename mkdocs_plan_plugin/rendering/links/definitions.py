"""Summarize a definition: the first sentence after its id."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Definition
from mkdocs_plan_plugin.rendering.shortening import shorten

_SENTENCE = re.compile(r"[.!?。！？](?=\s|\Z)")
_AROUND = " :：.)]}—–-*_|"


def title_of(definition: Definition) -> str:
    """Return the first sentence after an id, shortened to fit on a line."""
    text = definition.text
    if definition.written:  # empty for a criterion identified by its number in a list
        _, _, text = text.partition(definition.written)
    text = (text if text.strip() else definition.text).lstrip(_AROUND)
    end = _SENTENCE.search(text)
    return shorten(text[: end.end()] if end else text)
