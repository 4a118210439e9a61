"""Compare the names of phases, rows and tasks."""

from __future__ import annotations

import re
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)")


def same_name(one: str, other: str) -> bool:
    """Return whether two names are equal but for case, punctuation and what is in brackets."""
    return bool(plain_name(one)) and plain_name(one) == plain_name(other)


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a name without case, punctuation and what is in round brackets."""
    bare = _BRACKETS.sub("", name) if "(" in name else name
    return "".join(filter(str.isalnum, bare)).casefold()
