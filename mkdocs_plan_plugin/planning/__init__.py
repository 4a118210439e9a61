"""Document to Plan: what follows from what is written. Pure functions over the model."""

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
