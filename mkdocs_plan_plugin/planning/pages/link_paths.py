"""The paths that links and names are written with, and what may stand around them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

_LINES = re.compile(r":\d+(?:-\d+)?\Z")
_LINE = re.compile(r"L\d+(?:-L?\d+)?")
_MACHINE = re.compile(r"file:|[A-Za-z]:[\\/]|~/|/(?:Users|home|root|mnt|c|d)/")


def path_of(target: str) -> str | None:
    """The path of a link within a repository, with the line that it may name, or None."""
    target = unquote(target.partition("#")[0])
    bare, lines = split_line(target)  # or "a.md:12" would be an address of the scheme "a.md"
    try:
        parts = urlsplit(bare)
    except ValueError:  # "http://[" is no address
        return None
    if parts.netloc or (parts.scheme and not is_of_machine(bare)):
        return None
    return parts.path + lines


def split_line(path: str) -> tuple[str, str]:
    """A path, and the line or lines that it names: `a.md`, `:12-14`."""
    lines = _LINES.search(path)
    return (path[: lines.start()], lines[0]) if lines else (path, "")


def plain_name(name: str) -> str:
    """A name without what stands around it: `@a.md#goal` and `a.md:12` are `a.md`."""
    return split_line(name.partition("#")[0])[0].removeprefix("@")


def fragment_of(target: str) -> str:
    """The heading that a name or a link says; not a line."""
    fragment = target.partition("#")[2]
    return "" if _LINE.fullmatch(fragment) else fragment


def line_of(target: str) -> str:
    """The line that a link says as hosts of repositories write it: `L12`."""
    fragment = target.partition("#")[2]
    return fragment if _LINE.fullmatch(fragment) else ""


def is_relative(target: str) -> bool:
    """Whether a link leads to a file by its path, and not to an address or a heading."""
    return bool(path_of(target)) and not target.startswith("/")


def is_of_machine(path: str) -> bool:
    """Whether a path is one of somebody's machine: `~/work`, `/home/ada`."""
    return bool(_MACHINE.match(path))


def relative(page: str, target: str) -> str:
    """The path of a page as a link from another one writes it."""
    # From a root, or Python asks for the working directory each time.
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(page)}")
