"""Writes diagnostics to MkDocs' log, at the levels that the site's author has set."""

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
        levels: `warn`, `info` or `ignore` by category. Default for a category: `info`.
    """

    def __init__(self, levels: Mapping[Category, str]) -> None:
        self._levels = levels

    def enabled(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics whose category is not set to `ignore`."""
        return (each for each in diagnostics if self._level(each) != "ignore")

    def report(self, diagnostics: Iterable[Diagnostic], files: Mapping[str, File]) -> None:
        """Log diagnostics, each with its file and line, the problem and the fix.

        Args:
            diagnostics: The diagnostics of pages.
            files: The site's pages, by their path.
        """
        for each in self.enabled(diagnostics):
            is_warning = self._level(each) == "warn" or each.severity is Severity.WARNING
            write = log.warning if is_warning else log.info
            source = files[each.path].abs_src_path
            path = shown_path(source) if source else each.path
            write(message(each.problem, each.fix, f"{path}:{each.line}"))

    def _level(self, diagnostic: Diagnostic) -> str:
        return self._levels.get(diagnostic.category, "info") if diagnostic.category else ""


def message(problem: str, fix: str = "", location: str = "") -> str:
    """Return `path:line: problem. Fix: fix.`, the form of all messages of a build.

    Args:
        problem: A clause without a final period.
        fix: An imperative clause without a final period, or nothing.
        location: `path:line`, or nothing where no line of a file is concerned.
    """
    before = f"{location}: " if location else ""
    return f"{before}{problem}. Fix: {fix}." if fix else f"{before}{problem}."


def shown_path(file: str | os.PathLike[str]) -> str:
    """Return a file's path from the working directory, or in full if it is on another drive."""
    try:
        return os.path.relpath(file)
    except ValueError:
        return os.fspath(file)


def unreadable(path: str, error: Exception, *, is_excluded: bool) -> Diagnostic:
    """Return the diagnostic on a page whose file is not text."""
    result = "it is excluded" if is_excluded else "it is not searched for a plan"
    return Diagnostic(
        path,
        1,
        f"the page cannot be read as text ({error}), so {result}",
        "save it as UTF-8",
        Severity.WARNING,
    )
