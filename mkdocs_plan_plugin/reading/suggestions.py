"""Suggest the known name that a mistyped one may mean."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: object, known: Iterable[str], prefix: str = "") -> str:
    """Return ` (did you mean 'NAME'?)` with the closest known name, or nothing if none is close.

    Args:
        written: The name as written; nothing is close to a value that is no text.
        known: The names to choose from. Case does not matter.
        prefix: What to write before the suggested name.
    """
    if not isinstance(written, str):
        return ""
    names = {name.lower(): name for name in known}
    nearest = get_close_matches(written.lower(), names, n=1)
    return f" (did you mean '{prefix}{names[nearest[0]]}'?)" if nearest else ""
