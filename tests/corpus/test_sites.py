"""Real documentation sites build as well with the plugin as without it."""

from __future__ import annotations

import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.corpus import CORPUS, needs_corpus
from tests.verify.thorough import check_thoroughly

log = logging.getLogger(__name__)

# A site that is not made for MkDocs gets a configuration of our own.
_OWN_CONFIG = """\
site_name: Site
theme: {name: material, font: false}
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - toc: {permalink: true}
"""


_ANALYSIS = ["plans", "plans/specs/2026-03-24-pipeline-analysis"]
# The site has a page of its own at plans/.
_AT_ROOT = ["plans/overview", "plans/IMPLEMENTATION_PLAN"]


@dataclass(frozen=True)
class Build:
    """A finished build: its folder, the lines it logged, and how it ended."""

    root: Path
    lines: tuple[str, ...]
    status: int

    @property
    def warnings(self) -> list[str]:
        return [line for line in self.lines if line.startswith(("WARNING", "ERROR"))]

    @property
    def pages(self) -> set[str]:
        found = self.root.rglob("*.html")
        return {path.relative_to(self.root).as_posix() for path in found}


def configurations(folder: Path, ours: str = "plan") -> Iterator[tuple[str, Path]]:
    """Write the site's settings without and with the plugin. mkdocstrings needs the sources."""
    file = folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8-sig") if file.exists() else _OWN_CONFIG
    text = re.sub(r"(?m)^  - mkdocstrings:\n(?:    .*\n)+", "", text)
    if not re.search(r"(?m)^plugins:", text):
        text += "\nplugins: [search]\n"
    with_us = re.sub(r"(?m)^plugins: \[", f"plugins: [{ours}, ", text)
    with_us = re.sub(r"(?m)^plugins:[ \t]*\n", f"plugins:\n  - {ours}\n", with_us)
    for name, settings in (("without", text), ("with", with_us)):
        path = folder / f"{name}.yml"
        path.write_text(settings, encoding="utf-8")
        yield name, path


def build(settings: Path, root: Path, *, strict: bool) -> Build:
    """Build in a process of its own, as a user does."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(settings), "-d", str(root)]
    done = subprocess.run(
        command + ["--strict"] * strict, capture_output=True, text=True, check=False
    )
    return Build(root, tuple(done.stderr.splitlines()), done.returncode)


@needs_corpus
@pytest.mark.parametrize(
    ("name", "strict", "plans"),
    [
        ("NexusPro-Dev__backend", True, 34),
        ("SteelSwap__vibe-node", False, 11),
        ("patelhr__ai-lab", False, 3),
        ("OpenAfterHours__rwa_calculator", False, 12),
    ],
)
def test_real_site(tmp_path: Path, name: str, strict: bool, plans: int) -> None:
    folder = tmp_path / name
    shutil.copytree(CORPUS / "sites" / name, folder)
    without, with_us = (
        build(settings, tmp_path / kind, strict=strict) for kind, settings in configurations(folder)
    )
    assert (without.status, with_us.status) == (0, 0), with_us.warnings
    assert with_us.warnings == without.warnings
    assert with_us.pages - without.pages <= {"plans/index.html"}  # the page of all plans
    assert without.pages <= with_us.pages
    (said,) = [line for line in with_us.lines if "plan: Plans found" in line]
    log.info("%s: %s", name, said)
    assert int(said.split("found: ")[1].split(",")[0]) >= plans
    assert check_thoroughly(with_us.root) == []


@needs_corpus
@pytest.mark.parametrize(
    ("name", "strict", "sources", "places"),
    [
        ("NexusPro-Dev__backend", True, "auto", ["plans"]),
        ("SteelSwap__vibe-node", False, "[infra/devnet/docs/superpowers]", _ANALYSIS),
        ("patelhr__ai-lab", False, "auto", ["plans"]),
        ("OpenAfterHours__rwa_calculator", False, "auto", _AT_ROOT),
    ],
)
def test_real_site_with_what_is_outside(
    tmp_path: Path, name: str, strict: bool, sources: str, places: list[str]
) -> None:
    folder = tmp_path / name
    shutil.copytree(CORPUS / "sites" / name, folder)
    for page in (CORPUS / "documents" / name).rglob("*.md"):
        target = folder / page.relative_to(CORPUS / "documents" / name)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(page.read_bytes())
    without, with_us = (
        build(settings, tmp_path / kind, strict=strict)
        for kind, settings in configurations(folder, f"plan: {{sources: {sources}}}")
    )
    assert (without.status, with_us.status) == (0, 0), with_us.warnings
    # Links from the docs to what is mounted now lead there; nothing else changes.
    assert set(with_us.warnings) <= set(without.warnings)
    assert with_us.pages - without.pages == {f"{place}/index.html" for place in places}
    assert check_thoroughly(with_us.root) == []
