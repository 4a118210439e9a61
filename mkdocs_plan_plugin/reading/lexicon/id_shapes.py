r"""The shapes of ids, as parts of patterns for Markdown and for HTML.

The text allowed before an id differs between the two, so each shape that begins with a letter lacks
it: `T` + lookbehind + `TASK`.
"""

from __future__ import annotations

from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENTS
from mkdocs_plan_plugin.reading.lexicon.words import sentence_alternation

NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"

CODE = (
    r"[A-Z]{0,7}(?:-[A-Z][A-Z0-9]{0,7}){0,2}-?\d{1,5}(?:[.-]\d{1,4}){0,3}[a-z]?",
    r"(?![\w%]|\.(?!x\b)\w|-(?:(?![A-Z]{1,8}-?\d)\w|[A-Z]{1,8}-?\d[\d.]*-[A-Za-z]{2})|/(?!\d|[A-Z]{1,8}-?\d)\w)",
)
"""`FR-001` without its first letter, and the lookahead after it."""
STORY = r"ser [Ss]tory (?P<story>\d{1,3})(?!\w|\.\d)"
TASK = rf"ask (?P<task>{NUMBER}[a-z]?)(?![\w-]|\.\d)"
CRITERION = r"(?P<criterion>\d{1,3})(?!\w|[.-]\w)"

REQUIREMENT = sentence_alternation(REQUIREMENTS)
"""The words after which bare numbers are those of requirements."""


def listed(ampersand: str) -> str:
    """Return a pattern for the numbers after such a word: `1.1, 1.2 and 2`; not `3 days`.

    Args:
        ampersand: The pattern for `&`, which is escaped in HTML.
    """
    and_ = rf"\s*(?:,|;|{ampersand}|\band\b|\by\b|\be\b|\bet\b|\bund\b|и|、|，)\s*"
    return (
        rf"(?P<listed>{NUMBER}(?:{and_}(?:[Rr]equirements?\s+)?{NUMBER})*)"
        r"(?![^\W_]|\.\d|\s*(?:%|-?(?:days?|weeks?|hours?)\b))"
    )
