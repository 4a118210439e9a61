"""The Markdown extension for Zensical: inserts the widgets into the pages that it renders.

Zensical runs Markdown extensions, one page at a time, but no MkDocs plugins. So the first page
starts a dry run that renders all pages for their numbers and anchors, which every page then uses.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Extension, Markdown
from mkdocs.config.base import ValidationError

from mkdocs_plan_plugin.hosts.mkdocs import TASK_LISTS, has_task_lists
from mkdocs_plan_plugin.hosts.zensical import DryRun, HostSettings

_NAME = __name__
_CONTEXT = "rendering_context"
_SHARED = (
    *("site_name", "site_url", "docs_dir", "site_dir", "use_directory_urls"),
    *("repo_url", "edit_uri", "exclude_docs"),
)
_SECONDS = 0.5
"""The interval in which pages are not checked for changes again."""


class _LastRun(NamedTuple):
    """The last dry run, the state of the sources that it used, and when that was checked."""

    state: object
    checked: float
    dry_run: DryRun


class ZensicalExtension(Extension):
    """Renders the pages of plans as under MkDocs.

    Args:
        options: The options of the plugin.
    """

    _last: _LastRun | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self._options = options

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        """Render the next page with its widgets, if the host is Zensical."""
        if _CONTEXT not in md.preprocessors:  # another host, or the dry run
            return
        context: Any = md.preprocessors[_CONTEXT]
        dry_run = self._dry_run(context.config)
        path = context.page.path
        if not dry_run.begin(path):
            return
        if not has_task_lists(context.config["markdown_extensions"]):
            md.registerExtensions([TASK_LISTS], {})
        dry_run.extension.extendMarkdown(md)
        convert = md.convert
        # Not a postprocessor: the table of contents runs those for each heading.
        md.convert = lambda source: dry_run.finish(path, convert(source))  # type: ignore[method-assign]

    def _dry_run(self, config: Mapping[str, Any]) -> DryRun:
        last = ZensicalExtension._last
        now = time.monotonic()
        if last and now - last.checked < _SECONDS:
            return last.dry_run
        state = _state_of(config, self._options)
        if last and last.state == state:
            dry_run = last.dry_run
        else:
            dry_run = start_dry_run(config, self._options)
        ZensicalExtension._last = _LastRun(state, time.monotonic(), dry_run)
        return dry_run


def start_dry_run(config: Mapping[str, Any], options: Mapping[str, Any]) -> DryRun:
    """Build a site in memory from Zensical's settings and the plugin's options."""
    extensions = [
        each
        for each in config["markdown_extensions"]
        if isinstance(each, str) and each != _NAME and not each.startswith("zensical.")
    ]
    theme = config.get("theme") or {}
    theme = theme if isinstance(theme, Mapping) else {}
    own = theme.get("custom_dir")
    settings = HostSettings(
        home=Path(config["root_dir"]),
        values={name: config.get(name) for name in _SHARED},
        extensions=extensions,
        extension_settings={name: config["mdx_configs"].get(name, {}) for name in extensions},
        templates=[own] if own else [],
        language=str(theme.get("language") or ""),
    )
    return DryRun(settings, options)


def export(settings: Path) -> None:
    """Write the exports, styles and scripts to the folder of a site that Zensical has built.

    Args:
        settings: The site's zensical.toml or mkdocs.yml.

    Raises:
        ImportError: Zensical is not installed.
        ValueError: The site does not use the extension, or its options are wrong.
    """
    try:
        from zensical.config import ConfigurationError, parse_config
    except ImportError as error:
        message = "Zensical is not installed. MkDocs sites do not need this command."
        raise ImportError(message) from error
    try:
        config = parse_config(str(settings))
    except ConfigurationError as error:
        raise ValueError(f"{settings.name}: {error}") from error
    if _NAME not in config["markdown_extensions"]:
        raise ValueError(
            f"{settings.name} does not use the plugin. Fix: add {_NAME} to 'markdown_extensions'."
        )
    options = config["mdx_configs"].get(_NAME) or {}
    try:
        start_dry_run({**config, "root_dir": str(settings.parent)}, options).export()
    except ValidationError as error:
        raise ValueError(f"{settings.name}: {error}") from error


def _state_of(config: Mapping[str, Any], options: Mapping[str, Any]) -> object:
    """Return all that a dry run depends on: the settings and the pages."""
    docs = os.path.join(config["root_dir"], config["docs_dir"])
    return dict(options), config.get("mdx_configs_hash"), sorted(_stamps(docs))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path)
        elif entry.name.endswith(".md"):
            with suppress(OSError):  # a broken link, such as an editor's lock file
                stat = entry.stat()
                yield entry.path, stat.st_mtime_ns, stat.st_size


def makeExtension(**options: Any) -> ZensicalExtension:  # noqa: N802 (the host's name)
    """Return the extension, for Python-Markdown."""
    return ZensicalExtension(**options)
