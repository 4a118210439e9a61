"""Brackets that may hold others: `(2026-03-09 (Mon) - 2026-03-13 (Fri))`."""

import re

IN_BRACKETS = r"[(（\[](?P<value>(?:[^()（）\[\]]|[(（\[][^()（）\[\]]*[)）\]])+)[)）\]]"
_BRACKETS = re.compile(IN_BRACKETS)


def outside_brackets(text: str) -> str:
    """Return a text of the same length in which what is in brackets is blotted out."""
    return _BRACKETS.sub(lambda bracket: "_" * len(bracket[0]), text)
