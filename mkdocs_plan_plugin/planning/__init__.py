"""Document to Plan: what follows from what is written. Pure functions over the model."""

from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio, progress_of
from mkdocs_plan_plugin.planning.remembering import Remember, anew
from mkdocs_plan_plugin.planning.rules import PlanRules

__all__ = [
    "PlanRules",
    "Portfolio",
    "Remember",
    "anew",
    "build_portfolio",
    "progress_of",
]
