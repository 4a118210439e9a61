"""Plans of real projects have the numbers that a careful reader gives them.

`plan_counts.tsv` was drawn at random, five plans of each tool, and labelled by reading: tasks done
and in all, the status (`-` for none) and the number of phases with tasks. Where a reader could give
several numbers of phases, all of them stand there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from tests.corpus import needs_corpus, portfolio_of

SAMPLE = Path(__file__).with_name("plan_counts.tsv")


def _rows() -> Iterator[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _found(path: str) -> tuple[str, str, str, str] | None:
    project, _, page = unquote(path).partition("/")
    plan = portfolio_of(f"documents/{project}").headed_by(page)
    if not plan:
        return None
    progress = plan.progress
    phases = str(sum(bool(phase.progress) for phase in plan.phases))
    return str(progress.done), str(progress.total), str(plan.status or "-"), phases


@needs_corpus
def test_numbers_are_those_of_a_careful_reader() -> None:
    rows = list(_rows())
    assert len(rows) == 60
    wrong = []
    for row in rows:
        found = _found(row["plan"])
        counts = (row["done"], row["total"], row["status"])
        if not found or found[:3] != counts or found[3] not in row["phases"].split("|"):
            wrong.append((row, found))
    assert wrong == []
