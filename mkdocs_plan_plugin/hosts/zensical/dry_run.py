"""A build that writes no pages: it provides what the plugin shows on another host's pages."""

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

_NO_LINK_WARNINGS = {
    "nav": {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"},
    "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore"},
}
"""The other host reports problems with links itself."""


@dataclass(frozen=True, slots=True)
class HostSettings:
    """The settings of a site in another host.

    Attributes:
        home: The folder of the settings file.
        values: The settings that MkDocs has by the same name: `docs_dir`, `site_url` and others.
        extensions: The Markdown extensions, as names or objects.
        extension_settings: The settings of the extensions, by their name.
        templates: Folders of templates that override the plugin's.
        language: The language of the theme, or an empty text.
    """

    home: Path
    values: Mapping[str, Any]
    extensions: Sequence[Any]
    extension_settings: Mapping[str, Any]
    templates: Sequence[str]
    language: str = ""


class DryRun:
    """All pages of a site, rendered with the plugin.

    Args:
        settings: The settings of the site in the other host.
        options: The user's options, as under `plugins: - plan:`.

    Raises:
        ValidationError: An option or a setting is wrong.
    """

    def __init__(self, settings: HostSettings, options: Mapping[str, Any]) -> None:
        self._config = _config_of(settings)
        self.extension: PlanExtension = prepare_config(self._config)
        # Another host has neither generated nor mounted pages.
        plan = _validated(PlanConfig(), {**options, "index": False, "sources": []})
        build = build_settings(self.extension, plan, None, is_dirty=False)
        self._pages: dict[str, Page] = {}
        # A server makes one dry run after another.
        self._site = self._build(replace(build, is_only=False, links_to_sources=True))

    def begin(self, path: str) -> bool:
        """Prepare the extension for a page, and return whether the page is known."""
        page = self._pages.get(path)
        if page:
            self._site.rendering.begin_page(page)
        return page is not None

    def finish(self, path: str, html: str) -> str:
        """Return the HTML of a page with the widgets inserted."""
        page = self._pages[path]
        page.content = html
        self._site.finish_page(page)
        return page.content or ""

    def export(self) -> None:
        """Write the exports, styles and scripts to the site's folder."""
        self._site.export(self._config)
        write_assets(Path(self._config.site_dir), self._config.theme.dirs)

    def _build(self, settings: BuildSettings) -> RenderedSite:
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
    _validated(
        config, {"site_name": "Plans", "plugins": [], "validation": _NO_LINK_WARNINGS, **given}
    )
    config.markdown_extensions = list(settings.extensions)
    config.mdx_configs = dict(settings.extension_settings)
    config.theme["language"] = settings.language
    config.theme.dirs[:0] = [os.path.join(settings.home, folder) for folder in settings.templates]
    return config


def _validated(config: Any, values: Mapping[str, Any]) -> Any:
    """Load values into a configuration and let MkDocs validate them."""
    config.load_dict(dict(values))
    errors, _ = config.validate()
    for name, error in errors:
        raise ValidationError(f"{name}: {error}")
    return config
