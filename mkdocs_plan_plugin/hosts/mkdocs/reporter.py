"""Tells authors what they should know, as loud as the user wants to hear it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from mkdocs_plan_plugin.model import Category, Diagnostic, Severity

if TYPE_CHECKING:
    from mkdocs.structure.files import File

log = get_plugin_logger("plan")


class Reporter:
    """Writes diagnostics to the log of the build.

    Args:
        levels: `warn`, `info` or `ignore` by topic, where it is not `info`.
    """

    def __init__(self, levels: Mapping[Category, str]) -> None:
        self._levels = levels

    def reported(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that the user wants to hear of."""
        return (found for found in diagnostics if self._level(found) != "ignore")

    def report(self, diagnostics: Iterable[Diagnostic], files: Mapping[str, File]) -> None:
        """Tell them, each with the file and line, what is wrong, and the cure.

        Args:
            diagnostics: What was found.
            files: The site's pages, by their path.
        """
        for found in self.reported(diagnostics):
            is_loud = self._level(found) == "warn" or found.severity is Severity.WARNING
            say = log.warning if is_loud else log.info
            source = files[found.path].abs_src_path
            place = shown_path(source) if source else found.path
            say(f"{place}:{found.line}: {found.problem}. To mend it, {found.fix}.")

    def _level(self, found: Diagnostic) -> str:
        return self._levels.get(found.category, "info") if found.category else ""


def shown_path(file: str | os.PathLike[str]) -> str:
    """The path of a file as users write it: from here, or whole where it is on another drive."""
    try:
        return os.path.relpath(file)
    except ValueError:
        return os.fspath(file)


def unreadable(path: str, error: Exception, is_left_out: bool) -> Diagnostic:
    """What to say of a page that is no text."""
    result = "it is left out" if is_left_out else "no plan is looked for on it"
    return Diagnostic(
        path,
        1,
        f"the page cannot be read as text ({error}), so {result}",
        "save it as UTF-8",
        Severity.WARNING,
    )
