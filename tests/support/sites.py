"""Builds real sites from a few files, and keeps what the build said."""

from __future__ import annotations

import logging
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

EXTENSIONS: tuple[Any, ...] = ("tables", "attr_list", {"toc": {"permalink": True}})


@dataclass(frozen=True)
class Built:
    """A built site and the lines that its build logged, as `LEVEL: text`."""

    root: Path
    log: tuple[str, ...]

    @property
    def warnings(self) -> list[str]:
        """What would make a strict build fail."""
        return [line for line in self.log if line.startswith(("WARNING", "ERROR"))]

    def html(self, path: str) -> str:
        """The text of a page, or of any other file of the site."""
        return (self.root / path).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """A page of the site, by its file's path."""
        return BeautifulSoup(self.html(path), "html.parser")


def write_site(
    folder: Path, files: Mapping[str, str | bytes], config: Mapping[str, Any] | None = None
) -> Path:
    """Write a site's sources below `folder`; returns its mkdocs.yml."""
    for name, content in files.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(textwrap.dedent(content), encoding="utf-8")
    settings = {
        "site_name": "Test",
        "theme": {"name": "mkdocs"},
        "plugins": ["plan"],
        "markdown_extensions": list(EXTENSIONS),
        **(config or {}),
    }
    settings_file = folder / "mkdocs.yml"
    settings_file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return settings_file


def build_site(settings_file: Path, site_dir: str = "site") -> Built:
    """Build a site in this process."""
    root = settings_file.parent / site_dir
    with _Lines() as lines:
        config = load_config(str(settings_file), site_dir=str(root))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return Built(root, tuple(lines.found))


class _Lines(logging.Handler):
    """Collects what MkDocs and its plugins log."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname}: {record.getMessage()}")

    def __enter__(self) -> _Lines:
        logger = logging.getLogger("mkdocs")
        self._level = logger.level
        logger.setLevel(logging.INFO)
        logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(self)
        logger.setLevel(self._level)
