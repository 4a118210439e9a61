"""A build that writes no page: it knows all that is shown on pages which another host renders."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from mkdocs_plan_plugin.hosts.markdown import PlanExtension
from mkdocs_plan_plugin.hosts.mkdocs import (
    BuildSettings,
    PlanConfig,
    build_settings,
    prepare_config,
)
from mkdocs_plan_plugin.hosts.mkdocs.files import write_assets
from mkdocs_plan_plugin.hosts.mkdocs.stages import (
    RenderedSite,
    collect_files,
    plan_site,
    render_site,
    start_rendering,
)

_UNTOLD = {
    "nav": {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"},
    "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore"},
}
"""What MkDocs says of links, the other host says itself."""


@dataclass(frozen=True, slots=True)
class HostSettings:
    """What another host has been told of a site.

    Attributes:
        home: The folder of its settings.
        values: Those that MkDocs has under the same name: `docs_dir`, `site_url` and the like.
        extensions: The Markdown extensions, by name or as they are.
        extension_settings: What they are set to, by their name.
        templates: Folders with templates that go before ours.
    """

    home: Path
    values: Mapping[str, Any]
    extensions: Sequence[Any]
    extension_settings: Mapping[str, Any]
    templates: Sequence[str]


class DryRun:
    """All pages of a site with what the plugin makes of them.

    Args:
        settings: What the host has been told.
        options: The user's options, as under `plugins: - plan:`.

    Raises:
        ValidationError: Some of the options or settings are wrong.
    """

    def __init__(self, settings: HostSettings, options: Mapping[str, Any]) -> None:
        self._config = _config_of(settings)
        self.extension: PlanExtension = prepare_config(self._config)
        # Another host has pages of its own alone: none that are made, or are taken from elsewhere.
        own = _checked(PlanConfig(), {**options, "index": False, "sources": []})
        usual = build_settings(self.extension, own, None, is_dirty=False)
        self._pages: dict[str, Page] = {}
        # In a server, rehearsals follow one another.
        self._site = self._start(replace(usual, is_only=False, links_to_sources=True))

    def begin(self, path: str) -> bool:
        """Prepare the extension for a page; whether the page is one that it knows."""
        page = self._pages.get(path)
        if page:
            self._site.pages.begin_page(page)
        return page is not None

    def finish(self, path: str, html: str) -> str:
        """The HTML of a page with the widgets in it."""
        page = self._pages[path]
        page.content = html
        self._site.finish_page(page)
        return page.content or ""

    def export(self) -> None:
        """Write what others read to the site's folder, and the styles and scripts."""
        self._site.export(self._config)
        write_assets(Path(self._config.site_dir), self._config.theme.dirs)

    def _start(self, settings: BuildSettings) -> RenderedSite:
        files = get_files(self._config)
        planned = plan_site(collect_files(settings, files, self._config), files, self._config)
        site = start_rendering(planned, None, self._config)
        for file in files.documentation_pages():
            page = self._pages[file.src_uri] = Page(None, file, self._config)
            page.read_source(self._config)
            site.begin_page(page)
            if self.extension.page:
                page.render(self._config, files)
        return render_site(site, self._config)


def _config_of(settings: HostSettings) -> MkDocsConfig:
    config = MkDocsConfig(config_file_path=str(settings.home / "mkdocs.yml"))
    given = {name: value for name, value in settings.values.items() if value is not None}
    _checked(config, {"site_name": "Plans", "plugins": [], "validation": _UNTOLD, **given})
    config.markdown_extensions = list(settings.extensions)
    config.mdx_configs = dict(settings.extension_settings)
    config.theme.dirs[:0] = [os.path.join(settings.home, folder) for folder in settings.templates]
    return config


def _checked(config: Any, values: Mapping[str, Any]) -> Any:
    """A configuration with these values, once MkDocs finds them right."""
    config.load_dict(dict(values))
    errors, _ = config.validate()
    for name, error in errors:
        raise ValidationError(f"{name}: {error}")
    return config
