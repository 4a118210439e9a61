"""Messages on names and values that an option does not know."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def unknown(kind: str, value: object, allowed: Iterable[str]) -> str:
    """Return the message on an unknown value: the nearest allowed one, and all of them."""
    names = [str(name) for name in allowed]
    return f"Unknown {kind} {value!r}.{did_you_mean(value, names)} Allowed: {', '.join(names)}."


def did_you_mean(value: object, allowed: Iterable[str]) -> str:
    """Return ` Did you mean 'x'?`, or an empty text if no allowed name is close."""
    nearest = get_close_matches(value, list(allowed), 1) if isinstance(value, str) else []
    return f" Did you mean {nearest[0]!r}?" if nearest else ""
