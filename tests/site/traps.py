"""Ways in which real plan pages mislead whoever counts their boxes, each with a page of its own.

The numbers are those of the project's survey of such pages; most hold more than one way.
"""

from __future__ import annotations

from typing import NamedTuple


class Trap(NamedTuple):
    """A page and what must come of it.

    Tasks and checks are written as `x text` (done), `- text` (open), `~ text` (in progress) or
    `-* text` (optional). `others` are the signs of the boxes on the page that are neither.
    """

    text: str
    tasks: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    path: str = "plan.md"
    others: str = ""

    @property
    def page(self) -> str:
        """The text with a title."""
        return self.text if self.text.startswith("# ") else f"{TITLE}\n\n{self.text}"


TITLE = "# Implementation Plan: Well"
DIG = "- [ ] dig\n"
LONG = "measure " * 160

FENCES = {
    "1-fence": Trap(
        "- [ ] dig\n\n```\n- [ ] sample\n```\n\n~~~md\n- [x] sample\n~~~\n\n- [x] fill\n",
        ("- dig", "x fill"),
    ),
    "1-fence-of-four-around-three": Trap(
        "````\n```\n- [ ] sample\n```\n- [ ] sample\n````\n- [ ] dig\n", ("- dig",)
    ),
    "1-fence-never-closed": Trap("- [x] dig\n\n```sh\n- [ ] sample\n", ("x dig",)),
    "1-fence-in-an-item-never-closed": Trap(
        "- [x] dig\n\n  ```sh\n  - [ ] sample\n\n- [ ] fill\n", ("x dig", "- fill")
    ),
}
TABLES = {
    "2-box-in-a-cell": Trap(
        "| Phase | Effort | State |\n|-|-|-|\n| Phase 1 | 2 days | [ ] Pending |\n\n" + DIG,
        ("- dig",),
    ),
    "2-matrix-of-tests": Trap(
        "| Test | Steps | Expected Result | Status |\n|-|-|-|-|\n| 1.1 Pull | Up | Water | [ ] |\n"
        "\n" + DIG,
        ("- dig",),
    ),
    "2-tasks-as-a-table": Trap(
        "# Tasks: Well\n\n| ID | Task | Needs | Status |\n|-|-|-|-|\n| `T-01` | Dig | | Hecha |\n"
        "| `T-02` | [Line](https://w.example) | `T-01` | En curso |\n"
        "| `T-03` | Fill | `T-02` | Pendiente |\n"
        "\n## Definition of Done\n\n- [ ] It holds water\n",
        ("x T-01 Dig", "~ T-02 Line", "- T-03 Fill"),
        ("- It holds water",),
        path="tasks.md",
    ),
    "14-index-and-boxes": Trap(
        "| Task | Description | Package |\n|-|-|-|\n| T001 | Dig | WP01 |\n\n- [x] T001 Dig\n",
        ("x T001 Dig",),
    ),
    "14-index-with-a-status-and-boxes": Trap(
        "| ID | Task | Status |\n|-|-|-|\n| T001 | Dig | Pending |\n\n- [x] T001 Dig\n",
        ("x T001 Dig",),
    ),
}
MARKS = {
    "3-box-after-an-id": Trap(
        "- **P1.3** [ ] dig\n- **P1.4** [x] fill\n", ("- P1.3 dig", "x P1.4 fill")
    ),
    "3-box-after-an-id-below-a-legend-of-usual-boxes": Trap(
        "## Status Legend\n\n- [ ] Not started\n- [~] Partial / has to be done again\n"
        "- [x] Complete (and moved down)\n\n## Tier 1\n\n- **P1.3** [ ] dig\n",
        ("- P1.3 dig",),
        others="-x",
    ),
    "4-legend": Trap(
        "- [ ] = open\n- [x] = done\n- [~]: in progress\n\n" + DIG, ("- dig",), others="-x"
    ),
    "4-legend-by-label": Trap(
        "**Task Status Legend:**\n\n- [ ] Not Started\n- [x] Completed\n"
        "- [⚠] Blocked (another one comes first)\n- [🔄] In Progress\n\n## Work\n\n" + DIG,
        ("- dig",),
        others="-x",
    ),
    "4-parallel-sign-in-notes": Trap(
        "- [ ] T001 [P] dig\n\n## Notes\n\n- [P] tasks = other files\n- [US1] is a story\n",
        ("- T001 [P] dig",),
    ),
    "5-blank-to-fill": Trap("- **Digging:** [X] days\n- [X] days\n" + DIG, ("- dig",), others="x"),
    "5-sign-in-prose": Trap(
        "Take [X] of them.\n\n- where [X] marks the spot, dig\n" + DIG, ("- dig",)
    ),
    "6-several-on-a-line": Trap("- [x] dig [ ] fill [ ] pave\n", ("x dig [ ] fill [ ] pave",)),
    "6-several-behind-a-label": Trap("- **Subtasks**: [ ] T001 [x] T002\n" + DIG, ("- dig",)),
    "6-one-over-a-range": Trap("- [ ] T029–T034 dig all wells\n", ("- T029–T034 dig all wells",)),
    "9-optional": Trap("- [ ]* 2.1 dig\n- [x] 2.2 fill\n", ("-* 2.1 dig", "x 2.2 fill")),
    "9-optional-escaped": Trap("- [ ]\\* 2.1 dig\n- [x] 2.2 fill\n", ("-* 2.1 dig", "x 2.2 fill")),
    "17-ballot-boxes": Trap("- ☐ dig\n- ☑ fill\n- ☒ pave\n", ("- dig", "x fill", "x pave")),
}
PLACES = {
    "7-headings": Trap(
        "# Plan\n\n### [x] Step: Dig\n\n<!-- chat-id: 1 -->\n\nText.\n\n### [ ] Step: Fill\n",
        ("x Step: Dig", "- Step: Fill"),
    ),
    "7-tracks": Trap(
        "## [x] Track: Dig\n\n*Link: [dig](https://w.example/dig)*\n\n---\n\n## [~] Track: Fill\n",
        ("x Track: Dig", "~ Track: Fill"),
    ),
    "8-numbered": Trap("1. [ ] dig\n2. [x] fill\n", ("- dig", "x fill")),
    "8-numbered-criteria": Trap(
        "## Acceptance Criteria\n\n1. [ ] Water comes\n2. [x] It is clear\n\n## Tasks\n\n" + DIG,
        ("- dig",),
        ("- Water comes", "x It is clear"),
    ),
    "10-under-plain-items": Trap(
        "- Wells\n  - [ ] dig\n  - [x] fill\n\n1. Roads\n   - [ ] pave\n",
        ("- dig", "x fill", "- pave"),
    ),
    "15-deferred-phase": Trap(
        "## Phase 1: Dig\n\n- [x] dig\n\n## Phase 2: Pave — DEFERRED\n\n- [ ] pave\n",
        ("x dig", "- pave"),
    ),
}
CHECKS = {
    "11-constitution": Trap(
        "## Constitution Check\n\n- [x] Simple\n\n## Tasks\n\n" + DIG, ("- dig",), ("x Simple",)
    ),
    "11-success-criteria-alone": Trap(
        "## Success Criteria\n\n- [ ] Water comes\n- [x] It is clear\n",
        (),
        ("- Water comes", "x It is clear"),
    ),
    "11-progress-of-planning": Trap(
        "## Progress Tracking\n\n**Phase Status**:\n\n- [x] Phase 0: Asked around\n\n"
        "**Gate Status**:\n\n- [ ] First check: PASS\n",
        (),
        ("x Phase 0: Asked around", "- First check: PASS"),
    ),
    "11-criteria-by-label": Trap(
        "### Task 1: Dig\n\n- [ ] dig\n\n**Acceptance Criteria**:\n\n- [ ] Water comes\n",
        ("- dig",),
        ("- Water comes",),
    ),
    # Nothing tells a habit from work but its sense.
    "11-daily-habits-count-as-they-are-written": Trap(
        "## Daily\n\n- [ ] 10m: look\n\n## Week 1\n\n" + DIG, ("- 10m: look", "- dig")
    ),
}
COMMENTS = {
    "12-comment-behind": Trap("- [x] dig <!-- id: 1 -->\n", ("x dig",)),
    "12-comment-as-text": Trap("- [ ] 1.1 <!-- what to do -->\n" + DIG, ("- 1.1", "- dig")),
    "12-in-a-comment": Trap("<!--\n- [ ] sample\n\n- [x] sample\n-->\n\n" + DIG, ("- dig",)),
    "12-quoted": Trap("> - [ ] said by others\n\n" + DIG, ("- dig",), others="-"),
}
HTML = {
    "16-input": Trap('<input type="checkbox"> sample\n\n' + DIG, ("- dig",)),
    "16-input-in-an-item": Trap(
        '- <input type="checkbox"> fill\n- <input type="checkbox" checked> line\n\nNow:\n\n' + DIG,
        ("- fill", "x line", "- dig"),
    ),
    "16-attribute-list": Trap("## Week 1 {#week1}\n\n" + DIG, ("- dig",)),
    "16-details": Trap(
        "<details>\n<summary>Old</summary>\n\n- [x] dig\n\n</details>\n\n- [ ] fill\n",
        ("x dig", "- fill"),
    ),
}
WRITING = {
    "20-hebrew": Trap("## שלב 1\n\n- [x] לחפור\n- [ ] למלא\n", ("x לחפור", "- למלא")),
    "20-arabic": Trap("## المرحلة 1: البئر\n\n- [x] حفر\n- [ ] رصف\n", ("x حفر", "- رصف")),
    "21-spaces": Trap(DIG, ("- dig",), path="back 12 - Cost of wells.md"),
    "21-dollar": Trap(DIG, ("- dig",), path="wells-$cost.md"),
    "22-long-line": Trap(f"- [ ] {LONG}\n", (f"- {LONG.strip()}",)),
    "22-braces": Trap(
        "- [ ] fill {{ depth }} and {% raw %}\n", ("- fill {{ depth }} and {% raw %}",)
    ),
}
TRAPS = {
    **FENCES,
    **TABLES,
    **MARKS,
    **PLACES,
    **CHECKS,
    **COMMENTS,
    **HTML,
    **WRITING,
}
