"""Compiled templates are used again, and never trusted when they are damaged or out of date."""

import sys
import tempfile
from pathlib import Path

import pytest
from jinja2 import Environment

from mkdocs_plan_plugin.rendering import make_environment
from tests.rendering.test_page_widgets import DATES, TEMPLATES, WORDS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that Jinja compiles, in order."""
    names: list[str] = []
    compile_template = Environment.compile

    def spy(self: Environment, source: str, name: str, filename: str) -> object:
        names.append(name)
        return compile_template(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", spy)
    return names


def pages(*folders: Path) -> str:
    environment = make_environment([*map(str, folders), str(TEMPLATES)], WORDS, DATES)
    return environment.get_template("plan/pages.html").render(plans=[])


def test_templates_are_compiled_once(folder: Path, compiled: list[str]) -> None:
    first = pages()
    assert compiled == ["plan/parts.html", "plan/pages.html"]
    assert pages() == first
    assert len(compiled) == 2


def test_a_changed_template_is_compiled_again(folder: Path, compiled: list[str]) -> None:
    own = folder / "theme" / "plan" / "pages.html"
    own.parent.mkdir(parents=True)
    for text in ("before", "after"):
        own.write_text(text)
        assert pages(folder / "theme") == text
    assert compiled.count("plan/pages.html") == 2


@pytest.mark.parametrize("kept", [0, 2, 30, -1])
def test_damaged_files_are_replaced(folder: Path, compiled: list[str], kept: int) -> None:
    first = pages()
    for file in folder.rglob("*.cache"):
        file.write_bytes(file.read_bytes()[:kept])
    assert pages() == first
    assert len(compiled) == 4
    assert pages() == first
    assert len(compiled) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is the user's own there")
def test_only_this_user_can_write_to_the_folder(folder: Path) -> None:
    pages()
    (file, *_) = folder.rglob("*.cache")
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_not_safe_is_not_used(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "missing"))
    assert pages() == pages()
    assert len(compiled) == 4


def test_nothing_is_saved_where_python_saves_no_bytecode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    pages()
    assert not [*folder.iterdir()]
