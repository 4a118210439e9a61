"""Files to remember things in between two builds, which may be deleted at any time.

Whatever is wrong with one, it counts as missing. Each is signed with all that its content
follows from, so that none is ever out of date.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

MALFORMED = (
    *(OSError, EOFError, zlib.error),
    *(ValueError, TypeError, LookupError, AttributeError, OverflowError),
)
"""What is raised where a file is not what was written."""


# What texts are read with, besides this package.
_READERS = ("pyromark", "PyYAML")


@cache
def code_digest() -> str:
    """The sign of all that a finding follows from besides what was read: other code may differ."""
    package = Path(__file__).parents[1]
    said = hashlib.sha256(sys.version.encode())
    for name in (package.name, *_READERS):
        with contextlib.suppress(metadata.PackageNotFoundError):
            said.update(f"{name} {metadata.version(name)}".encode())
    for path in sorted(package.rglob("*.py")):
        with contextlib.suppress(OSError):
            said.update(path.read_bytes())
    return said.hexdigest()


def digest(*parts: str) -> str:
    """A sign of several parts in one."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def load(path: Path, signature: str) -> Any:
    """Read what was kept with this signature, or None."""
    try:
        held = json.loads(gzip.decompress(path.read_bytes()))
        return held["content"] if held["signature"] == signature else None
    except (*MALFORMED, RecursionError):
        return None


def save(path: Path, signature: str, content: Any) -> None:
    """Keep something, all of it or nothing; a folder that cannot be written to is left alone."""
    held = json.dumps({"signature": signature, "content": content}, separators=(",", ":"))
    data = gzip.compress(held.encode(), compresslevel=1, mtime=0)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise


class Table:
    """Gives each different thing a number, in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, thing: Any) -> int:
        """The number of a thing."""
        return self._numbers.setdefault(thing, len(self._numbers))

    def numbers(self, things: Iterable[Any]) -> list[int]:
        """The numbers of things."""
        return [self.number(thing) for thing in things]

    @property
    def things(self) -> list[Any]:
        """All of them, by their numbers."""
        return list(self._numbers)


def require(is_right: bool) -> None:
    """Stop taking apart what is not what was kept.

    Raises:
        ValueError: It is not.
    """
    if not is_right:
        raise ValueError
