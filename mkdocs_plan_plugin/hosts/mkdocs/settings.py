"""What one build goes by: the user's options, and how the host runs us."""

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
    """The settings of one build, from which all its stages follow.

    Attributes:
        extension: The Markdown extension that works on the pages.
        options: The user's options; below are the rules that they make.
        roles: Which pages are plans, and parts of plans.
        reading: How pages are read.
        planning: What plans are worked out by.
        words: The words of the widgets.
        reporter: Tells authors what they should know.
        remember: Keeps what is worked out for the next build.
        is_only: Whether no other build follows in this process.
        is_dirty: Whether MkDocs makes only pages whose sources have changed.
        links_to_sources: Whether the host makes addresses of links to sources, also in widgets.
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
    extension: PlanExtension, options: PlanConfig, memory: BuildCache | None, *, is_dirty: bool
) -> BuildSettings:
    """The settings of a build by MkDocs.

    Args:
        extension: The Markdown extension that works on the pages.
        options: The user's options.
        memory: What the last builds have worked out; None: this is the only build.
        is_dirty: Whether MkDocs makes only pages whose sources have changed.
    """
    return BuildSettings(
        extension,
        options,
        options.role_rules(),
        options.reading_rules(),
        options.plan_rules(),
        Words(options.words),
        Reporter(options.links),
        memory.get if memory else no_memo,
        is_only=memory is None,
        is_dirty=is_dirty,
        links_to_sources=False,
    )
