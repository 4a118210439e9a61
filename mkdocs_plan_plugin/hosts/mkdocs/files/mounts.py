"""Adds files from outside the docs folder to the site."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from mkdocs_plan_plugin.hosts.mkdocs.files.languages import Languages
from mkdocs_plan_plugin.hosts.mkdocs.files.real_paths import real_paths
from mkdocs_plan_plugin.hosts.mkdocs.reporter import message, shown_path
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
    """The files that one build adds from outside the docs folder.

    Args:
        options: The options `sources` and `mount`.
        config: The site's configuration.
        languages: The site's languages.
    """

    def __init__(self, options: SourceOptions, config: MkDocsConfig, languages: Languages) -> None:
        settings = config.config_file_path
        self.home = Path(os.path.dirname(settings) if settings else os.getcwd())
        """The folder of mkdocs.yml."""
        self.root = project_root(self.home)
        """The repository's folder."""
        docs = os.path.join(self.home.resolve(), _relative(self.home, config.docs_dir))
        self.docs_dir = Path(_relative(self.root, os.path.normpath(docs))).as_posix()
        """The docs folder's path from the repository's folder."""
        self._settings = Path(settings) if settings else self.home / "mkdocs.yml"
        self._options = options
        self._languages = languages
        self._files: list[File] = []
        self.sources: dict[str, str] = {}
        """The path of each mounted file in the repository, by its path on the site."""

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files to the site, and their folders to those that `mkdocs serve` watches."""
        if not self._options.sources:
            return
        mounted = self._find(config)
        for problem in mounted.problems:
            log.warning(self._message(problem))
        for folder in mounted.folders:
            if str(folder) not in config.watch:
                config.watch.append(str(folder))
        taken = {file.dest_uri: file for file in files}
        present = set(real_paths(files).values()) if mounted.files else set()
        for path, source in mounted.files.items():
            file = self._file(path, source, config)
            if os.path.realpath(self.root / source) in present:
                continue  # a folder of the docs is a link to it
            if (other := taken.setdefault(file.dest_uri, file)) is not file:
                self._log_collision(source, path, other)
                continue
            self._files.append(file)
            self.sources[path] = source
            files.append(file)

    def _log_collision(self, source: str, path: str, taken: File) -> None:
        """Log why a file is not added. Of an index and a README, MkDocs also uses the index."""
        if taken.src_uri in self.sources:
            problem = f"the page is excluded because {self.sources[taken.src_uri]} has the same URL"
            log.info(message(problem, "rename or remove one of the two", f"{source}:1"))
        else:
            other = shown_path(taken.abs_src_path) if taken.abs_src_path else "a generated page"
            problem = f"the page is excluded because {other} is already at {path} on the site"
            log.warning(message(problem, "set 'mount' to another folder", f"{source}:1"))

    def restore_to(self, files: Files) -> None:
        """Restore the files that another plugin has dropped from the list."""
        for file in self._files:
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)

    def has(self, path: str) -> bool:
        """Return whether a file or folder exists within the repository's folder."""
        try:
            resolved = (self.root / path).resolve()
            return resolved.is_relative_to(self.root) and resolved.exists()
        except (OSError, RuntimeError, ValueError):  # too long, a cycle of links, not a path
            return False

    def hint(self) -> str:
        """Return a message for a site without plans, or an empty text."""
        if self._options.sources:
            return ""
        known = [each.path for each in known_beside(self.home) if not self._is_docs(each.path)]
        if not known:
            return ""
        problem = f"there may be plans outside the docs folder, in {', '.join(known)}"
        return message(problem, "set the option 'sources: auto' to add them as pages")

    def _is_docs(self, folder: str) -> bool:
        docs = (self.root / self.docs_dir).resolve()
        return (self.home / folder).resolve().is_relative_to(docs)

    def _find(self, config: MkDocsConfig) -> Mounted:
        docs = Path(config.docs_dir)
        bases = list(dict.fromkeys((self.home, docs)))
        # `mkdocs serve` builds to another folder: the output of earlier builds is not a source.
        excluded = (docs, Path(config.site_dir), self.home / "site", self._settings)
        return mount_sources(self._options, bases, self.root, [path.resolve() for path in excluded])

    def _file(self, path: str, source: str, config: MkDocsConfig) -> File:
        """Return a file of the site whose source is outside the docs folder."""
        file = File(path, str(self.root), config.site_dir, config.use_directory_urls)
        file.abs_src_path = str(self.root / source)
        file.edit_uri = Path(os.path.relpath(source, self.docs_dir)).as_posix()
        self._languages.place(file, config)
        return file

    def _message(self, problem: Problem) -> str:
        location = f"{shown_path(self._settings)}:{_line_of(problem.written, self._settings)}"
        return message(f"{problem.written!r} {problem.problem}", problem.fix, location)


def _relative(folder: Path, path: str) -> str:
    """Return a path relative to a folder, or in full if they are on different drives."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return path


def watch(folders: Iterable[str], server: LiveReloadServer) -> None:
    """Make `mkdocs serve` watch folders that were added after it started."""
    for folder in folders:
        server.watch(folder)  # which does nothing but count if it watches it already


def _line_of(written: str, settings: Path) -> int:
    """Return the line of the settings that names a source, or 1."""
    try:
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1
    for words in (written, "auto", "sources"):
        for number, line in enumerate(lines, 1):
            if words in line.partition("#")[0]:
                return number
    return 1
