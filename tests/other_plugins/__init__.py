"""Other plugins in the same site: each builds as it does without us, and the numbers are right."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Tag

from tests.support.processes import run_mkdocs
from tests.verify.thorough import check_thoroughly

FILES: Mapping[str, str] = {
    "index.md": "# Home\n\nSee [the plan](specs/001-maps/plan.md).\n",
    "all.md": "# All plans\n\n<!-- plan:overview -->\n",
    "specs/001-maps/plan.md": """\
        # Implementation Plan: Maps

        Built on `spec.md`, see FR-001.

        ## Phase 1: Store

        - [x] T001 Cache tiles (FR-001)
        - [ ] T002 Evict tiles
        """,
    "specs/001-maps/spec.md": """\
        # Feature Specification: Maps

        - **FR-001**: Maps are shown without a network.
        """,
    "specs/002-alerts/plan.md": "# Implementation Plan: Alerts\n\n- [x] A\n- [x] B\n- [ ] C\n",
}
"""Two plans: one of two tasks done, and two of three."""
COUNTS = {"Maps": "1 of 2", "Alerts": "2 of 3"}


@dataclass(frozen=True)
class Outcome:
    """A site that was built in a process of its own, and what that said."""

    root: Path
    status: int
    lines: tuple[str, ...]

    @property
    def warnings(self) -> list[str]:
        """What would make a strict build fail."""
        return [line for line in self.lines if line.startswith(("WARNING", "ERROR"))]

    def html(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.root / path).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """A page of the site."""
        return BeautifulSoup(self.html(path), "html.parser")

    @property
    def pages(self) -> set[str]:
        """All pages."""
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html")}


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")


def build(
    folder: Path,
    plugins: Sequence[object],
    files: Mapping[str, str] = FILES,
    **config: Any,
) -> Outcome:
    """Build a site without and with our plugin, which comes last; returns the latter.

    Both must build, and ours must not warn of more. What other plugins do in this process, such
    as to change loggers and to warn of deprecated calls, is theirs.
    """
    write(folder / "docs", files)
    without = run(folder, "without", plugins, config)
    with_us = run(folder, "with", [*plugins, "plan"], config)
    assert (without.status, with_us.status) == (0, 0), with_us.lines
    assert with_us.warnings == without.warnings
    assert without.pages <= with_us.pages
    assert with_us.pages - without.pages <= {"plans/index.html", "plans.html"}
    return with_us


def run(folder: Path, name: str, plugins: Sequence[object], config: Mapping[str, Any]) -> Outcome:
    """Build the site in a process of its own, into a folder of this name."""
    settings = {
        "site_name": "Neighbours",
        "site_url": "https://example.org/",
        "theme": "mkdocs",
        "plugins": list(plugins),
        "markdown_extensions": ["tables", {"toc": {"permalink": True}}],
        **config,
    }
    file = folder / f"{name}.yml"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    root = folder / name
    done = run_mkdocs(["build", "-f", str(file), "-d", str(root)], folder)
    return Outcome(root, done.returncode, tuple(done.stderr.splitlines()))


def counts(outcome: Outcome, below: str = "") -> dict[str, str]:
    """Each plan's number, once it is shown to be the same on its page, in the table and the file.

    Args:
        outcome: The site.
        below: The folder of the site that is looked at: `de/`.
    """
    assert not check_thoroughly(outcome.root / below)
    data = json.loads(outcome.html(f"{below}plans.json"))
    found = {}
    for plan in data["plans"]:
        progress = plan["progress"]
        said = f"{progress['done']} of {progress['total']}"
        url = plan["url"]
        page = outcome.page(below + (f"{url}index.html" if url.endswith("/") else url))
        bar = page.select_one("[data-plan-widget=summary] [role=progressbar]")
        assert bar, url
        assert str(bar["aria-valuetext"]).startswith(f"{said} task"), url
        found[plan["title"]] = said
    rows = {
        row.th.a.text.strip(): _said(row)
        for row in _overview(outcome, below).select("tbody tr")
        if row.th and row.th.a
    }
    assert {title: text for title, text in rows.items() if f"{found[title]} task" in text} == rows
    assert len(rows) == len(found)
    return found


def _said(row: Tag) -> str:
    """The count that a screen reader says of a row."""
    bar = row.select_one("[role=progressbar]")
    return str(bar["aria-valuetext"]) if bar else ""


def _overview(outcome: Outcome, below: str) -> BeautifulSoup:
    pages = ("all/index.html", "all.html", "plans/index.html", "plans.html")
    page = next(name for name in pages if (outcome.root / below / name).exists())
    return outcome.page(below + page)


def navigation(page: BeautifulSoup) -> list[str]:
    """The addresses of a page's navigation."""
    return [str(link["href"]) for link in page.select(".navbar-nav a[href]:not([rel])")]


MOUNTED = "plans/001-maps/plan/"
"""The address of a plan that is taken from outside the docs folder."""


def mount(
    folder: Path, plugins: Sequence[object], files: Mapping[str, str] | None = None, **config: Any
) -> Outcome:
    """Build a site with our plugin, the plans outside its docs folder."""
    parts = {name.removeprefix("specs/"): text for name, text in FILES.items() if "/" in name}
    write(folder / "work", parts)
    write(folder / "docs", {"index.md": "# Home\n", **(files or {})})
    plan = {"plan": {"sources": "../work"}}
    built = run(folder, "mounted", [*plugins, plan], config)
    assert built.status == 0, built.lines
    assert built.warnings == []
    return built
