"""Read and write cache files, which can be deleted at any time.

A damaged file counts as missing. Each file is signed with a digest of everything that its content
depends on, so that none is ever out of date.
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
"""The exceptions raised when a file is not as it was written."""


# The packages, apart from this one, that affect how a text is read.
_READERS = ("pyromark", "PyYAML")


@cache
def code_digest() -> str:
    """Return a digest of the code that results depend on."""
    package = Path(__file__).parents[1]
    found = hashlib.sha256(sys.version.encode())
    for name in (package.name, *_READERS):
        with contextlib.suppress(metadata.PackageNotFoundError):
            found.update(f"{name} {metadata.version(name)}".encode())
    for path in sorted(package.rglob("*.py")):
        with contextlib.suppress(OSError):
            found.update(path.read_bytes())
    return found.hexdigest()


def digest(*parts: str) -> str:
    """Return a digest of several parts."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def load(path: Path, signature: str) -> Any:
    """Read the content saved with this signature, or return None."""
    try:
        cached = json.loads(gzip.decompress(path.read_bytes()))
        return cached["content"] if cached["signature"] == signature else None
    except (*MALFORMED, RecursionError):
        return None


def save(path: Path, signature: str, content: Any) -> None:
    """Write content atomically; do nothing if the folder is not writable."""
    text = json.dumps({"signature": signature, "content": content}, separators=(",", ":"))
    data = gzip.compress(text.encode(), compresslevel=1, mtime=0)
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
    """Numbers distinct values in the order in which they are added."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """Return the number of a value, adding it if it is new."""
        return self._numbers.setdefault(value, len(self._numbers))

    def numbers(self, values: Iterable[Any]) -> list[int]:
        """Return the numbers of values."""
        return [self.number(value) for value in values]

    @property
    def values(self) -> list[Any]:
        """The values in order of their numbers."""
        return list(self._numbers)


def require(is_valid: bool) -> None:
    """Require that cached content is valid.

    Raises:
        ValueError: It is not.
    """
    if not is_valid:
        raise ValueError
