"""Split links and names of pages into path, line and fragment."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

_LINES = re.compile(r":\d+(?:-\d+)?\Z")
_LINE = re.compile(r"L\d+(?:-L?\d+)?")
_MACHINE = re.compile(r"file:|[A-Za-z]:[\\/]|~/|/(?:Users|home|root|mnt|c|d)/")


def path_of(target: str) -> str | None:
    """Return the path of a link within a repository, with its line if any, or None."""
    target = unquote(target.partition("#")[0])
    bare, lines = split_line(target)  # else "a.md:12" has the scheme "a.md"
    try:
        parts = urlsplit(bare)
    except ValueError:  # "http://[" is no address
        return None
    if parts.netloc or (parts.scheme and not is_of_machine(bare)):
        return None
    return parts.path + lines


def split_line(path: str) -> tuple[str, str]:
    """Split a path from the line or lines that it names: `a.md`, `:12-14`."""
    lines = _LINES.search(path)
    return (path[: lines.start()], lines[0]) if lines else (path, "")


def plain_name(name: str) -> str:
    """Return a name without prefix, fragment and line: `a.md` for `@a.md#goal` and `a.md:12`."""
    return split_line(name.partition("#")[0])[0].removeprefix("@")


def fragment_of(target: str) -> str:
    """Return the fragment of a name or link, unless it names a line."""
    fragment = target.partition("#")[2]
    return "" if _LINE.fullmatch(fragment) else fragment


def line_of(target: str) -> str:
    """Return the line in the fragment of a link, as repository hosts write it: `L12`."""
    fragment = target.partition("#")[2]
    return fragment if _LINE.fullmatch(fragment) else ""


def is_relative(target: str) -> bool:
    """Whether a link is a relative path, and not a URL or a fragment."""
    return bool(path_of(target)) and not target.startswith("/")


def is_of_machine(path: str) -> bool:
    """Whether a path is on a user's machine: `~/work`, `/home/ada`."""
    return bool(_MACHINE.match(path))


def relative(page: str, target: str) -> str:
    """Return the path of `target` relative to `page`."""
    # Absolute paths save a look-up of the working directory.
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(page)}")
