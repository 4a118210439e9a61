"""Read and write cache files, which can be deleted at any time.

A damaged file counts as missing, and so does one that would unpack to more than any cache: it can
come from a repository. Each file is signed with a digest of everything that its content depends
on, so that none is ever out of date.
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
from typing import IO, Any

MALFORMED = (
    *(OSError, EOFError, zlib.error),
    *(ValueError, TypeError, LookupError, AttributeError, OverflowError),
)
"""The exceptions raised when a file is not as it was written."""


_MOST = 64 * 2**20
"""The size of the largest cache file, unpacked: several times that of a very large site."""
_GZIP = 16 + zlib.MAX_WBITS
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
        with path.open("rb") as file:
            text = _unpacked(file, _head(signature))
        return json.loads(text)["content"] if text else None
    except (*MALFORMED, RecursionError):
        return None


def _unpacked(file: IO[bytes], head: bytes) -> bytes:
    """Unpack a file, and return nothing if it has another head or is too large."""
    unpacker = zlib.decompressobj(_GZIP)
    data = file.read(_MOST)
    found = unpacker.decompress(data, len(head))
    if found != head:
        return b""
    found += unpacker.decompress(unpacker.unconsumed_tail, _MOST)
    return found if unpacker.eof else b""


def _head(signature: str) -> bytes:
    """The beginning of a file, before its content."""
    return f'{{"signature":{json.dumps(signature)},"content":'.encode()


def save(path: Path, signature: str, content: Any) -> None:
    """Write content atomically; do nothing if it is too large or the folder is not writable."""
    text = _head(signature) + json.dumps(content, separators=(",", ":")).encode() + b"}"
    if len(text) > _MOST:
        return
    data = gzip.compress(text, compresslevel=1, mtime=0)
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
