"""Ways in which real plan pages mislead whoever counts their boxes, each with a page of its own.

The numbers are those of the project's survey of such pages; some hold more than one way.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import decode, read_document
from tests.conftest import BuildSite


class Trap(NamedTuple):
    """A page, the tasks on it as `x text` or `- text`, and its checks.

    `others` are boxes that GitHub shows and that are neither.
    """

    text: str
    tasks: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    path: str = "plan.md"
    others: int = 0


_SIGNS = {State.DONE: "x", State.OPEN: "-", State.IN_PROGRESS: "~", State.CANCELLED: "/"}
_LONG = "measure " * 160

TRAPS = {
    "1-fence": Trap("- [ ] dig\n\n```\n- [ ] sample\n```\n\n- [x] fill\n", ("- dig", "x fill")),
    "1-fence-of-four-in-which-three": Trap(
        "````\n```\n- [ ] sample\n```\n- [ ] sample\n````\n- [ ] dig\n", ("- dig",)
    ),
    "1-fence-never-closed": Trap("- [x] dig\n\n```sh\n- [ ] sample\n", ("x dig",)),
    "2-box-in-a-cell": Trap(
        "| Part | State |\n|-|-|\n| Well | [ ] Pending |\n\n- [ ] dig\n", ("- dig",)
    ),
    "2-tasks-as-a-table": Trap(
        "# Tasks: Well\n\n| ID | Task | Status |\n|-|-|-|\n| T-01 | Dig | Done |\n"
        "| T-02 | Fill | Pending |\n\n## Definition of Done\n\n- [ ] It holds water\n",
        ("x T-01 Dig", "- T-02 Fill"),
        ("- It holds water",),
    ),
    "3-box-after-an-id": Trap(
        "- **P1.3** [ ] dig\n- **P1.4** [x] fill\n", ("- P1.3 dig", "x P1.4 fill")
    ),
    "4-legend": Trap("- [ ] = open\n- [x] = done\n\n- [ ] dig\n", ("- dig",), others=2),
    "4-parallel-sign-in-notes": Trap(
        "- [ ] dig\n\n## Notes\n\n- [P] tasks = other files\n", ("- dig",)
    ),
    "5-blank-to-fill": Trap(
        "- **Digging:** [X] days\n- [X] days\n- [ ] dig\n", ("- dig",), others=1
    ),
    "5-sign-in-prose": Trap(
        "Take [X] of them.\n\n- dig where [X] marks the spot\n- [ ] dig\n", ("- dig",)
    ),
    "6-several-on-a-line": Trap("- [x] dig [ ] fill [ ] pave\n", ("x dig [ ] fill [ ] pave",)),
    "6-one-over-a-range": Trap("- [ ] T029–T034 dig all wells\n", ("- T029–T034 dig all wells",)),
    "7-headings": Trap(
        "# Plan\n\n### [x] Step: Dig\n\nText.\n\n### [ ] Step: Fill\n",
        ("x Step: Dig", "- Step: Fill"),
    ),
    "8-numbered": Trap("1. [ ] dig\n2. [x] fill\n", ("- dig", "x fill")),
    "10-under-plain-items": Trap("- Wells\n  - [ ] dig\n  - [x] fill\n", ("- dig", "x fill")),
    "11-constitution": Trap(
        "## Constitution Check\n\n- [x] Simple\n\n## Tasks\n\n- [ ] dig\n",
        ("- dig",),
        ("x Simple",),
    ),
    "11-success-criteria-alone": Trap(
        "## Success Criteria\n\n- [ ] Water comes\n- [x] It is clear\n",
        (),
        ("- Water comes", "x It is clear"),
    ),
    "11-criteria-by-label": Trap(
        "- [ ] dig\n\n**Acceptance Criteria**:\n\n- [ ] Water comes\n",
        ("- dig",),
        ("- Water comes",),
    ),
    "12-comment-behind": Trap("- [x] dig <!-- id: 1 -->\n", ("x dig",)),
    "12-comment-as-text": Trap("- [ ] 1.1 <!-- what to do -->\n- [ ] dig\n", ("- 1.1", "- dig")),
    "12-in-a-comment": Trap("<!--\n- [ ] sample\n-->\n\n- [ ] dig\n", ("- dig",)),
    "12-quoted": Trap("> - [ ] said by others\n\n- [ ] dig\n", ("- dig",)),
    "13-phases-twice": Trap(
        "## Phase 1: Dig\n\n- [x] dig\n\n## Rollback\n\n### Phase 1: Fill\n\n- [ ] fill\n",
        ("x dig", "- fill"),
    ),
    "14-index-and-boxes": Trap(
        "| ID | Task | Status |\n|-|-|-|\n| T001 | Dig | Pending |\n\n- [x] T001 Dig\n",
        ("x T001 Dig",),
    ),
    "15-deferred-phase": Trap("## Phase 2: Pave (deferred)\n\n- [ ] pave\n", ("- pave",)),
    "16-input": Trap('<input type="checkbox"> sample\n\n- [ ] dig\n', ("- dig",)),
    "16-attribute-list": Trap("## Week 1 {#week1}\n\n- [ ] dig\n", ("- dig",)),
    "16-details": Trap(
        "<details>\n<summary>Old</summary>\n\n- [x] dig\n\n</details>\n", ("x dig",)
    ),
    "17-ballot-boxes": Trap("- ☐ dig\n- ☑ fill\n", ("- dig", "x fill")),
    "20-right-to-left": Trap("## שלב 1\n\n- [x] לחפור\n- [ ] למלא\n", ("x לחפור", "- למלא")),
    "21-odd-name": Trap("- [ ] dig\n", ("- dig",), path="back 12 - Cost $ of wells.md"),
    "22-long-line": Trap(f"- [ ] {_LONG}\n", (f"- {_LONG.strip()}",)),
    "22-braces": Trap(
        "- [ ] fill {{ depth }} and {% raw %}\n", ("- fill {{ depth }} and {% raw %}",)
    ),
}


def listed(trap: Trap, *, gates: bool) -> tuple[str, ...]:
    """The tasks that are found, or the checks."""
    document = read_document(trap.path, trap.text)
    return tuple(
        f"{_SIGNS[task.state]} {task.text}" for task in document.tasks if task.is_gate is gates
    )


@pytest.mark.parametrize("name", TRAPS)
def test_tasks_and_checks_are_told_from_the_rest(name: str) -> None:
    trap = TRAPS[name]
    assert listed(trap, gates=False) == trap.tasks
    assert listed(trap, gates=True) == trap.gates


@pytest.mark.parametrize("name", TRAPS)
def test_a_site_is_built_of_it_and_shows_them(name: str, make_site: BuildSite) -> None:
    trap = TRAPS[name]
    shown = make_site({"well/plan.md": f"# Plan: Well\n\n{trap.text}"}).page("well/plan/index.html")
    boxes = shown.select(
        "li > input[type=checkbox], li > p > input[type=checkbox],"
        " li > label > input[type=checkbox], [data-plan-extra]"
    )
    outside = [box for box in boxes if not box.find_parent("blockquote")]
    assert len(outside) == len(trap.tasks) + len(trap.gates) + trap.others


@pytest.mark.parametrize("mark", ["- [ ]* dig", r"- [ ]\* dig"])
def test_9_optional_tasks_stand_apart(mark: str) -> None:
    (task,) = read_document("tasks.md", f"{mark}\n").tasks
    assert (task.text, task.is_optional) == ("dig", True)


@pytest.mark.parametrize(
    ("title", "heard"),
    [
        ("🚀 Phase 1: Dig", "🚀 Phase 1: Dig"),
        ("**Phase 1: Dig**", "Phase 1: Dig"),
        ("Phase 1: `dig`", "Phase 1: dig"),
        ("Phase 1: [Dig](file:///tmp/x)", "Phase 1: Dig"),
    ],
)
def test_18_headings_are_read_as_they_are_shown(title: str, heard: str) -> None:
    document = read_document("plan.md", f"# Plan\n\n## {title}\n\n- [ ] dig\n")
    assert document.sections[1].title == heard
    assert document.phases[1].number == "1"


def test_18_headings_twice_and_two_titles() -> None:
    text = "# One\n\n## Work\n\n- [ ] dig\n\n# Two\n\n## Work\n\n- [x] fill\n"
    document = read_document("plan.md", text)
    assert [section.title for section in document.sections] == ["One", "Work", "Two", "Work"]
    assert [task.section for task in document.tasks] == [1, 3]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf# Plan\n\n- [x] dig\n",
        b"# Plan\r\n\r\n- [x] dig\r\n",
        b"# Plan\r\n\n- [x] dig",
        "# Plan\n\n- [x] dig\n".encode("utf-16"),
    ],
    ids=["mark-of-order", "crlf", "mixed", "utf-16"],
)
def test_19_bytes(data: bytes) -> None:
    (task,) = read_document("plan.md", decode(data)).tasks
    assert (task.text, task.state, task.line) == ("dig", State.DONE, 3)
