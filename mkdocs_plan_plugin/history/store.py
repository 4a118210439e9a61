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
import tempfile
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

WRONG = (
    *(OSError, EOFError, zlib.error),
    *(ValueError, TypeError, LookupError, AttributeError, OverflowError),
)
"""What is raised where a file is not what was written."""


@cache
def source(modules: tuple[ModuleType, ...]) -> str:
    """The sign of the code of modules: what older code has found may be wrong."""
    said = hashlib.sha256()
    for module in modules:
        with contextlib.suppress(OSError):
            said.update(Path(module.__file__ or "").read_bytes())
    return said.hexdigest()


def sign(*parts: str) -> str:
    """A sign of several parts in one."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def load(path: Path, signature: str) -> Any:
    """Read what was kept with this signature, or None."""
    try:
        held = json.loads(gzip.decompress(path.read_bytes()))
        return held["content"] if held["signature"] == signature else None
    except (*WRONG, RecursionError):
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


def check(is_right: bool) -> None:
    """Stop taking apart what is not what was kept.

    Raises:
        ValueError: It is not.
    """
    if not is_right:
        raise ValueError
