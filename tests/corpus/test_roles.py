"""Real pages get the role that people would give them."""

from __future__ import annotations

import csv
from collections import Counter

from mkdocs_plan_plugin.model import Role
from tests.corpus import CORPUS, needs_corpus, portfolios


@needs_corpus
def test_roles_of_real_pages() -> None:
    roles = {project: portfolio.roles for project, portfolio in portfolios().items()}
    with (CORPUS / "index.tsv").open(encoding="utf-8", newline="") as file:
        pages = list(csv.DictReader(file, delimiter="\t"))
    found = Counter(
        (page["kind"], roles[page["project"]].get(page["path"], Role.NONE)) for page in pages
    )
    assert found["plan", Role.PLAN] >= 325  # of 460, of which some 100 are reports, notes and parts
    assert found["spec", Role.SPEC] + found["spec", Role.CHECKLIST] >= 435  # of 458
    assert found["research", Role.RESEARCH] >= 73  # of 77
    assert found["tasks", Role.TASKS] >= 300  # of 453, of which the others are single tasks
    assert found["other", Role.PLAN] + found["other", Role.TASKS] == 0
    assert found["spec", Role.PLAN] + found["research", Role.PLAN] == 0
