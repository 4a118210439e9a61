"""Pages from outside the docs folder, as files of the site."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from mkdocs_plan_plugin.hosts.mkdocs.files.languages import Languages
from mkdocs_plan_plugin.hosts.mkdocs.reporter import shown_path
from mkdocs_plan_plugin.sources import (
    Mounted,
    Problem,
    SourceOptions,
    known_beside,
    mount_sources,
    project_root,
)

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

log = get_plugin_logger("plan")


class Mounts:
    """What one build takes from outside the docs folder.

    Args:
        wanted: What the user asks for.
        config: The site's configuration.
        languages: The site's languages.
    """

    def __init__(self, wanted: SourceOptions, config: MkDocsConfig, languages: Languages) -> None:
        settings = config.config_file_path
        self.home = Path(os.path.dirname(settings) if settings else os.getcwd())
        """The folder of mkdocs.yml."""
        self.root = project_root(self.home)
        """The repository's folder."""
        below = os.path.join(self.home.resolve(), _from(self.home, config.docs_dir))
        self.docs_dir = Path(_from(self.root, os.path.normpath(below))).as_posix()
        """The docs folder's path from there."""
        self._settings = Path(settings) if settings else self.home / "mkdocs.yml"
        self._wanted = wanted
        self._languages = languages
        self._files: list[File] = []
        self.sources: dict[str, str] = {}
        """By the path of each mounted file on the site, its path in the repository."""

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files to the site, and have their folders watched by `mkdocs serve`."""
        if not self._wanted.sources:
            return
        found = self._find(config)
        for problem in found.problems:
            log.warning(self._said(problem))
        for folder in found.folders:
            if str(folder) not in config.watch:
                config.watch.append(str(folder))
        taken = {file.dest_uri: file for file in files}
        for path, source in found.files.items():
            file = self._file(path, source, config)
            if (other := taken.setdefault(file.dest_uri, file)) is not file:
                self._leave_out(source, path, other)
                continue
            self._files.append(file)
            self.sources[path] = source
            files.append(file)

    def _leave_out(self, source: str, path: str, taken: File) -> None:
        """Say why a file is not added; of an index and a README MkDocs itself takes the index."""
        if taken.src_uri in self.sources:
            log.info(f"{source} is left out, for {self.sources[taken.src_uri]} is shown there.")
        else:
            log.warning(_collision(source, path, taken))

    def add_lost_to(self, files: Files) -> None:
        """Add the files again that another plugin has dropped when it made the list anew."""
        for file in self._files:
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)

    def has(self, path: str) -> bool:
        """Whether the project has a file or folder, within its own folder."""
        try:
            found = (self.root / path).resolve()
            return found.is_relative_to(self.root) and found.exists()
        except (OSError, RuntimeError, ValueError):  # too long, a circle of links, no path at all
            return False

    def hint(self) -> str:
        """What the user of a site without plans should know, or nothing."""
        if self._wanted.sources:
            return ""
        known = [each.path for each in known_beside(self.home) if not self._is_docs(each.path)]
        if not known:
            return ""
        names = ", ".join(known)
        return (
            f"There may be plans outside the docs folder, in {names}. The option 'sources: auto'"
            " makes pages of them."
        )

    def _is_docs(self, folder: str) -> bool:
        docs = (self.root / self.docs_dir).resolve()
        return (self.home / folder).resolve().is_relative_to(docs)

    def _find(self, config: MkDocsConfig) -> Mounted:
        docs = Path(config.docs_dir)
        bases = list(dict.fromkeys((self.home, docs)))
        # `mkdocs serve` builds to another folder: what a build before has left is no source.
        own = (docs, Path(config.site_dir), self.home / "site", self._settings)
        return mount_sources(self._wanted, bases, self.root, [path.resolve() for path in own])

    def _file(self, path: str, source: str, config: MkDocsConfig) -> File:
        """A file of the site that is somewhere else on disk, and edited there."""
        file = File(path, str(self.root), config.site_dir, config.use_directory_urls)
        file.abs_src_path = str(self.root / source)
        file.edit_uri = Path(os.path.relpath(source, self.docs_dir)).as_posix()
        self._languages.place(file, config)
        return file

    def _said(self, problem: Problem) -> str:
        place = f"{shown_path(self._settings)}:{_line_of(problem.written, self._settings)}"
        return f"{place}: {problem.written!r} {problem.problem}. To mend it, {problem.fix}."


def _from(folder: Path, path: str) -> str:
    """A path from a folder; whole where there is no such path: from one drive to another."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return path


def watch(folders: Iterable[str], server: LiveReloadServer) -> None:
    """Have `mkdocs serve` watch folders that were not there when it began."""
    for folder in folders:
        server.watch(folder)  # which counts how often it is asked for one


def _line_of(written: str, settings: Path) -> int:
    """The line on which a user has asked for a source, else the first."""
    try:
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1
    for words in (written, "auto", "sources"):
        for number, line in enumerate(lines, 1):
            if words in line.partition("#")[0]:
                return number
    return 1


def _collision(source: str, path: str, taken: File) -> str:
    other = shown_path(taken.abs_src_path) if taken.abs_src_path else "a generated page"
    return (
        f"{source}:1: its place on the site, {path}, is taken by {other}, so it is left out. To"
        " mend it, give 'mount' another folder."
    )
