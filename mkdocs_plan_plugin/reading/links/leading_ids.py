"""Find the id that a text begins with, if the text defines it: `**R1**: It rains`, not `F3 key`.

Ids such as `FR-001` need nothing else. Those that may be anything, a key or the name of a product,
are set off from the text: in bold, or by a colon, a dash or the like.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_plan_plugin.reading.lexicon.requirements import REQUIREMENT_CODES, STORY_CODES
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.links.ids import FoundId, IdRules, find_ids, is_requirement
from mkdocs_plan_plugin.reading.tasks import is_standard

_LEADS = re.compile(r"[\W_]*", re.ASCII)
_HEAD = 80
_JOINT = re.compile(r"\s*(?:[,&/+]|-|–|—|\bto\b|\band\b)\s*")
# What may be anything has no hyphen, and is not one of the usual ids of tasks. "Task 1" may begin a
# sentence.
_MAY_BE_ANYTHING = re.compile(
    r"(?!(?:T|TASK|ST|STEP|WP|ADR)\d{2}|(?:TASK|STEP|ADR)\d)[A-Z]+\d[\d.]*[a-z]?|Task .*|STORY-.*"
)
_PRIORITY = re.compile(r"P\d")
_KEY_ON_KEYBOARD = re.compile(r"F(?:\d|1[0-2])")
# Numbers of other systems: `CS8603`, `PEP8601`.
_FOREIGN = re.compile(r"[A-Z]+\d{4,}")
# A part of a year, `Q3 2027` or `S2 de 2027`, unless a date follows: `S2 2027-03-01`.
_PERIOD = re.compile(
    r"(?:[HQST]|[CK]?W)\d{1,2}(?:\s*[/']\s*|\s+(?:(?:of|de|del)\s+)?)20\d\d\b(?!-\d)"
)
_NUMERONYM = re.compile(r"[A-Z]\d\d[ny]|K8s")  # `A11y`, `I18n`
_PREFIX = re.compile(r"\D*")
_SET_OFF = re.compile(r"[*_\s]*(?:\([^()]*\)[*_\s]*)?(?:\Z|[:：.)\]|—–=→]|-+>?\s)")
_BOLD = re.compile(r"\W*(?:\*\*|__)\W{0,2}[A-Z]+\d[\d.]*[a-z]?\W{0,2}(?:\*\*|__)")


# At the start of a task, in bold or not; in brackets it is a label.
_BEGINS_REQUIREMENT = re.compile(
    rf"[*_~\s]*(?:{alternation((*REQUIREMENT_CODES, *STORY_CODES))})-?\d"
)


class LeadingId(NamedTuple):
    """The id at the start of a text, whether it is set off, and how likely it is none."""

    found: FoundId
    is_set_off: bool
    is_priority: bool = False
    is_foreign: bool = False
    is_on_keyboard: bool = False


def leading_id(text: str, rules: IdRules, line: str = "") -> LeadingId | None:
    """Return the id that a text begins with, unless it begins a list of ids.

    Args:
        text: The text of an element.
        rules: The site's own ids.
        line: The line of Markdown that the text was read from, to see what is bold.
    """
    head = text[:_HEAD]
    begins = _LEADS.match(head)
    at = begins.end() if begins else 0
    found = next(find_ids(head, rules), None)
    if not found or found.start != at or is_standard(found.key) or _is_listed(head, found, rules):
        return None
    if _PERIOD.match(head, at) or _NUMERONYM.fullmatch(found.key):
        return None
    key = found.key
    if is_requirement(key) or not _MAY_BE_ANYTHING.fullmatch(key):
        return LeadingId(found, is_set_off=True)
    is_on_keyboard = bool(_KEY_ON_KEYBOARD.fullmatch(key))
    is_bold = not is_on_keyboard and bool(_BOLD.match(line))
    is_set_off = is_bold or bool(_SET_OFF.match(head, found.end))
    return LeadingId(
        found,
        is_set_off,
        is_priority=bool(_PRIORITY.fullmatch(key)),
        is_foreign=bool(_FOREIGN.fullmatch(key)),
        is_on_keyboard=is_on_keyboard,
    )


def begins_requirement(text: str) -> bool:
    """Return whether a text begins with the id of a requirement or a story."""
    return bool(_BEGINS_REQUIREMENT.match(text))


def prefix_of(key: str) -> str:
    """Return what ids of one kind begin with: `FR-` for `FR-001`."""
    match = _PREFIX.match(key)
    return match[0] if match else ""


def _is_listed(text: str, found: FoundId, rules: IdRules) -> bool:
    """Return whether an id begins a list or range: `FR-001, FR-002: covered`, `T001-T005`."""
    rest = text[found.end :]
    joint = _JOINT.match(rest)
    following = next(find_ids(rest[joint.end() :], rules), None) if joint else None
    return bool(following and following.start == 0)
