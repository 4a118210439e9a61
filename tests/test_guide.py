"""The user guide says what is: its tables are compared with the code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plan_plugin.hosts.mkdocs.options import PlanConfig
from mkdocs_plan_plugin.model import Role, State
from mkdocs_plan_plugin.planning.progress.counting import Nesting
from mkdocs_plan_plugin.reading.tasks.marks import STATES
from mkdocs_plan_plugin.reading.time.rules import DateOrder
from mkdocs_plan_plugin.rendering import WORDS

GUIDE = Path(__file__).resolve().parents[1] / "sample_site/docs/guide"


def test_all_words_are_listed() -> None:
    text = (GUIDE / "customizing.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"(?m)^\| `([\w.-]+)` \| (.*) \|$", text)) == dict(WORDS)


def test_all_options_are_described() -> None:
    text = (GUIDE / "options.md").read_text(encoding="utf-8")
    described = re.findall(r"(?m)^## ([a-z_]+)$", text)
    assert described == [name for name, _ in PlanConfig._schema]


def test_all_marks_are_described() -> None:
    text = (GUIDE / "counting.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| (`\[.\]`.*|`\[N/A\]`.*) \| ([a-z ]+) \|$", text)
    described = {
        mark: State(name.replace(" ", "-"))
        for marks, name in rows
        for mark in re.findall(r"`\[(.+?)\]`", marks)
    }
    assert described == STATES


def test_all_choices_are_described() -> None:
    text = (GUIDE / "options.md").read_text(encoding="utf-8")
    choices: dict[str, Sequence[str]] = {
        "count": list(Nesting),
        "states": list(State),
        "cancelled": ["leave", "count"],
        "date_order": list(DateOrder),
    }
    for option, values in choices.items():
        section = text.partition(f"## {option}\n")[2].partition("\n## ")[0]
        assert [value for value in values if f"`{value}`" not in section] == []


def test_all_roles_are_described() -> None:
    text = (GUIDE / "index.md").read_text(encoding="utf-8")
    described = re.findall(r"(?m)^\| ([a-z-]+) \|", text)
    assert described == [role.value for role in Role if role is not Role.NONE]
