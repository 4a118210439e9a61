"""Fixtures: a Git that is deaf to the settings of whoever runs the tests, and repositories."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bench.repository import Revision, write_repository

MakeRepository = Callable[[Iterable[Revision]], Path]


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("git"):
        pytest.skip("there is no git on PATH, and these tests make repositories")
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.org")


@pytest.fixture
def make_repository(tmp_path: Path) -> MakeRepository:
    """Write a repository with these revisions and return its folder."""

    def make(revisions: Iterable[Revision]) -> Path:
        folder = tmp_path / "repository"
        write_repository(folder, revisions)
        return folder

    return make
