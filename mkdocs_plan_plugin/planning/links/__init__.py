"""Resolve references and ids, and determine which tasks cover a requirement."""

from mkdocs_plan_plugin.planning.links.coverage import coverage_diagnostics, coverage_of
from mkdocs_plan_plugin.planning.links.fragments import heading_meant
from mkdocs_plan_plugin.planning.links.id_links import NO_IDS, IdLinker, ResolvedIds
from mkdocs_plan_plugin.planning.links.ids import PlanIds, definitions_of
from mkdocs_plan_plugin.planning.links.page_ids import with_named_pages
from mkdocs_plan_plugin.planning.links.page_links import PageLinker
from mkdocs_plan_plugin.planning.links.resolved import (
    PageReferences,
    ReferenceState,
    ResolvedReference,
)
from mkdocs_plan_plugin.planning.links.source_links import SourceFiles

__all__ = [
    "NO_IDS",
    "IdLinker",
    "PageLinker",
    "PageReferences",
    "PlanIds",
    "ReferenceState",
    "ResolvedIds",
    "ResolvedReference",
    "SourceFiles",
    "coverage_diagnostics",
    "coverage_of",
    "definitions_of",
    "heading_meant",
    "with_named_pages",
]
