"""What is written for others is read by parsers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin import exporting
from mkdocs_plan_plugin.exporting import EXPORTS, SiteInfo, export_files, site_data
from mkdocs_plan_plugin.exporting.badges import badge
from mkdocs_plan_plugin.exporting.text_width import text_width
from mkdocs_plan_plugin.history import DateChange
from mkdocs_plan_plugin.model import Activity, Actual, Health, HealthAssessment
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, read_document
from mkdocs_plan_plugin.rendering import Words

TODAY = date(2026, 11, 23)
SCHEMA = json.loads(Path(exporting.__file__).with_name("plans.schema.json").read_text())
PLAN = """\
---
owner: Ana Ruiz
tags: [field]
---
# Implementation Plan: {title}

## Phase 1: Hull, keel; and \\\\ mast

- [x] T001 Lay the keel

## Phase 2: Engine

- [x] T002 Buy
- [ ] T003 Mount

## Timeline

- Phase 1: 2026-11-02 to 2026-11-13
- Phase 2: 2026-11-16 to 2026-11-27
- Launch: 2026-12-01
- Deadline: 2026-12-04
"""
TITLE = 'Ferry & pier "one" 🚢 with quite a long name, which goes on and on for more than a line'


def portfolio(title: str = TITLE) -> Portfolio:
    documents = {
        path: read_document(path, text)
        for path, text in {
            "ferry/plan.md": PLAN.format(title=title),
            "ferry/spec.md": "# Spec\n",
            "archive/raft/plan.md": "# Plan: Raft\n\n- [ ] T001 Float\n",
            "idea/plan.md": "# Implementation Plan: Idea\n",
        }.items()
    }
    found = build_portfolio(documents, RoleRules())
    return replace(found, plans=tuple(map(_with_history, found.plans)))


def _with_history(plan: Any) -> Any:
    if plan.path != "ferry/plan.md":
        return plan
    actual = Actual(date(2026, 11, 3), date(2026, 11, 12))
    return replace(
        plan,
        phases=tuple(replace(phase, actual=actual) for phase in plan.phases),
        activity=Activity(last_change=date(2026, 11, 20)),
        assessment=HealthAssessment(
            Health.LATE, "health.late.deadline", {"date": date(2026, 12, 4)}
        ),
    )


def data(found: Portfolio | None = None, url: str = "https://example.org/docs/") -> dict[str, Any]:
    site = SiteInfo(
        "Docs & more", url, TODAY, lambda place: f"{place.path[:-3]}/#{place.section or ''}"
    )
    return site_data(found or portfolio(), site, Words())


def no_moves(pages: Sequence[str]) -> Sequence[DateChange]:
    return ()


def files(url: str = "https://example.org/docs/") -> dict[str, str]:
    return dict(export_files(data(url=url), list(EXPORTS), Words(), no_moves))


def test_json_is_as_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    found = json.loads(files()["plans.json"])
    jsonschema.validate(found, SCHEMA)
    ferry = next(plan for plan in found["plans"] if plan["id"] == "ferry")
    assert ferry["progress"] == {"unit": "tasks", "done": 2, "total": 3, "percent": 67}
    assert ferry["planned"] == {"first": "2026-11-02", "last": "2026-12-01"}
    assert [row["kind"] for row in ferry["timeline"]] == [
        "phase",
        "phase",
        "milestone",
        "deadline",
    ]
    assert (ferry["health"], ferry["owners"], ferry["tags"]) == ("late", ["Ana Ruiz"], ["field"])
    assert found["progress"]["total"] == 3  # the archive does not count


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"version": 2}, "1 was expected"),
        ({"as_of": "today"}, "does not match"),
        ({"more": 1}, "Additional properties"),
    ],
)
def test_the_schema_refuses_what_is_wrong(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(jsonschema.ValidationError, match=problem):
        jsonschema.validate(data() | change, SCHEMA)


def test_csv_has_a_line_for_each_plan_and_no_formula() -> None:
    written = export_files(data(portfolio("=HYPERLINK(1)")), ["csv"], Words(), no_moves)
    rows = list(csv.DictReader(io.StringIO(dict(written)["plans.csv"])))
    assert [row["id"] for row in rows] == ["archive/raft", "ferry", "idea"]
    ferry = rows[1]
    assert ferry["title"] == "'=HYPERLINK(1)"
    assert (ferry["done"], ferry["total"], ferry["percent"]) == ("2", "3", "67")
    assert ferry["planned_last"] == "2026-12-01"


def test_the_feed_has_completed_phases() -> None:
    found = feedparser.parse(files()["plans.atom"])
    assert not found.bozo
    (entry,) = found.entries
    assert entry.title == f"{TITLE}: Phase 1: Hull, keel; and \\ mast completed"
    assert entry.link.startswith("https://example.org/docs/ferry/plan/#")
    assert entry.updated == "2026-11-12T00:00:00Z"
    assert feedparser.parse(files()["plans.atom"]).entries[0].id == entry.id
    assert found.feed.link == "https://example.org/docs/"


def test_entries_of_the_feed_are_the_same_in_any_language() -> None:
    in_german = export_files(data(), ["feed"], Words(language="de"), no_moves)
    (entry,) = feedparser.parse(dict(in_german)["plans.atom"]).entries
    assert entry.title == f"{TITLE}: Phase 1: Hull, keel; and \\ mast abgeschlossen"
    assert entry.id == feedparser.parse(files()["plans.atom"]).entries[0].id


def test_no_feed_without_an_address() -> None:
    assert "plans.atom" not in files(url="")
    assert "plans.json" in files(url="")


def test_the_calendar_has_phases_milestones_and_deadlines() -> None:
    text = files()["plans.ics"]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    events = icalendar.Calendar.from_ical(text).events
    told = [
        (str(event["SUMMARY"]).removeprefix(f"{TITLE}: "), event.start, event.end)
        for event in events
    ]
    assert told == [
        ("Phase 1: Hull, keel; and \\ mast", date(2026, 11, 2), date(2026, 11, 14)),
        ("Phase 2: Engine", date(2026, 11, 16), date(2026, 11, 28)),
        ("Launch", date(2026, 12, 1), date(2026, 12, 2)),
        ("deadline", date(2026, 12, 4), date(2026, 12, 5)),
    ]
    assert len({str(event["UID"]) for event in events}) == 4
    assert files()["plans.ics"] == text


def test_badges() -> None:
    found = files()
    names = {"all", "ferry", "archive/raft", "idea"}
    kinds = {f"badges/{name}.{kind}" for name in names for kind in ("svg", "json")}
    assert kinds == {path for path in found if path.startswith("badges/")}
    picture = etree.fromstring(found["badges/ferry.svg"])
    assert picture.get("aria-label", "").endswith(": 67%")
    assert ">67%</text>" in found["badges/ferry.svg"]
    assert "No tasks" in found["badges/idea.svg"]
    endpoint = json.loads(found["badges/ferry.json"])
    assert (endpoint["schemaVersion"], endpoint["message"]) == (1, "67%")
    assert "style=" not in found["badges/ferry.svg"]


def test_only_what_is_wanted() -> None:
    assert [path for path, _ in export_files(data(), ["csv"], Words(), no_moves)] == ["plans.csv"]
    assert list(export_files(data(), [], Words(), no_moves)) == []


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "a\x00\x1b\x9b\n\ufffe\uffff<&", max_size=40
)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_text_is_written_as_all_can_read_it(one: str, other: str) -> None:
    found = portfolio()
    plans = tuple(
        replace(plan, title=one, phases=tuple(replace(p, title=other) for p in plan.phases))
        for plan in found.plans
    )
    given_data = data(replace(found, plans=plans))
    written = dict(export_files(given_data, list(EXPORTS), Words(), no_moves))
    jsonschema.validate(json.loads(written["plans.json"]), SCHEMA)
    etree.fromstring(written["badges/ferry.svg"])
    assert not feedparser.parse(written["plans.atom"]).bozo
    calendar = icalendar.Calendar.from_ical(written["plans.ics"])
    assert len(calendar.events) == 4
    assert len(list(csv.reader(io.StringIO(written["plans.csv"], newline="")))) == 4


@given(st.text(max_size=40))
def test_widths_add_up(text: str) -> None:
    assert text_width(text) >= 0
    assert text_width(text * 2) == pytest.approx(2 * text_width(text))


def test_wide_signs_are_wide() -> None:
    assert text_width("iii") < text_width("mmm") < text_width("計画表")
    assert 'width="' in badge("計画", "50%", "#555")
