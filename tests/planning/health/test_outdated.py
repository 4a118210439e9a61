"""Pages that a plan is built on and that have changed since."""

from __future__ import annotations

from datetime import date

from mkdocs_plan_plugin.history import FileHistory
from mkdocs_plan_plugin.model import Category, OutdatedSource
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.planning.progress.activity import Past
from mkdocs_plan_plugin.planning.rules import PlanRules
from mkdocs_plan_plugin.reading import ReadingRules, RoleRules, read_document
from mkdocs_plan_plugin.reading.document import DEFAULT_RULES
from mkdocs_plan_plugin.reading.links.ids import IdRules

MAY = [date(2026, 5, day) if day else date.min for day in range(32)]
OLD = "# Specification\n\n- **FR-001**: Pay\n- **FR-002**: By card\n- **FR-003**: At once\n"
NEW = "# Specification\n\n- **FR-001**: Pay\n- **FR-002**: By phone\n- **FR-004**: Later\n"


OWN_IDS = ReadingRules(ids=IdRules((r"BUG #\d+",)))


def portfolio(
    days: dict[str, int],
    before: str | None = OLD,
    now: str = NEW,
    rules: ReadingRules = DEFAULT_RULES,
) -> Portfolio:
    pages = {
        "a/plan.md": "# Implementation Plan: Pay\n",
        "a/tasks.md": "# Tasks\n\n- [ ] Hold\n",
        "a/spec.md": now,
        "a/quickstart.md": "# Quickstart\n",
    }
    files = {path: FileHistory(path, (), MAY[day]) for path, day in days.items()}
    asked: list[tuple[str, date]] = []

    def earlier(path: str, day: date) -> str | None:
        asked.append((path, day))
        return before

    past = Past(files, rules, earlier)
    documents = {path: read_document(path, text, rules) for path, text in pages.items()}
    found = build_portfolio(documents, RoleRules(), planning=PlanRules(past=past))
    assert all(day == MAY[9] for _, day in asked)
    return found


def test_a_spec_that_changed_after_its_plan() -> None:
    found = portfolio({"a/plan.md": 3, "a/tasks.md": 9, "a/spec.md": 12, "a/quickstart.md": 20})
    assert found.plans[0].outdated == (
        OutdatedSource("a/spec.md", MAY[12], MAY[9], ("FR-002", "FR-004", "FR-003")),
    )
    (diagnostic,) = [each for each in found.diagnostics if each.category is Category.SPECS]
    assert diagnostic.path == "a/plan.md"
    assert "2026-05-12 (FR-002, FR-004, FR-003)" in diagnostic.problem


def test_ids_of_the_sites_own_have_changed_only_where_they_say_something_else() -> None:
    before = "# Specification\n\n- **BUG #12**: Pay\n- **BUG #13**: By card\n"
    now = before.replace("card", "phone")
    found = portfolio({"a/plan.md": 9, "a/spec.md": 12}, before, now, OWN_IDS)
    assert found.plans[0].outdated == (OutdatedSource("a/spec.md", MAY[12], MAY[9], ("BUG #13",)),)


def test_without_the_earlier_text_only_the_day_is_known() -> None:
    found = portfolio({"a/plan.md": 9, "a/spec.md": 12}, None)
    assert found.plans[0].outdated == (OutdatedSource("a/spec.md", MAY[12], MAY[9]),)


def test_a_plan_that_changed_with_its_spec_or_later_is_right() -> None:
    assert portfolio({"a/plan.md": 9, "a/spec.md": 9}).plans[0].outdated == ()
    assert portfolio({"a/plan.md": 9, "a/spec.md": 2}).plans[0].outdated == ()


def test_nothing_is_said_where_the_plan_has_no_history() -> None:
    assert portfolio({"a/spec.md": 9}).plans[0].outdated == ()
