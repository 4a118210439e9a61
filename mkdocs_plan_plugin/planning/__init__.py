"""Derive plans from documents, with pure functions over the model."""

from mkdocs_plan_plugin.planning.memo import Memo, no_memo
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio, progress_of
from mkdocs_plan_plugin.planning.rules import PlanRules

__all__ = [
    "Memo",
    "PlanRules",
    "Portfolio",
    "build_portfolio",
    "no_memo",
    "progress_of",
]
