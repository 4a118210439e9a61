"""The same sources and the same date give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.example import FILES, TASKS
from tests.support.sites import build_site, write_site


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_identical(tmp_path: Path) -> None:
    settings = write_site(
        tmp_path,
        FILES | {"maps/tasks.md": TASKS},
        {"theme": {"name": "material"}, "plugins": ["search", "plan"]},
    )
    first, second = (contents(build_site(settings, name).root) for name in ("one", "two"))
    assert first == second


def test_two_builds_of_the_sample_are_identical(tmp_path: Path) -> None:
    settings = Path(__file__).resolve().parents[2] / "sample_site/mkdocs.yml"
    first, second = (
        contents(build_site(settings, str(tmp_path / name)).root) for name in ("one", "two")
    )
    assert first == second


def test_builds_of_two_processes_are_identical(tmp_path: Path) -> None:
    """The order of sets of texts is another one in each process."""
    plan = "# Implementation Plan: A\n\n- [ ] a FR-7, FR-9, `b.md`, `c.md`, SC-4, d.md and e.md\n"
    more = {"a/plan.md": plan, "a/spec.md": "# Spec: A\n\n- **FR-1**: x\n- **SC-1**: y\n"}
    tasks = "# Tasks\n\n- [ ] T1 FR-1 SC-1 FR-2 FR-3 FR-4 SC-2 SC-3\n"
    pages = {**FILES, **more, "a/tasks.md": tasks, "notes.md": "# Notes\n\n<!-- plan:issues -->\n"}
    settings = write_site(tmp_path, pages, {"plugins": ["plan"]})
    sites = []
    for seed in ("1", "2", "3"):
        root = tmp_path / seed
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1795392000"}
        subprocess.run([*command, "-d", str(root)], env=environment, check=True)
        sites.append(contents(root))
    assert "FR-4" in sites[0]["notes/index.html"].decode()
    assert sites[1:] == [sites[0], sites[0]]


def test_only_the_date_of_today_s_line_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = "- [x] a\n- [ ] b\n"
    plan = f"# Plan: A\n\n{tasks}\n## Timeline\n\n- Phase 1: 2026-11-02 to 2026-12-18\n"
    settings = write_site(tmp_path, {"a/plan.md": plan}, {"plugins": ["plan"]})
    first = build_site(settings, "one").html("a/plan/index.html")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795392000 + 86400))
    second = build_site(settings, "two").html("a/plan/index.html")
    different = [
        (old, new)
        for old, new in zip(first.splitlines(), second.splitlines(), strict=True)
        if old != new
    ]
    assert different
    assert all("plan-today" in old or "as of" in old for old, _ in different)
    assert "as of Nov&#160;23" in first
    assert "as of Nov&#160;24" in second
