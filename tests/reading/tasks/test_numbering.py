"""Tasks nest by their numbers as they do by their indents."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document


def nested(*items: str) -> list[tuple[str, str]]:
    """Each task that is nested in another one, with that one, by their first words."""
    tasks = read_document("plan.md", "".join(f"{item}\n" for item in items)).tasks
    first = [task.text.split()[0] for task in tasks]
    return [
        (first[at], first[task.outer]) for at, task in enumerate(tasks) if task.outer is not None
    ]


def test_parts_follow_their_task_at_one_indent() -> None:
    assert nested("- [ ] 2. Frame", "- [x] 2.1 Cut", "- [x] 2.2 Join", "- [ ] 3. Sail") == [
        ("2.1", "2."),
        ("2.2", "2."),
    ]


@pytest.mark.parametrize(
    ("whole", "part", "names"),
    [
        ("1.0 Frame", "1.1 Cut", ("1.1", "1.0")),
        ("T2: Frame", "T2.1: Cut", ("T2.1:", "T2:")),
        ("Step 2: Frame", "Step 2.1: Cut", ("Step", "Step")),
        ("**2. Frame**", "**2.1** Cut", ("2.1", "2.")),
        ("2.1 Frame", "2.1.1 Cut", ("2.1.1", "2.1")),
    ],
)
def test_forms_of_numbers(whole: str, part: str, names: tuple[str, str]) -> None:
    assert nested(f"- [ ] {whole}", "", f"- [ ] {part}") == [names]


@pytest.mark.parametrize(
    "items",
    [
        ("- [ ] 1. Frame", "- [ ] 1.5 Hurry", "- [ ] 2. Sail"),  # put in later
        ("- [ ] 1.1 Cut", "- [ ] 1.2 Join"),
        ("- [ ] 1. Frame", "- [ ] 2.1 Cut"),
        ("- [ ] 1. Frame", "", "## More", "", "- [ ] 1.1 Cut"),
        ("- [ ] T1 Frame", "- [ ] 1.1 Cut"),
    ],
)
def test_other_numbers_nest_nothing(items: tuple[str, ...]) -> None:
    assert nested(*items) == []


def test_indents_and_numbers_together() -> None:
    items = ("- [ ] Kite", "  - [ ] 1. Frame", "  - [ ] 1.1 Cut", "  - [ ] 2. Sail")
    assert nested(*items) == [("1.", "Kite"), ("1.1", "1."), ("2.", "Kite")]
