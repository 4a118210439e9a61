"""Builds that follow one another in one process, as `mkdocs serve` and `--dirty` make them."""

from __future__ import annotations

import filecmp
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.sites import write_site

PAGES = {
    "index.md": "# Home\n\n<!-- plan:overview -->\n",
    **{
        f"specs/{number:03}-a/{name}.md": text
        for number in range(1, 6)
        for name, text in {
            "plan": f"# Plan: Number {number}\n\nSee `spec.md`.\n\n## Phase 1: Begin\n\nText.\n",
            "spec": "# Spec\n\n- **FR-001**: It works.\n",
            "tasks": "# Tasks\n\n## Phase 1: Begin\n\n- [ ] T001 FR-001\n- [ ] T002 More\n",
        }.items()
    },
}
COUNT = re.compile(r"(\d+) of (\d+) tasks")


class Server:
    """The builds of one `mkdocs serve`: the plugin's instance stays, the configuration does not.

    Args:
        settings: The site's mkdocs.yml.
        site_dir: The folder that is built.
    """

    def __init__(self, settings: Path, site_dir: Path, *, dirty: bool = False) -> None:
        self._settings = str(settings)
        self._site_dir = str(site_dir)
        self._dirty = dirty
        self._started = False

    def build(self) -> None:
        config = load_config(self._settings, site_dir=self._site_dir)
        if not self._started:
            config.plugins.on_startup(command="serve", dirty=self._dirty)
            self._started = True
        build(config, serve_url="http://127.0.0.1:8000/", dirty=self._dirty)


def count(page: Path) -> str:
    found = COUNT.search(page.read_text(encoding="utf-8"))
    return found[0] if found else ""


def tick(folder: Path, number: int, done: int) -> None:
    boxes = "".join(
        f"- [{'x' if at < done else ' '}] T{at:03} {'FR-001' if at == 0 else 'More'}\n"
        for at in range(10)
    )
    page = folder / f"docs/specs/{number:03}-a/tasks.md"
    page.write_text(f"# Tasks\n\n## Phase 1: Begin\n\n{boxes}", encoding="utf-8")


def test_many_builds_are_as_the_first(tmp_path: Path) -> None:
    settings = write_site(tmp_path, PAGES)
    server = Server(settings, tmp_path / "served")
    for turn in range(22):
        tick(tmp_path, 1 + turn % 5, turn % 11)
        server.build()
        plan = tmp_path / f"served/specs/{1 + turn % 5:03}-a/plan/index.html"
        assert count(plan) == f"{turn % 11} of 10 tasks"
    Server(settings, tmp_path / "fresh").build()  # which has nothing to remember
    found = filecmp.dircmp(tmp_path / "served", tmp_path / "fresh")
    assert found.common_files
    assert list(_differences(found)) == []


EDITS: Sequence[tuple[str, str | None]] = (
    # What changes, and what it says then; None: it goes. Mostly one thing at a time.
    ("specs/001-a/spec.md", "# Spec: Tolls\n\n- **FR-001**: It works.\n- **FR-002**: And well.\n"),
    ("specs/001-a/spec.md", "# Spec: Tolls\n\n## Why\n\n### FR-001: It works\n\nText.\n"),
    ("specs/001-a/tasks.md", "# Tasks\n\n## Phase 1: Begin\n\n- [x] T009 FR-001 New, ADR-12\n"),
    ("adr/012-sums.md", "# ADR-12: Sums are whole numbers\n\n## Status\n\nAccepted\n"),
    ("adr/012-sums.md", "# ADR-12: Sums are whole numbers, always\n\n## Status\n\nAccepted\n"),
    ("specs/002-a/plan.md", "# Plan: Ferries\n\n## How\n\nAs in [tolls](../001-a/spec.md).\n"),
    ("specs/002-a/plan.md", "# Plan: Ferries\n\n## How\n\nSee [tolls](../001-a/spec.md).\n"),
    ("specs/002-a/plan.md", "# Plan: Boats\n\n## How\n\nSee [tolls](../001-a/spec.md).\n"),
    ("specs/002-a/plan.md", "# Plan: Boats\n\n## Way\n\nSee [tolls](../001-a/spec.md).\n"),
    ("specs/002-a/plan.md", "# Plan: Boats\n\nAs in `specs/003-a/spec.md`.\n\n- [ ] A\n"),
    ("../mkdocs.yml", "site_name: S\nplugins: [plan]\nuse_directory_urls: false\n"),
    ("specs/003-a/plan.md", "# Plan: Number 3\n\n## Phase 1: Other\n\n2026-03-01 to 2026-04-01\n"),
    ("specs/003-a/research.md", "# Research\n\nFR-001 was measured.\n"),
    ("specs/003-a/research.md", None),
    ("specs/004-a/spec.md", None),
    ("specs/005-a/plan.md", None),
    ("index.md", "# Home\n\n<!-- plan:overview -->\n\n<!-- plan:progress 1 -->\n"),
)


def test_incremental_builds_equal_full_builds(tmp_path: Path) -> None:
    settings = write_site(tmp_path, PAGES)
    server = Server(settings, tmp_path / "served")
    server.build()
    for path, text in EDITS:
        page = tmp_path / "docs" / path
        if text is None:
            page.unlink()
        else:
            page.parent.mkdir(exist_ok=True)
            page.write_text(text, encoding="utf-8")
        server.build()
        Server(settings, tmp_path / "fresh").build()
        found = filecmp.dircmp(tmp_path / "served", tmp_path / "fresh")
        assert list(_differences(found)) == [], (path, text)


def _differences(found: filecmp.dircmp[str]) -> Iterator[str]:
    yield from found.left_only + found.right_only
    for name in found.common_files:
        left, right = Path(found.left, name), Path(found.right, name)
        if left.suffix != ".gz" and left.read_bytes() != right.read_bytes():
            yield str(left)
    for below in found.subdirs.values():
        yield from _differences(below)


def test_other_words_and_templates_are_seen(tmp_path: Path) -> None:
    write_site(tmp_path, PAGES)
    theme: dict[str, Any] = {"theme": {"name": "mkdocs", "custom_dir": "own"}}
    (tmp_path / "own" / "plan").mkdir(parents=True)
    settings = write_site(tmp_path, {}, theme)
    server = Server(settings, tmp_path / "served")
    server.build()
    plan = tmp_path / "served/specs/001-a/plan/index.html"
    assert "Not started" in plan.read_text(encoding="utf-8")
    words = {"status.not-started": "Ahead of us"}
    write_site(tmp_path, {}, {**theme, "plugins": [{"plan": {"words": words}}]})
    server.build()
    assert "Ahead of us" in plan.read_text(encoding="utf-8")
    (tmp_path / "own/plan/summary.html").write_text("<b>My own</b>", encoding="utf-8")
    server.build()
    assert "<b>My own</b>" in plan.read_text(encoding="utf-8")


def test_memory_does_not_grow(tmp_path: Path) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("memory is told by /proc, which this system lacks")
    settings = write_site(tmp_path, PAGES)
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "import pytest\n"
        "from tests.site.test_serve import Server, tick\n"
        "from tests.support.templates import compile_templates_once\n"
        "compile_templates_once(pytest.MonkeyPatch())\n"
        "server = Server(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "for turn in range(40):\n"
        "    tick(Path(sys.argv[1]).parent, 1 + turn % 5, turn % 11)\n"
        "    server.build()\n"
        "    if turn in (9, 39):\n"
        "        pages = int(Path('/proc/self/statm').read_text().split()[1])\n"
        "        print(pages * 4096 // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(settings), str(tmp_path / "served")],
        capture_output=True,
        text=True,
        check=True,
    )
    tenth, last = map(int, done.stdout.split())
    assert last - tenth < 3_000, f"{tenth} KB after 10 builds, {last} KB after 40"


@pytest.mark.parametrize("has_index", [True, False])
def test_dirty_builds_keep_what_is_summed_up(tmp_path: Path, has_index: bool) -> None:
    pages = PAGES if has_index else {**PAGES, "index.md": "# Home\n"}
    server = Server(write_site(tmp_path, pages), tmp_path / "served", dirty=True)
    server.build()
    old = time.time() - 60
    for page in (tmp_path / "docs").rglob("*.md"):
        os.utime(page, (old, old))
    tick(tmp_path, 2, 7)
    server.build()
    all_plans = tmp_path / ("served/index.html" if has_index else "served/plans/index.html")
    for name in ("specs/002-a/plan", "specs/002-a/spec", "specs/002-a/tasks"):
        assert count(tmp_path / f"served/{name}/index.html") == "7 of 10 tasks"
    assert "7 of 10 tasks" in all_plans.read_text(encoding="utf-8")


@contextmanager
def serving(settings: Path) -> Iterator[str]:
    """The address of a real `mkdocs serve`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen([*command, "-f", str(settings)], stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(address: str, words: str, seconds: float = 30) -> None:
    """Wait until a page says something. A page is asked for only here, so a failure is final."""
    until = time.monotonic() + seconds
    text = ""
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except (URLError, ConnectionError):
            text = ""
        if words in text:
            return
        time.sleep(0.2)
    pytest.fail(f"{address} does not say {words!r}")


def test_a_change_is_seen_on_every_page_that_shows_it(tmp_path: Path) -> None:
    outside = tmp_path / "specs/009-b"
    outside.mkdir(parents=True)
    (outside / "plan.md").write_text("# Plan: Outside\n\n- [ ] A\n- [ ] B\n", encoding="utf-8")
    settings = write_site(tmp_path, PAGES, {"plugins": [{"plan": {"sources": "../specs"}}]})
    with serving(settings) as address:
        wait_for(f"{address}/specs/001-a/plan/", "0 of 2 tasks")
        tick(tmp_path, 1, 3)
        for page in ("specs/001-a/plan/", "specs/001-a/spec/", ""):
            wait_for(f"{address}/{page}", "3 of 10 tasks")
        (outside / "plan.md").write_text("# Plan: Outside\n\n- [x] A\n- [ ] B\n", encoding="utf-8")
        wait_for(f"{address}/plans/009-b/plan/", "1 of 2 tasks")


def test_dirty_builds_see_what_is_gone(tmp_path: Path) -> None:
    server = Server(write_site(tmp_path, PAGES), tmp_path / "served", dirty=True)
    server.build()
    old = time.time() - 60
    for page in (tmp_path / "docs").rglob("*.md"):
        os.utime(page, (old, old))
    plan = tmp_path / "served/specs/002-a/plan/index.html"
    assert count(plan) == "0 of 2 tasks"
    (tmp_path / "docs/specs/002-a/tasks.md").unlink()
    server.build()
    assert count(plan) == ""
    assert "0 of 8 tasks" in (tmp_path / "served/index.html").read_text(encoding="utf-8")


def test_marks_go_by_the_folder_of_the_tool(tmp_path: Path) -> None:
    page = tmp_path / ".spec-workflow/specs/x/tasks.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Tasks\n\n- [~] 1. A\n- [ ] 2. B\n", encoding="utf-8")
    settings = write_site(
        tmp_path, {"index.md": "# H\n"}, {"plugins": [{"plan": {"sources": "auto"}}]}
    )
    server = Server(settings, tmp_path / "served")
    server.build()
    (tmp_path / ".spec-workflow").rename(tmp_path / ".kiro")
    server.build()
    Server(settings, tmp_path / "fresh").build()
    found = filecmp.dircmp(tmp_path / "served", tmp_path / "fresh")
    assert list(_differences(found)) == []


def test_a_source_that_comes_later_is_watched(tmp_path: Path) -> None:
    settings = write_site(tmp_path, PAGES, {"plugins": [{"plan": {"sources": "../later"}}]})
    with serving(settings) as address:
        wait_for(f"{address}/specs/001-a/plan/", "0 of 2 tasks")
        page = tmp_path / "later/009-b/plan.md"
        page.parent.mkdir(parents=True)
        page.write_text("# Plan: Outside\n\n- [ ] A\n- [ ] B\n", encoding="utf-8")
        tick(tmp_path, 1, 3)
        wait_for(f"{address}/plans/009-b/plan/", "0 of 2 tasks")
        page.write_text("# Plan: Outside\n\n- [x] A\n- [ ] B\n", encoding="utf-8")
        wait_for(f"{address}/plans/009-b/plan/", "1 of 2 tasks")
