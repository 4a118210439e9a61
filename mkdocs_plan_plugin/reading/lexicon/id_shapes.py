r"""The shapes of ids, as parts of patterns: for whoever looks for them in Markdown or in HTML.

What may stand before an id differs between the two, so each shape that begins with a letter does so
without it: `T` + what may stand before + `TASK`.
"""

from __future__ import annotations

from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENTS
from mkdocs_plan_plugin.reading.lexicon.words import sentence_alternation

NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"

CODE = (
    r"[A-Z]{0,7}(?:-[A-Z][A-Z0-9]{0,7}){0,2}-?\d{1,5}(?:[.-]\d{1,4}){0,3}[a-z]?",
    r"(?![\w%]|\.(?!x\b)\w|-(?![A-Z]{1,8}-?\d)\w|/(?!\d|[A-Z]{1,8}-?\d)\w)",
)
"""`FR-001` without its first letter, and what may not stand behind it."""
STORY = r"ser [Ss]tory (?P<story>\d{1,3})(?!\w|\.\d)"
TASK = rf"ask (?P<task>{NUMBER}[a-z]?)(?![\w-]|\.\d)"
CRITERION = r"(?P<criterion>\d{1,3})(?!\w|[.-]\w)"

REQUIREMENT = sentence_alternation(REQUIREMENTS)
"""The words behind which bare numbers are those of requirements."""


def listed(ampersand: str) -> str:
    """The numbers behind such a word: `1.1, 1.2 and 2`. Not counts: `3 days`.

    Args:
        ampersand: How `&` is written.
    """
    and_ = rf"\s*(?:,|;|{ampersand}|\band\b|\by\b|\be\b|\bet\b|\bund\b|и|、|，)\s*"
    return (
        rf"(?P<listed>{NUMBER}(?:{and_}(?:[Rr]equirements?\s+)?{NUMBER})*)"
        r"(?![^\W_]|\.\d|\s*(?:%|-?(?:days?|weeks?|hours?)\b))"
    )
