"""Every way to write a task that is known to go wrong, each with what must come of it.

`python -m tests.site.torture` builds the site and prints the table as Markdown.
"""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import Tag

from tests.support.sites import Built, build_site, write_site

CONFIG: Mapping[str, Any] = {
    "repo_url": "https://github.com/example/torture",
    "edit_uri": "edit/main/docs/",
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "md_in_html",
        "tables",
        "pymdownx.details",
        "pymdownx.superfences",
        {"pymdownx.tabbed": {"alternate_style": True}},
        {"toc": {"permalink": True}},
    ],
}


class Result(NamedTuple):
    """What came of a construct.

    Attributes:
        github: The boxes that GitHub shows.
        page: The boxes that our page shows.
        number: What the bar and the overview say, or nothing where there is no bar.
        account: The states of what counts, and the reasons of what does not, each with how many.
    """

    github: int
    page: int
    number: str
    breakdown: str


@dataclass(frozen=True)
class Construct:
    """A way to write tasks, and what must come of it; `beside` are other pages of its plan."""

    name: str
    text: str
    github: int
    page: int
    number: str
    breakdown: str
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        return f"plan-{CONSTRUCTS.index(self):02}"

    @property
    def markdown(self) -> str:
        return textwrap.dedent(self.text).strip("\n")

    @property
    def others(self) -> dict[str, str]:
        return {name: textwrap.dedent(text).lstrip("\n") for name, text in self.beside.items()}

    @property
    def result(self) -> Result:
        return Result(self.github, self.page, self.number, self.breakdown)


CONSTRUCTS = (
    Construct(
        "`[ ]`, `[x]`, `[X]`",
        "- [ ] Open the shutters\n- [x] Light the lamp\n- [X] Wind the clock",
        *(3, 3, "2 of 3", "2 done, 1 open"),
    ),
    Construct(
        "`[-]`, `[~]`, `[/]`",
        "- [-] Paint the gallery\n- [~] Polish the lens\n- [/] Oil the bearings",
        *(0, 3, "0 of 3", "3 in-progress"),
    ),
    Construct(
        "`[>]`, `[!]`",
        "- [>] Order new glass\n- [!] Repair the stairs",
        *(0, 2, "0 of 2", "1 blocked, 1 deferred"),
    ),
    Construct(
        "`[N/A]`, `[✅]`",
        "- [N/A] Install the fog bell\n- [✅] Sweep the chimney",
        *(0, 2, "1 of 1", "1 cancelled, 1 done"),
    ),
    Construct(
        "a mark that nobody knows",
        "- [?] Ask the harbour master\n- [x] Call the harbour master",
        *(1, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "`[ ]*` and `[ ]\\*`: optional",
        "- [ ]* Plant a garden\n- [ ]\\* Hang a picture\n- [x] Buy a spade",
        *(1, 3, "1 of 1", "1 done, 2 optional.open"),
    ),
    Construct(
        "`[P]` and `[US1]` are no boxes",
        "- [P] [US1] Read the chart\n- [ ] T003 [P] [US1] Draw the chart",
        *(1, 1, "0 of 1", "1 open"),
    ),
    Construct(
        "`[X] days` is a blank to fill",
        "- [X] days\n- [ ] Guess how long it takes",
        *(2, 2, "0 of 1", "1 open"),
    ),
    Construct(
        "a legend",
        "- [x] = done\n- [ ] = open\n- [~] = in progress\n\nThe tasks:\n\n- [x] Read the legend",
        *(3, 3, "1 of 1", "1 done"),
    ),
    Construct(
        "boxes in code",
        """
        `- [ ] in a code span`

        ```markdown
        - [ ] in a fence
        ```

        text

            - [ ] indented

        - [x] Leave code alone
        """,
        *(1, 1, "1 of 1", "1 done"),
    ),
    Construct(
        "boxes in comments",
        "<!--\n- [ ] hidden\n-->\n\n- [x] Leave comments alone <!-- [ ] -->",
        *(1, 1, "1 of 1", "1 done"),
    ),
    Construct(
        "boxes in quotes",
        "> - [ ] in a quote\n\n- [x] Leave quotes alone",
        *(2, 2, "1 of 1", "1 done"),
    ),
    Construct(
        "boxes in prose",
        "The box [x] stands in prose.\n\n- See [x] and [ ]\n- [x] Leave prose alone",
        *(1, 1, "1 of 1", "1 done"),
    ),
    Construct(
        "a box after an id",
        "- **P1.3** [ ] Write the log\n- P1.4 [x] Bind the log",
        *(0, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "`☐`, `☑`",
        "- ☐ Count the steps\n- ☑ Number the steps",
        *(0, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "numbered",
        "1. [ ] Fill the tank\n2. [x] Close the valve",
        *(2, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "boxes in headings",
        "### [x] Mend the window\n\n- [x] Cut the pane\n\n### [ ] Mend the gutter",
        *(1, 3, "1 of 2", "1 done, 1 open, 1 parent"),
    ),
    Construct(
        "a table with a status, on the task list",
        "The work is in the task list.",
        *(0, 4, "2 of 4", "2 done, 1 in-progress, 1 open"),
        {
            "tasks.md": """
            # Tasks: Rope

            | ID | Task | Owner | Status |
            |----|------|-------|--------|
            | T-1 | Buy rope | Ada | Done |
            | T-2 | Splice rope | Ben | 🔄 In progress |
            | T-3 | Coil rope | Ada | Not started |
            | T-4 | Hang rope | | ✅ |
            | | **Total** | | |
            """
        },
    ),
    Construct(
        "a ticked task over an open one",
        "- [x] Mend the roof\n    - [x] Buy slate\n    - [ ] Nail slate",
        *(3, 3, "1 of 2", "1 done, 1 open, 1 parent"),
    ),
    Construct(
        "nested by two spaces",
        "- [ ] Mend the wall\n  - [x] Mix mortar\n  - [x] Lay stones",
        *(3, 3, "2 of 2", "2 done, 1 parent"),
    ),
    Construct(
        "tasks right after a line of text",
        "The list comes straight after this line.\n- [ ] Hang the door\n- [x] Oil the door",
        *(2, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "a fence in an item",
        "- [ ] Write the sign\n  ```md\n  - [ ] in a fence\n  ```\n- [x] Paint the sign",
        *(2, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "a gate by its heading",
        "- [ ] Keep watch\n\n### Acceptance criteria\n\n- [x] The light is seen from the pier",
        *(2, 2, "0 of 1", "1 check.done, 1 open"),
    ),
    Construct(
        "a gate by its label",
        "- [x] Write the log\n\n**Definition of Done**:\n\n- [ ] The log has been read",
        *(2, 2, "1 of 1", "1 check.open, 1 done"),
    ),
    Construct(
        "gates in other languages",
        """
        - [x] Translate the sign

        ### Criterios de aceptación

        - [ ] La luz se ve desde el muelle

        ### 验收标准

        - [x] 灯亮了

        ### Akzeptanzkriterien

        - [ ] Das Licht brennt

        ### Critères d'acceptation

        - [x] La lampe est allumée
        """,
        *(5, 5, "1 of 1", "2 check.done, 2 check.open, 1 done"),
    ),
    Construct(
        "a page in a folder `checklists`",
        "- [x] Fix the ladder",
        *(3, 3, "1 of 1", "1 check.done, 1 check.open, 1 done"),
        {
            "checklists/safety.md": """
            # Checklist: Safety

            - [x] The ladder is fixed
            - [ ] The lamp has a guard
            """
        },
    ),
    Construct(
        "phases marked ✅, no boxes",
        "### Phase 1: Survey ✅\n\nIt stands.\n\n### Phase 2: Build\n\nIt will.",
        *(0, 0, "1 of 2", "1 phase done, 1 phase open"),
    ),
    Construct(
        "a phase marked ✅ over open boxes",
        "### Phase 1: Survey ✅\n\n- [x] Measure\n- [ ] Draw\n\n### Phase 2: Build\n\n- [ ] Dig",
        *(3, 3, "1 of 3", "1 done, 2 open"),
    ),
    Construct(
        "`Status: Complete` over open boxes",
        "**Status**: Complete\n\n- [ ] Measure again\n- [ ] Draw again\n- [x] Sharpen the pencil",
        *(3, 3, "1 of 3", "1 done, 2 open"),
    ),
    Construct(
        "in an admonition (code to GitHub)",
        "!!! note\n\n    - [ ] Note the hour",
        *(0, 1, "0 of 1", "1 open"),
    ),
    Construct(
        "in a tab (code to GitHub)",
        '=== "Tab"\n\n    - [x] Choose the tab',
        *(0, 1, "1 of 1", "1 done"),
    ),
    Construct(
        "in `??? details` (code to GitHub)",
        '??? info "More"\n\n    - [ ] Open the drawer',
        *(0, 1, "0 of 1", "1 open"),
    ),
    Construct(
        "in HTML `<details>`",
        "<details>\n<summary>More</summary>\n\n- [x] Look inside\n\n</details>",
        *(1, 1, "1 of 1", "1 done"),
    ),
    Construct(
        "loose items, two paragraphs",
        "- [ ] Read the first line\n\n  and the second\n\n- [x] Close the book",
        *(2, 2, "1 of 2", "1 done, 1 open"),
    ),
    Construct(
        "a change of the marker",
        "- [ ] Take the left stair\n* [x] Take the right stair\n+ [ ] Take the lift",
        *(3, 3, "1 of 3", "1 done, 2 open"),
    ),
    Construct(
        "tasks that read alike",
        "- [ ] Ring the bell\n- [x] Ring the bell\n- [ ] Ring the bell",
        *(3, 3, "1 of 3", "1 done, 2 open"),
    ),
    Construct(
        "tasks that begin with a link",
        "- [x] [Rope](https://a.example/rope) is bought\n- [-] [Sail](https://a.example/s) hangs",
        *(1, 2, "1 of 2", "1 done, 1 in-progress"),
    ),
    Construct(
        "gates behind a long table of tasks",
        "The work is in the task list.",
        *(1, 26, "25 of 25", "1 check.open, 25 done"),
        {
            "tasks.md": "# Tasks: Rows\n\n| Task | Status |\n|---|---|\n"
            + "".join(f"| Row {number} | Done |\n" for number in range(25))
            + "\n## Acceptance criteria\n\n- [ ] All rows are read\n"
        },
    ),
)

TOGETHER = "together"
_ALONE = ("a phase marked", "phases marked", "`Status:")


def files() -> dict[str, str]:
    """The sources: a plan for each construct, and one page with nearly all of them together."""
    found = {"index.md": "# Plans\n\n<!-- plan:overview -->\n"}
    for construct in CONSTRUCTS:
        found[f"{construct.folder}/plan.md"] = page(construct)
        for name, text in construct.others.items():
            found[f"{construct.folder}/{name}"] = text
    parts = [
        f"## Phase {number}: {construct.name}\n\n{construct.markdown}\n"
        for number, construct in enumerate(together(), 1)
    ]
    found[f"{TOGETHER}/plan.md"] = "# Implementation Plan: Together\n\n" + "\n".join(parts)
    return found


def page(construct: Construct) -> str:
    """The plan page of a construct."""
    title = re.sub(r"[^\w ,:]", "", construct.name)
    return f"# Implementation Plan: {title}\n\n{construct.markdown}\n"


def together() -> tuple[Construct, ...]:
    """The constructs that don't speak of a whole page, nor have pages beside them."""
    return tuple(
        construct
        for construct in CONSTRUCTS
        if not construct.beside and not construct.name.startswith(_ALONE)
    )


def build(folder: Path) -> Built:
    """Build the site."""
    return build_site(write_site(folder, files(), CONFIG))


def shown(built: Built, folder: str) -> int:
    """The boxes that authors wrote on a folder's pages, as readers count them."""
    count = 0
    for file in sorted((built.root / folder).rglob("index.html")):
        html = built.page(file.relative_to(built.root).as_posix())
        for widget in html.select("[data-plan-widget]"):
            widget.decompose()
        count += len(html.select("li input[type=checkbox], [data-plan-extra]"))
    return count


def breakdown(built: Built, folder: str) -> str:
    """What a plan's account lists, as `2 done, 1 open`."""
    found: Counter[str] = Counter()
    for head in built.page(f"{folder}/plan/index.html").select(".plan-breakdown dt"):
        state, phase = head.get("data-state"), head.get("data-phases")
        kind = f"phase {phase}" if phase else str(state or head.get("data-excluded"))
        body = head.find_next_sibling("dd")
        assert isinstance(body, Tag)
        found[kind] += len(body.select("li"))
    return in_words(found)


def in_words(found: Mapping[str, int]) -> str:
    """How many of what, in order of the words."""
    return ", ".join(f"{count} {kind}" for kind, count in sorted(found.items()))


def number(built: Built, folder: str) -> str:
    """What a plan's own bar says, or nothing."""
    return _bar(built.page(f"{folder}/plan/index.html").select_one(".plan-summary"))


def overview(built: Built) -> dict[str, str]:
    """What the overview's bars say, by the plans' folders."""
    rows = built.page("index.html").select(".plan-overview tbody tr")
    links = {row: row.select_one("th a") for row in rows}
    return {str(link["href"]).split("/")[0]: _bar(row) for row, link in links.items() if link}


def _bar(around: Tag | None) -> str:
    bar = around.select_one("[role=progressbar]") if around else None
    return f"{bar['aria-valuenow']} of {bar['aria-valuemax']}" if bar else ""


def table(built: Built) -> str:
    """The constructs and what came of them, as Markdown."""
    rows = overview(built)
    lines = [
        "| Construct | GitHub shows | Page shows | Bar | Overview | Account |",
        "|-----------|--------------|------------|-----|----------|---------|",
    ]
    lines += [
        f"| {one.name} | {one.github} | {shown(built, one.folder)} | {number(built, one.folder)} "
        f"| {rows[one.folder]} | {breakdown(built, one.folder)} |"
        for one in CONSTRUCTS
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(table(build(Path(folder))))
