"""The host Zensical: a Markdown extension that puts the widgets into pages it renders.

Zensical runs no plugin of MkDocs, but extensions of Python-Markdown, one page at a time. So the
first page has all of them rendered once, for their numbers and anchors; then each is shown.
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
"""For how long nobody looks whether a page has changed."""


class _Known(NamedTuple):
    """The last rehearsal: of which state of the sources, and when that was looked at."""

    state: object
    looked: float
    dry_run: DryRun


class ZensicalExtension(Extension):
    """Makes the pages of plans what they are under MkDocs.

    Args:
        options: The options of the plugin.
    """

    _known: _Known | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self._options = options

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        """Have the page that comes rendered with its widgets, if Zensical is who asks."""
        if _CONTEXT not in md.preprocessors:  # another host, or our own rehearsal
            return
        context: Any = md.preprocessors[_CONTEXT]
        dry_run = self._rehearsal_of(context.config)
        path = context.page.path
        if not dry_run.begin(path):
            return
        if not has_task_lists(context.config["markdown_extensions"]):
            md.registerExtensions([TASK_LISTS], {})
        dry_run.extension.extendMarkdown(md)
        convert = md.convert
        # No postprocessor: the table of contents runs those for each heading.
        md.convert = lambda source: dry_run.finish(path, convert(source))  # type: ignore[method-assign]

    def _rehearsal_of(self, config: Mapping[str, Any]) -> DryRun:
        known = ZensicalExtension._known
        now = time.monotonic()
        if known and now - known.looked < _SECONDS:
            return known.dry_run
        state = _state_of(config, self._options)
        if known and known.state == state:
            dry_run = known.dry_run
        else:
            dry_run = start_dry_run(config, self._options)
        ZensicalExtension._known = _Known(state, time.monotonic(), dry_run)
        return dry_run


def start_dry_run(config: Mapping[str, Any], options: Mapping[str, Any]) -> DryRun:
    """Work out a site from Zensical's settings and our options."""
    extensions = [
        each
        for each in config["markdown_extensions"]
        if isinstance(each, str) and each != _NAME and not each.startswith("zensical.")
    ]
    theme = config.get("theme") or {}
    own = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    settings = HostSettings(
        home=Path(config["root_dir"]),
        values={name: config.get(name) for name in _SHARED},
        extensions=extensions,
        extension_settings={name: config["mdx_configs"].get(name, {}) for name in extensions},
        templates=[own] if own else [],
    )
    return DryRun(settings, options)


def export(settings: Path) -> None:
    """Write what others read, styles and scripts to the folder of a site that Zensical builds.

    Args:
        settings: The site's zensical.toml or mkdocs.yml.

    Raises:
        ImportError: Zensical is not installed.
        ValueError: Our extension is not among those of the site, or its options are wrong.
    """
    try:
        from zensical.config import ConfigurationError, parse_config
    except ImportError as error:
        told = "Zensical is not installed; other hosts run the plugin, and need no 'build'"
        raise ImportError(told) from error
    try:
        config = parse_config(str(settings))
    except ConfigurationError as error:
        raise ValueError(f"{settings.name}: {error}") from error
    if _NAME not in config["markdown_extensions"]:
        raise ValueError(f"{settings.name} does not name {_NAME} in 'markdown_extensions'")
    options = config["mdx_configs"].get(_NAME) or {}
    try:
        start_dry_run({**config, "root_dir": str(settings.parent)}, options).export()
    except ValidationError as error:
        raise ValueError(f"{settings.name}: {error}") from error


def _state_of(config: Mapping[str, Any], options: Mapping[str, Any]) -> object:
    """What a rehearsal follows from: the settings and the pages."""
    docs = os.path.join(config["root_dir"], config["docs_dir"])
    return dict(options), config.get("mdx_configs_hash"), sorted(_stamps(docs))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path)
        elif entry.name.endswith(".md"):
            with suppress(OSError):  # a link that leads nowhere, such as an editor's lock
                stat = entry.stat()
                yield entry.path, stat.st_mtime_ns, stat.st_size


def makeExtension(**options: Any) -> ZensicalExtension:  # noqa: N802 (the host's name)
    """Make the extension, as Python-Markdown asks for it."""
    return ZensicalExtension(**options)
