"""What the guide says was found in real projects of each tool is what is found."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.reading.tools import DIALECTS
from tests.corpus import CORPUS, needs_corpus, portfolio_of
from tests.support.references import CODE, NAME, led_to

GUIDE = Path(__file__).parents[2] / "sample_site" / "docs" / "guide" / "tools.md"
# What the list of the pages calls a tool, where that is not its name in lower case.
_NAMES = {"spec-workflow": "spec-workflow-mcp", "agent os": "agent-os"}


class Page(NamedTuple):
    """A page of the corpus: where it is, and the tool that its project uses there."""

    project: str
    path: str
    tool: str


def _pages() -> Iterator[Page]:
    with (CORPUS / "index.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield Page(row["project"], row["path"], row["toolchain"])


def figures() -> dict[str, Counter[str]]:
    """Count what is found, by tool."""
    tools = {(page.project, page.path): page.tool for page in _pages()}
    projects: defaultdict[str, list[str]] = defaultdict(list)
    for project, path in tools:
        projects[project].append(path)
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for project, paths in projects.items():
        portfolio = portfolio_of(f"documents/{project}")
        for tool in {tools[project, path] for path in paths}:
            found[tool]["projects"] += 1
        for path in paths:
            count = found[tools[project, path]]
            count["pages"] += 1
            count["links"] += sum(len(led_to(portfolio, path, kind)) for kind in (CODE, NAME))
            count["links"] += len(portfolio.ids[path].links) if path in portfolio.ids else 0
        for plan in portfolio.plans:
            count = found[tools.get((project, plan.path), "")]
            count["plans"] += 1
            count["specs"] += any(member.role is Role.SPEC for member in plan.members)
            count["tasks"] += plan.progress.total
            count["done"] += plan.progress.done
            count["checks"] += plan.checks.total
    return found


def rows(found: dict[str, Counter[str]]) -> Iterator[str]:
    """The rows of the guide's table."""
    for dialect in DIALECTS:
        name = dialect.name.lower()
        count = found[_NAMES.get(name, name)]
        cells = (
            *(dialect.name, count["projects"], count["pages"], count["plans"], count["specs"]),
            *(f"{count['done']:,} of {count['tasks']:,}", f"{count['checks']:,}"),
            f"{count['links']:,}",
        )
        yield f"| {' | '.join(map(str, cells))} |"


@needs_corpus
def test_the_guide_has_the_figures_of_the_corpus() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [row for row in rows(figures()) if row not in guide] == []
