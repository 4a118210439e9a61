"""What a definition says, in a line: the first sentence behind its id."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Definition
from mkdocs_plan_plugin.rendering.shortening import shorten

_SENTENCE = re.compile(r"[.!?。！？](?=\s|\Z)")
_AROUND = " :：.)]}—–-*_|"


def title_of(definition: Definition) -> str:
    """The first sentence behind an id, or as much of it as fits."""
    text = definition.text
    if definition.written:  # a criterion that is known by its number in a list has none
        _, _, text = text.partition(definition.written)
    text = (text if text.strip() else definition.text).lstrip(_AROUND)
    end = _SENTENCE.search(text)
    return shorten(text[: end.end()] if end else text)
