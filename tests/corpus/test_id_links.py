"""Ids on real pages lead where a careful reader would look.

`id_mentions.tsv` was drawn at random and labelled by reading: for each place that looks like an
id, the line that defines it; `self` where it is that line; `none` where it is no id that the
project defines, or stands in code, a heading or a link.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.reading import decode
from mkdocs_plan_plugin.reading.links.ids import DEFAULT_ID_RULES, find_ids
from tests.corpus import CORPUS, needs_corpus, portfolio_of

SAMPLE = Path(__file__).with_name("id_mentions.tsv")
_HIDDEN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^)\s]*\)|\[[^\]]*\](?=\()")


class Label(NamedTuple):
    """A row of the sample. `project` is the folder that the paths are in."""

    project: str
    page: str
    line: int
    column: int
    expected: str


def labels(sample: Path) -> Iterator[Label]:
    """Read a sample."""
    with sample.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[0] != "page":
                project = "/".join(row[0].split("/")[:2])
                page = row[0].removeprefix(f"{project}/")
                expected = row[4].removeprefix(f"{project}/")
                yield Label(project, page, int(row[1]), int(row[2]), expected)


@cache
def lines_of(project: str, page: str) -> list[str]:
    """The lines of a page."""
    text = decode((CORPUS / project / page).read_bytes())
    return text.replace("\r\n", "\n").split("\n")


def _linked(label: Label) -> str:
    """Where the id at a place leads: path and line, or nothing."""
    portfolio = portfolio_of(label.project)
    line = lines_of(label.project, label.page)[label.line - 1]
    headings = {section.line for section in portfolio.documents[label.page].sections}
    is_hidden = any(span.start() <= label.column < span.end() for span in _HIDDEN.finditer(line))
    if is_hidden or label.line in headings or label.page not in portfolio.ids:
        return ""
    links = portfolio.ids[label.page].links
    here = f"{label.page}:{label.line}"
    found = (
        f"{target.path}:{target.definition.line}"
        for key, start, end in find_ids(line, DEFAULT_ID_RULES)
        if start <= label.column < end and (target := links.get(key))
    )
    return next((place for place in found if place != here), "")


@needs_corpus
def test_ids_lead_to_their_definitions() -> None:
    right = wrong = missed = 0
    for label in labels(SAMPLE):
        wanted = "" if label.expected in ("none", "self") else label.expected
        found = _linked(label)
        right += bool(found) and found == wanted
        wrong += bool(found) and found != wanted
        missed += bool(wanted) and found != wanted
    assert right >= 100
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= 0.99, precision
    assert recall >= 0.95, recall
