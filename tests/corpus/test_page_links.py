"""Names of pages on real pages lead where a careful reader would look.

`page_mentions.tsv` was drawn at random and labelled by reading: for each place that looks like the
name of a page, or links to one, the page (or folder) that is meant; `none` where that is not at
hand, or the name is none of a particular page. Of links only the address is kept.
"""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import unquote

from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.planning.pages.page_index import PageIndex
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.planning.portfolio import Portfolio
from tests.corpus import needs_corpus, portfolio_of
from tests.support.references import CODE, LINK, NAME, PLACEHOLDER, led_to

SAMPLE = Path(__file__).with_name("page_mentions.tsv")


def _linked(portfolio: Portfolio, page: str, line: int, mention: str) -> str:
    """Where a mention leads, or nothing."""
    document = portfolio.documents[page]
    is_heading = line in {section.line for section in document.sections}
    if mention.startswith("("):
        target = mention[1:-1].strip("<>").split()[0]
        repaired = led_to(portfolio, page, LINK)
        known = PageIndex(portfolio.documents, SourceMap(".")).resolve_link(page, target)
        return known or repaired.get(target) or repaired.get(unquote(target)) or ""
    if mention.startswith("`"):
        links = {} if is_heading else led_to(portfolio, page, CODE)
        return links.get(mention.strip("` "), "")
    if mention.startswith("["):
        return led_to(portfolio, page, PLACEHOLDER).get(mention[1:-1], "")
    names = [
        reference.target
        for reference in document.references
        if reference.line == line and reference.kind is ReferenceKind.NAME
    ]
    # The sample may have cut "@" and the like from a name.
    found = [name for name in names if mention in name or mention.startswith(name)]
    return led_to(portfolio, page, NAME).get(found[0], "") if found else ""


@needs_corpus
def test_names_lead_to_the_pages_that_are_meant() -> None:
    right = wrong = missed = 0
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    assert len(rows) >= 300
    for path, line, _, mention, meant in rows:
        project = "/".join(path.split("/")[:2])
        page = path.removeprefix(f"{project}/")
        wanted = "" if meant == "none" else meant.removeprefix(f"{project}/")
        found = _linked(portfolio_of(project), page, int(line), mention).partition("#")[0]
        is_right = found == wanted or (wanted.endswith("/") and found.startswith(wanted))
        right += bool(found) and is_right
        wrong += bool(found) and not is_right
        missed += bool(wanted) and not is_right
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= 0.99, precision
    assert recall >= 0.95, recall
