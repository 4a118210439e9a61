"""The form and level of messages."""

from __future__ import annotations

import logging

import pytest
from mkdocs.structure.files import File

from mkdocs_plan_plugin.hosts.mkdocs.reporter import Reporter, message
from mkdocs_plan_plugin.model import Category, Diagnostic, Severity

NOTE = Diagnostic("a.md", 3, "the link is broken", "correct it", category=Category.PAGES)
WARNING = Diagnostic("a.md", 1, "the YAML is invalid", "correct it", Severity.WARNING)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("a problem",), "a problem."),
        (("a problem", "fix it"), "a problem. Fix: fix it."),
        (("a problem", "fix it", "a.md:3"), "a.md:3: a problem. Fix: fix it."),
    ],
)
def test_the_form_of_messages(arguments: tuple[str, ...], text: str) -> None:
    assert message(*arguments) == text


@pytest.mark.parametrize(
    ("level", "levels"),
    [("info", ["INFO", "WARNING"]), ("warn", ["WARNING", "WARNING"]), ("ignore", ["WARNING"])],
)
def test_levels_apply_to_categories(
    level: str, levels: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    files = {"a.md": File("a.md", "docs", "site", use_directory_urls=True)}
    with caplog.at_level(logging.INFO, "mkdocs.plugins"):
        Reporter({Category.PAGES: level}).report([NOTE, WARNING], files)
    assert [record.levelname for record in caplog.records] == levels
    assert caplog.messages[-1] == "plan: docs/a.md:1: the YAML is invalid. Fix: correct it."
