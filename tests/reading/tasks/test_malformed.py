"""Lines that look like check boxes but are none are found, and nothing else is."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document


def malformed(text: str) -> list[tuple[str, str, int]]:
    found = read_document("plan.md", text).malformed
    return [(box.written, box.text, box.line) for box in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- [] cut", ("[]", "cut")),
        ("- [ ]cut", ("[ ]", "cut")),
        ("- [x]cut", ("[x]", "cut")),
        ("- **[ ]** cut", ("[ ]", "cut")),
        ("- **[ ] cut**", ("[ ]", "cut")),
        ("- [TODO] cut", ("[TODO]", "cut")),
        ("- [In progress] cut", ("[In progress]", "cut")),
        ("- ( ) cut", ("( )", "cut")),
        ("- (x) cut", ("(x)", "cut")),
        ("- [х] cut", ("[х]", "cut")),  # Cyrillic
        ("- [ ]", ("[ ]", "")),
        ("- [x]\n  cut", ("[x]", "cut")),
        ("\n[ ] cut", ("[ ]", "cut")),
        ("\n-[ ] cut", ("[ ]", "cut")),
        ("\n• [ ] cut", ("[ ]", "cut")),
        ("\n1.[x] cut", ("[x]", "cut")),
    ],
)
def test_found(line: str, found: tuple[str, str]) -> None:
    (box,) = malformed(f"# Plan\n\n- [x] saw\n{line}\n")
    assert box == (*found, 4 + line.count("\n", 0, 1))


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] cut",
        "- [~] cut",
        "- \\[ ] cut",
        "- `[ ]` cut",
        "- [x](page.md) cut",
        "- [x]: page.md",
        "- [P] cut",
        "- [US1] cut",
        "- [1] cut",
        "- [x] = done",
        "- cut [ ] twice",
        "> [ ] cut",
        "\n```\n[ ] cut\n```",
        "\n<!--\n[ ] cut\n-->",
        "\n| [ ] | cut |",
        "\n[ ] = open",
    ],
)
def test_not_found(line: str) -> None:
    assert malformed(f"# Plan\n\n- [x] saw\n{line}\n") == []


def test_words_and_round_brackets_need_a_box_in_their_section() -> None:
    assert malformed("# Plan\n\n## A\n\n- [x] saw\n\n## Questions\n\n- [Open] Why?\n") == []
    assert malformed("# Plan\n\n- ( ) cut\n\n[ ] join\n") == []
