"""The user guide says what is: its tables are compared with the code."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_plan_plugin.config import PlanConfig
from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.rendering import WORDS

GUIDE = Path(__file__).resolve().parents[1] / "sample_site/docs/guide"


def test_all_words_are_listed() -> None:
    text = (GUIDE / "customizing.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"(?m)^\| `([\w.-]+)` \| (.*) \|$", text)) == dict(WORDS)


def test_all_options_are_described() -> None:
    text = (GUIDE / "options.md").read_text(encoding="utf-8")
    described = re.findall(r"(?m)^## ([a-z]+)$", text)
    assert described == [name for name, _ in PlanConfig._schema]


def test_all_roles_are_described() -> None:
    text = (GUIDE / "index.md").read_text(encoding="utf-8")
    described = re.findall(r"(?m)^\| ([a-z-]+) \|", text)
    assert described == [role.value for role in Role if role is not Role.NONE]
