"""The settings of one build: the user's options, and how the host runs the plugin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.hosts.markdown import PlanExtension
from mkdocs_plan_plugin.hosts.mkdocs.cache import BuildCache
from mkdocs_plan_plugin.hosts.mkdocs.reporter import Reporter
from mkdocs_plan_plugin.planning import Memo, PlanRules, no_memo
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules
from mkdocs_plan_plugin.rendering import Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.hosts.mkdocs.options import PlanConfig


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """The settings of one build, used by all its stages.

    Attributes:
        extension: The Markdown extension that renders the pages.
        options: The user's options; the rules below derive from them.
        roles: Which pages are plans or parts of plans.
        reading: How pages are read.
        planning: How plans are computed.
        words: The texts of the widgets.
        reporter: Logs diagnostics for authors.
        memo: Caches results for the next build.
        is_only: Whether this is the only build in the process.
        is_dirty: Whether MkDocs builds only pages whose sources have changed.
        links_to_sources: Whether the host resolves links to source files, also those in widgets.
    """

    extension: PlanExtension
    options: PlanConfig
    roles: RoleRules
    reading: ReadingRules
    planning: PlanRules
    words: Words
    reporter: Reporter
    memo: Memo
    is_only: bool
    is_dirty: bool
    links_to_sources: bool


def build_settings(
    extension: PlanExtension, options: PlanConfig, cache: BuildCache | None, *, is_dirty: bool
) -> BuildSettings:
    """Return the settings of a build.

    Args:
        extension: The Markdown extension that renders the pages.
        options: The user's options.
        cache: The results of earlier builds; None if this is the only build.
        is_dirty: Whether MkDocs builds only pages whose sources have changed.
    """
    return BuildSettings(
        extension,
        options,
        options.role_rules(),
        options.reading_rules(),
        options.plan_rules(),
        Words(options.words),
        Reporter(options.links),
        cache.get if cache else no_memo,
        is_only=cache is None,
        is_dirty=is_dirty,
        links_to_sources=False,
    )
