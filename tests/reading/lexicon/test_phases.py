"""Every word for a part of a plan is read wherever such words are."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.lexicon.phases import (
    KINDS,
    SINGULARS,
    forms,
    plurals,
    singulars,
)
from mkdocs_plan_plugin.reading.schedule.rows.milestones import is_called_milestone
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from mkdocs_plan_plugin.reading.tasks.status_tables import phase_columns
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id


def test_forms() -> None:
    assert {"phase", "phases", "фазой"} <= set(forms("phase"))
    assert {"phase", "sprint"} <= set(singulars("phase", "sprint"))
    assert "phases" not in singulars("phase")
    assert {"tasks", "任务"} <= set(plurals("task"))
    assert "task" not in plurals("task")
    assert SINGULARS["этапами"] == "этап"


@pytest.mark.parametrize("word", KINDS)
def test_headings(word: str) -> None:
    for written in (word, word.title(), word.upper()):
        heading = read_phase_heading(f"{written} 2: Core")
        assert heading
        assert (heading.kind, heading.number, heading.name) == (KINDS[word], "2", "Core")


@pytest.mark.parametrize("word", forms("milestone"))
def test_milestones(word: str) -> None:
    assert is_called_milestone(f"{word.title()} 1")


@pytest.mark.parametrize("word", singulars("phase", "milestone", "sprint", "week"))
def test_columns(word: str) -> None:
    assert phase_columns((word.title(), "Status")) == (0, 1)


@pytest.mark.parametrize("word", singulars("task"))
def test_ids_of_tasks(word: str) -> None:
    assert task_id(f"{word.title()} 1.2: Build") == f"{word.title()} 1.2"
