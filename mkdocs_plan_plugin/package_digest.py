"""A digest of the package's own code, to sign files with that outlive the process."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from mkdocs_plan_plugin import __version__


@cache
def package_digest() -> str:
    """The same for the same code, wherever it is installed."""
    return digest_of_sources(Path(__file__).parent)


def digest_of_sources(folder: Path) -> str:
    """The digest of a folder's modules, and of our version, where there are no sources."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(folder.rglob("*.py")):
        source = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(f"\0{name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()
