"""The message on a name or value that an option does not know."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.reading import did_you_mean


def unknown(kind: str, value: object, allowed: Iterable[str]) -> str:
    """Return the message on an unknown value: the closest allowed one, and all of them."""
    names = [str(name) for name in allowed]
    return f"Unknown {kind} {value!r}{did_you_mean(value, names)}. Allowed: {', '.join(names)}."
