"""Ids and names on the pages of a built site: links, anchors, coverage, repaired links."""

from __future__ import annotations

from tests.conftest import BuildSite
from tests.verify.thorough import check_thoroughly

PLAN = """# Implementation Plan: Pay

**Spec**: spec.md | **Input**: `/a/` | [lines](spec.md:3) | [root](/docs/a/spec.md#requirements)

FR-001 is done by T001, FR-002 by nobody; `FR-001` is code, [FR-001](spec.md) a link.

## FR-001 in a heading

| FR-001 | T001 |
|--------|------|
| FR-002 | -    |

<!-- plan:matrix -->
"""
SPEC = """# Feature Specification: Pay

## Requirements

- **FR-001**: Riders can *pay*. By card.
- **FR-002**: Riders get a receipt

  - not FR-002 alone, but FR-001

### User Story 1 - Card

Loose text.
"""
TASKS = """# Tasks: Pay

**Prerequisites**: plan.md, spec.md

- [x] T001 [US1] Hold a deposit (FR-001)
- [ ] T002 Capture it (depends on T001)
  - **Requirements**: 1.1, FR-001
"""
OTHER = "# Implementation Plan: Walk\n\n- [ ] Wait for ../a/plan.md\n"
PAGES = {"a/plan.md": PLAN, "a/spec.md": SPEC, "a/tasks.md": TASKS, "b/plan.md": OTHER}
STRICT = {"validation": {"links": {"anchors": "warn", "absolute_links": "warn"}}}


def test_ids_and_names_are_links(make_site: BuildSite) -> None:
    page = make_site(PAGES).page("a/plan/index.html")
    ids = [(link.text, link["href"], link["title"]) for link in page.select("a.plan-id")]
    first = ("FR-001", "../spec/#fr-001", "Riders can pay.")
    second = ("FR-002", "../spec/#fr-002", "Riders get a receipt")
    task = ("T001", "../tasks/#t001", "[US1] Hold a deposit (FR-001)")
    assert ids == [first, task, second, first, task, second]
    named = [(link.text, link["href"]) for link in page.select("article a[data-plan-link]")]
    named = named or [(link.text, link["href"]) for link in page.select("a[data-plan-link]")]
    assert ("spec.md", "../spec/") in named
    repaired = [link["href"] for link in page.select("a[data-plan-repaired]")]
    assert repaired == ["../spec/", "../spec/#requirements"]


def test_definitions_have_anchors_and_say_what_serves_them(make_site: BuildSite) -> None:
    page = make_site(PAGES).page("a/spec/index.html")
    assert page.select_one("li#fr-001") is not None
    assert page.select_one("li#fr-002") is not None
    assert page.select_one("h3 > span#us1") is not None
    within = page.select("li#fr-002 li a.plan-id")
    assert [link["href"] for link in within] == ["#fr-002", "#fr-001"]
    said = {
        item["id"] if (item := found.find_parent("li")) else "us1": found.get_text(" ", strip=True)
        for found in page.select(".plan-covered")
    }
    assert said["fr-001"].startswith("1 of 2 tasks done")
    assert said["fr-002"] == "Not covered by any task"
    assert said["us1"].startswith("1 of 1 task done")


def test_pages_lead_to_each_other(make_site: BuildSite) -> None:
    site = make_site(PAGES)
    strip = site.page("a/tasks/index.html").select_one(".plan-tabs")
    assert strip is not None
    assert [(li.text, bool(li.a)) for li in strip.select("li")] == [
        ("Plan", True),
        ("Spec", True),
        ("Tasks", False),
    ]
    mention = site.page("a/plan/index.html").select_one(".plan-mentions li")
    assert mention is not None
    assert mention.text == "Walk: Wait for ../a/plan.md"


def test_the_matrix(make_site: BuildSite) -> None:
    table = make_site(PAGES).page("a/plan/index.html").select_one(".plan-matrix table")
    assert table is not None
    assert [th.get_text(strip=True) for th in table.select("thead th")] == [
        "Requirement",
        "Progress",
        "T001",
        "T002",
    ]
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in table.select("tbody tr")
    ]
    assert rows == [
        ["1 of 2", "done", "open"],
        ["Not covered by any task", "", ""],
        ["1 of 1", "done", ""],
    ]


def test_all_of_it_passes_a_strict_build(make_site: BuildSite) -> None:
    site = make_site(PAGES, config={**STRICT, "strict": True})
    assert site.page("a/plan/index.html").select("a.plan-id")


def test_an_id_that_the_page_does_not_show_is_no_dead_end(make_site: BuildSite) -> None:
    spec = "# Feature Specification: Pay\n\n<div markdown=0>\n\n- **FR-001**: Pay\n\n</div>\n"
    pages = {"a/plan.md": "# Implementation Plan: Pay\n\nFR-001 first.\n", "a/spec.md": spec}
    site = make_site(pages)
    (link,) = site.page("a/plan/index.html").select("a.plan-id")
    target = str(link["href"]).partition("#")[2]
    assert not target or site.page("a/spec/index.html").select(f"#{target}")


def test_ids_of_tasks_on_a_page_of_no_plan(make_site: BuildSite) -> None:
    """Its tasks have no anchors, so an id that means one of them is no link there."""
    text = "# Work\n\n## Acceptance Criteria\n\n- [x] AC1 It opens\n\n## Notes\n\nAC1 was first.\n"
    built = make_site({"index.md": "# Home\n", "work.md": text})
    assert not built.page("work/index.html").select("a[data-plan-link]")
    assert not check_thoroughly(built.root)


def test_a_criterion_without_a_written_id_has_a_title(make_site: BuildSite) -> None:
    """Kiro numbers criteria, and the numbers are the list's own."""
    spec = (
        "# Requirements\n\n### User Story 12: Soil\n\n**As a** farmer\n\n"
        "#### Acceptance Criteria\n\n1. I can describe my soil. Fully.\n"
    )
    tasks = "# Tasks\n\n- [ ] 1. Do it\n  - _Requirements: 12.1, US12.1_\n"
    built = make_site({"index.md": "# Home\n", "a/requirements.md": spec, "a/tasks.md": tasks})
    assert not check_thoroughly(built.root)


def test_requirements_in_boxes_say_what_serves_them(make_site: BuildSite) -> None:
    spec = "# Feature Specification: Pay\n\n- [ ] FR-001: Pay\n- [x] **FR-002**: Get a receipt\n"
    site = make_site(PAGES | {"a/spec.md": spec})
    said = {
        str(item["id"]): widget.get_text(" ", strip=True)
        for widget in site.page("a/spec/index.html").select("li .plan-covered")
        if (item := widget.find_parent("li"))
    }
    assert said["fr-001"].startswith("1 of 2 tasks done")
    assert said["fr-002"] == "Not covered by any task"
    links = site.page("a/plan/index.html").select("a.plan-id")
    assert {"../spec/#fr-001", "../spec/#fr-002"} <= {link["href"] for link in links}
    assert check_thoroughly(site.root) == []


def test_bare_urls_are_links_and_nothing_else(make_site: BuildSite) -> None:
    """The links in the text lead outside, and nothing of the plugin's own is made of them."""
    text = (
        "# Implementation Plan: Pay\n\n## See https://example.org/a_b\n\n"
        "- [ ] T001 Ask a@example.org about https://example.org/?id=FR-001.\n"
        "- [x] T002 Read www.example.org/docs/spec.md\n\n"
        "| FR-001 | https://example.org/*b*/spec.md |\n|---|---|\n| T001 | T002 |\n"
    )
    built = make_site({"a/plan.md": text, "a/spec.md": SPEC}, STRICT)
    page = built.page("a/plan/index.html")
    links = [link for link in page.select("a") if "example.org" in link["href"]]
    own = [link for link in links if link.find_parent(attrs={"data-plan-widget": True}) is None]
    assert [(link["href"], link.text, len(link.attrs)) for link in own if link.text] == [
        ("https://example.org/a_b", "https://example.org/a_b", 1),
        ("mailto:a@example.org", "a@example.org", 1),
        ("https://example.org/?id=FR-001", "https://example.org/?id=FR-001", 1),
        ("http://www.example.org/docs/spec.md", "www.example.org/docs/spec.md", 1),
        ("https://example.org/*b*/spec.md", "https://example.org/*b*/spec.md", 1),
    ]
    assert not page.select("a a")
    assert check_thoroughly(built.root) == []


def test_criteria_in_one_paragraph_have_anchors(make_site: BuildSite) -> None:
    spec = "# Feature Specification: Fly\n\n## Requirement 10: Fly\n\n### Acceptance Criteria\n\n"
    spec += "10.1. THE kite SHALL fly\n10.2. THE kite SHALL land\n"
    tasks = "# Tasks: Fly\n\n- [ ] 1. Cut\n  - _Requirements: 10.1, 10.2_\n"
    built = make_site({"a/plan.md": PLAN, "a/spec.md": spec, "a/tasks.md": tasks})
    anchors = [link["href"] for link in built.page("a/tasks/index.html").select("a.plan-id")]
    assert anchors == ["../spec/#requirement-10-1", "../spec/#requirement-10-2"]
    paragraph = built.page("a/spec/index.html").select_one("#requirement-10-1")
    assert paragraph
    assert paragraph.name == "p"
    assert paragraph.select("#requirement-10-2")
