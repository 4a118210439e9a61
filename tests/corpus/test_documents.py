"""Every real page can be read, and what was read adds up."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Severity, Unit
from mkdocs_plan_plugin.planning.portfolio import Portfolio
from tests.corpus import needs_corpus, portfolios
from tests.support.references import LINK


@needs_corpus
def test_real_pages_make_plans_whose_numbers_add_up() -> None:
    found = portfolios().values()
    assert sum(len(portfolio.documents) for portfolio in found) > 1600
    assert sum(len(portfolio.plans) for portfolio in found) > 300
    for portfolio in found:
        _check(portfolio)
    warnings = [
        diagnostic
        for portfolio in found
        for diagnostic in portfolio.diagnostics
        if diagnostic.severity is Severity.WARNING
    ]
    assert len(warnings) <= 1, warnings  # one page has front matter that is no YAML


def _check(portfolio: Portfolio) -> None:
    documents = portfolio.documents
    for plan in portfolio.plans:
        if plan.progress.unit is Unit.TASKS:
            counted = [entry for entry in plan.breakdown if entry.exclusion is None]
            assert plan.progress.total == len(counted)
            assert plan.progress.done == sum(entry.is_done for entry in counted)
        assert {(entry.path, entry.task) for entry in plan.breakdown} >= {
            (path, task) for path in plan.sources for task in documents[path].tasks
        }
        assert plan.progress.total == sum(phase.progress.total for phase in plan.phases)
        assert plan.progress.done == sum(phase.progress.done for phase in plan.phases)
        if plan.schedule:
            for bar in plan.schedule.bars:
                if bar.start is not None and bar.end is not None:
                    assert 0 <= bar.start <= bar.end <= plan.schedule.length
    for path, references in portfolio.references.items():
        named = {each.page for (kind, _), each in references.items() if kind is not LINK}
        assert path not in named
        assert named <= set(documents)
