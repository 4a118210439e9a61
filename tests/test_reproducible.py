"""The same sources and the same date give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import build_site, write_site
from tests.test_plugin import FILES, TASKS


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
    settings = Path(__file__).resolve().parents[1] / "sample_site/mkdocs.yml"
    first, second = (
        contents(build_site(settings, str(tmp_path / name)).root) for name in ("one", "two")
    )
    assert first == second


def test_only_the_date_of_today_s_line_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = "# Plan: A\n\n- [ ] a\n\n## Timeline\n\n- Phase 1: 2026-11-02 to 2026-12-18\n"
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
    assert all("plan-today" in old for old, _ in different)
    assert "as of 2026-11-23" in first
    assert "as of 2026-11-24" in second
