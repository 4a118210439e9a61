"""Ids in the finished HTML of a page."""

from __future__ import annotations

import re
from html import escape

import pytest

from mkdocs_plan_plugin.reading.links.ids import DEFAULT_ID_RULES, find_ids
from mkdocs_plan_plugin.rendering.links.id_links import IdLink, link_ids

LINKS = {
    key: IdLink(f"s/#{key.lower()}", "")
    for key in ("FR-001", "US1", "T012", "T014", "AC2", "Task 1.4", "Requirement 1.2", "KES/7")
}


def linked(html: str, links: dict[str, IdLink] | None = None) -> str:
    """The texts of the links that are made."""
    found = link_ids(html, links or LINKS, (r"KES/\d+",))
    return " ".join(
        part.partition(">")[2].partition("</a>")[0] for part in found.split("<a class")[1:]
    )


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>FR-001, [US1] and User Story 1.</p>", "FR-001 US1 User Story 1"),
        ("<p>US-001</p>", "US-001"),
        ("<p>T012-T014, T012/T014</p>", "T012 T014 T012 T014"),
        ("<p>Task 1.4 (AC: 2)</p>", "Task 1.4 AC: 2"),
        ("<li><em>Requirements: 1.1, 1.2</em></li>", "1.2"),
        ("<li><strong>Requirements</strong>: 1.2</li>", "1.2"),
        ("<p>KES/7</p>", "KES/7"),
        ("<p>FR-002 FR-0011 xFR-001 FR-001.md a/FR-001 US10</p>", ""),
        ('<p><code>FR-001</code> <a href="x">FR-001</a> <img alt="FR-001"></p>', ""),
        ("<h2>FR-001</h2><pre>FR-001</pre><!-- FR-001 -->", ""),
        ("FR-001", "FR-001"),
    ],
)
def test_which_become_links(html: str, texts: str) -> None:
    assert linked(html) == texts


def test_a_definition_does_not_lead_to_itself() -> None:
    links = {"FR-001": IdLink("#fr-001", "", "fr-001")}
    html = '<li id="fr-001"><strong>FR-001</strong>: Pay</li><li>as FR-001 says</li>'
    assert linked(html, links) == "FR-001"
    assert link_ids(html, links).count("<a ") == 1


def test_what_stands_in_attributes_is_escaped() -> None:
    links = {"FR-001": IdLink('x/?a="&b', '"<b>')}
    html = link_ids("<p>FR-001</p>", links, previews=True)
    assert 'href="x/?a=&quot;&amp;b" data-plan-link title="&quot;&lt;b&gt;" data-preview' in html


@pytest.mark.parametrize(
    "text",
    [
        "FR-001, NFR-2 & SC-003.1 (T014) US1/US2, not X-100% or v1.FR-1",
        "User Story 2 and Task 3.1, not Task 4-b",
        "AC 1, AC: 2 and AC #3",
        "Requirements: 1.1, 1.2 & 2 and Requirement 3, not Requirements 3 days",
        "Requisitos 1 y 2, 要件: 3",
    ],
)
def test_what_is_read_as_an_id_is_linked(text: str) -> None:
    found = [*find_ids(text, DEFAULT_ID_RULES)]
    links = {each.key: IdLink("x.md", "") for each in found}
    html = link_ids(f"<p>{escape(text)}</p>", links)
    linked = re.findall(r"data-plan-link>([^<]*)<", html)
    assert [escape(text[each.start : each.end]) for each in found] == linked
