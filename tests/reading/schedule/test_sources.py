"""One schedule from several places of a page."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Bar, Document
from mkdocs_plan_plugin.planning.portfolio import build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from tests.reading.wording import in_words

PHASES = "## Phase 1: Cut\n\n- [x] Saw\n\n## Phase 2: Glue\n\n- [ ] Mix\n"
TABLE = (
    "| Phase | Start | End |\n|---|---|---|\n"
    "| Phase 1 | 2026-11-02 | 2026-12-04 |\n| Phase 2 | 2026-12-07 | 2027-01-29 |\n\n"
)
BOTH = ["Phase 1: 2026-11-02 to 2026-12-04", "Phase 2: 2026-12-07 to 2027-01-29"]
LAUNCH = "Launch: from 2027-02-05"


def read(text: str, phases: str = PHASES) -> Document:
    return read_document("plan.md", f"# Implementation Plan: Lamp\n\n{text}\n{phases}")


def rows(text: str, phases: str = PHASES) -> list[str]:
    found = read(text, phases).schedule.entries
    return [f"{entry.name}: {in_words(entry.span)}" for entry in found]


@pytest.mark.parametrize(
    "text",
    [
        f"## Timeline\n\n{TABLE}Notes:\n\n- Launch: 2027-02-05\n",
        f"## Timeline\n\n{TABLE}## Milestones\n\n- Launch: 2027-02-05\n",
        f"## Timeline\n\n{TABLE}### Dates\n\n"
        "| Milestone | Date |\n|---|---|\n| Launch | 2027-02-05 |\n",
        f"## Milestones\n\n- Launch: 2027-02-05\n\n## Steps\n\n{TABLE}",
    ],
)
def test_what_stands_beside_is_read_too(text: str) -> None:
    assert sorted(rows(text)) == sorted([*BOTH, LAUNCH])


@pytest.mark.parametrize(
    "twice",
    [
        TABLE,
        "- Phase 1: Cut: 2026-11-02 to 2026-12-04\n- Phase 2 (2026-12-07 to 2027-01-29)\n",
        "- Cut: 2026-11-02 to 2026-12-04\n- glue (part 2): 2026-12-07 to 2027-01-29\n",
        "- 1. Cut: 2026-11-02 to 2026-12-04\n- P2: Glue: 2026-12-07 to 2027-01-29\n",
        "```mermaid\ngantt\n  section Phase 1\n  Saw :2026-11-02, 9d\n"
        "  section Phase 2\n  Mix :2026-12-07, 9d\n```\n",
    ],
)
def test_what_is_said_twice_is_drawn_once(twice: str) -> None:
    assert rows(f"## Timeline\n\n{TABLE}{twice}") == BOTH


def test_dates_complete_durations() -> None:
    phases = PHASES.replace("Phase 1: Cut", "Phase 1: Cut (2026-11-02 to 2026-12-04)")
    text = "## Timeline\n\n- Phase 1: 5 weeks\n- Phase 2: TBD\n\n## Estimates\n\n"
    table = "| Phase | Duration |\n|---|---|\n| Phase 2 | 3 weeks |\n"
    assert rows(text + table, phases) == ["Phase 1: 2026-11-02 to 2026-12-04", "Phase 2: 15 days"]


def test_durations_of_something_else_do_not_follow() -> None:
    text = "- Buffer: 2 weeks\n\n## Effort estimates\n\n- Reviews: 3 days\n"
    assert rows(f"## Timeline\n\n{TABLE}{text}") == BOTH


def test_phases_go_on_in_a_second_list() -> None:
    table = "| Phase | Duration |\n|---|---|\n| Phase 2 | 1 day |\n"
    assert rows(f"## Timeline\n\n- Phase 1: 2 weeks\n\n{table}") == [
        "Phase 1: 10 days",
        "Phase 2: 1 days",
    ]


def test_rows_that_follow_one_another_do_not_follow_what_has_dates() -> None:
    text = (
        "**Start**: 2026-11-02\n\n## Timeline\n\n- Launch: 2027-02-05\n\n"
        "| Phase | Duration |\n|---|---|\n| Phase 1 | 2 weeks |\n| Phase 2 | 3 weeks |\n"
    )
    assert rows(text) == ["Phase 1: 10 days", "Phase 2: 15 days", LAUNCH]


@pytest.mark.parametrize(
    ("work", "phases"),
    [
        ("## Work\n\n| Phase | Duration |\n|---|---|\n| Phase 1 | 2 weeks |\n", PHASES),
        ("", PHASES.replace("Phase 1: Cut", "Phase 1 (2 weeks)")),
    ],
)
def test_milestones_hide_no_phases(work: str, phases: str) -> None:
    text = f"**Start**: 2026-11-02\n\n## Milestones\n\n- Launch: 2027-02-05\n\n{work}"
    assert [row.partition(": ")[2] for row in rows(text, phases)] == [
        "10 days",
        "from 2027-02-05",
    ]


def test_a_chart_elsewhere_takes_no_place_from_durations() -> None:
    fence = "```mermaid\ngantt\nSaw :2026-01-05, 1d\n```\n"
    text = f"## Timeline\n\n- Phase 1: 2 weeks\n\n## Detail\n\n{fence}"
    assert rows(text) == ["Phase 1: 10 days"]


def test_the_year_of_another_list_is_that_of_the_first() -> None:
    text = f"## Timeline\n\n{TABLE}## Milestones\n\n- Beta: Dec 15\n- Launch: Feb 5\n"
    assert rows(text)[1:] == [BOTH[1], "Beta: from 2026-12-15", LAUNCH]


_DATED = {
    "list": (
        "## Timeline\n\n- Phase 1: 2026-10-05 to 2026-10-30\n- Phase 2: 2026-11-02 (13 weeks)\n"
    ),
    "table": (
        "## Timeline\n\n| Phase | Dates |\n|---|---|\n"
        "| 1 | 2026-10-05 – 2026-10-30 |\n| 2 | 2026-11-02 (13 weeks) |\n"
    ),
    "columns": (
        "| Phase | Start | End | Weeks |\n|---|---|---|---|\n"
        "| Phase 1 | 2026-10-05 | 2026-10-30 | |\n| Phase 2 | 2026-11-02 | | 13 |\n"
    ),
    "front matter": (
        "---\nplan:\n  timeline:\n    - Phase 1: 2026-10-05 to 2026-10-30\n"
        "    - Phase 2: 2026-11-02 (13 weeks)\n---\n"
    ),
    "mapping": (
        "---\nplan:\n  timeline:\n    Phase 1: {start: 2026-10-05, end: 2026-10-30}\n"
        "    Phase 2: {start: 2026-11-02, duration: 13 weeks}\n---\n"
    ),
}


def bars(page: str) -> list[tuple[object, ...]]:
    """The rows of a plan's chart: everything but the places in the text."""
    documents = {"plan.md": read_document("plan.md", page)}
    (plan,) = build_portfolio(documents, RoleRules()).plans
    assert plan.schedule
    origin = plan.schedule.origin
    return [(origin, *_row(bar)) for bar in plan.schedule.bars]


def _row(bar: Bar) -> tuple[object, ...]:
    return bar.title, bar.start, bar.end, bar.location, bar.progress, bar.is_milestone, bar.level


@pytest.mark.parametrize("form", _DATED.values(), ids=_DATED.keys())
def test_the_same_schedule_in_any_form_is_the_same(form: str) -> None:
    titles = "# Implementation Plan: Lamp\n\n"
    page = form + titles + PHASES if form.startswith("---") else f"{titles}{PHASES}\n{form}"
    headings = titles + (
        "## Phase 1: Cut\n\n**Start**: 2026-10-05\n**End**: 2026-10-30\n\n- [x] Saw\n\n"
        "## Phase 2: Glue\n\n**Duration**: 2026-11-02, 13 weeks\n\n- [ ] Mix\n"
    )
    assert bars(page) == bars(headings)
