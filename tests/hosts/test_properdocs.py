"""Sites built by ProperDocs, which runs MkDocs plugins unchanged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from tests.other_plugins import FILES, write

WRONG = {"specs/003-bad/plan.md": "---\nplan: {role: nonsense}\n---\n# Implementation Plan: Bad\n"}


def build(folder: Path, host: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Build a site with one of the hosts."""
    settings = {
        "site_name": "Hosts",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"plan": {"sources": "auto"}}],
        "markdown_extensions": ["tables", {"toc": {"permalink": True}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", host, "build", "-f", str(folder / "mkdocs.yml")]
    return subprocess.run(
        [*command, "-d", str(folder / host), *words], capture_output=True, text=True, check=False
    )


def widgets(page: Path) -> list[str]:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    return [str(widget) for widget in soup.select("[data-plan-widget]")]


def test_the_same_site(tmp_path: Path) -> None:
    write(tmp_path / "docs", FILES)
    write(
        tmp_path / "openspec/changes/add-x", {"tasks.md": "# Tasks\n\n- [x] 1.1 A\n- [ ] 1.2 B\n"}
    )
    for host in ("mkdocs", "properdocs"):
        done = build(tmp_path, host, "--strict")
        assert done.returncode == 0, done.stderr
    ours, theirs = tmp_path / "mkdocs", tmp_path / "properdocs"
    data = json.loads((ours / "plans.json").read_text(encoding="utf-8"))
    assert [plan["progress"]["done"] for plan in data["plans"]] == [1, 1, 2]
    assert data == json.loads((theirs / "plans.json").read_text(encoding="utf-8"))
    pages = {page.relative_to(ours) for page in ours.rglob("*.html")}
    assert pages == {page.relative_to(theirs) for page in theirs.rglob("*.html")}
    assert sum(bool(widgets(ours / page)) for page in pages) == 5
    assert all(widgets(ours / page) == widgets(theirs / page) for page in pages)
    rings = BeautifulSoup((theirs / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert rings.select(".md-status--plan-50")


def test_warnings_fail_strict_builds(tmp_path: Path) -> None:
    write(tmp_path / "docs", {**FILES, **WRONG})
    done = build(tmp_path, "properdocs", "--strict")
    assert done.returncode == 1
    assert "unknown role" in done.stderr
