"""Real documentation sites build as well with the plugin as without it."""

from __future__ import annotations

import logging
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.corpus import CORPUS, needs_corpus
from tests.support.processes import run_mkdocs
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


_LONG = 40_000  # bytes

_ANALYSIS = ["plans", "plans/specs/2026-03-24-pipeline-analysis"]


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


def configure(folder: Path, name: str, ours: str = "") -> Path:
    """Write the site's settings, with the plugin if it is given. mkdocstrings needs the sources."""
    file = folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8-sig") if file.exists() else _OWN_CONFIG
    text = re.sub(r"(?m)^  - mkdocstrings:\n(?:    .*\n)+", "", text)
    if not re.search(r"(?m)^plugins:", text):
        text += "\nplugins: [search]\n"
    if ours:
        text = re.sub(r"(?m)^plugins: \[", f"plugins: [{ours}, ", text)
        text = re.sub(r"(?m)^plugins:[ \t]*\n", f"plugins:\n  - {ours}\n", text)
    path = folder / f"{name}.yml"
    path.write_text(text, encoding="utf-8")
    return path


def build(settings: Path, root: Path, *, strict: bool) -> Build:
    """Build in a process of its own, as a user does."""
    arguments = ["build", "-f", str(settings), "-d", str(root), *["--strict"] * strict]
    done = run_mkdocs(arguments, settings.parent)
    return Build(root, tuple(done.stderr.splitlines()), done.returncode)


@needs_corpus
@pytest.mark.parametrize(
    ("name", "strict", "plans", "sources", "places"),
    [
        ("NexusPro-Dev__backend", True, 34, "auto", ["plans"]),
        ("SteelSwap__vibe-node", False, 11, "[infra/devnet/docs/superpowers]", _ANALYSIS),
        ("patelhr__ai-lab", False, 3, "auto", ["plans"]),
        # Nothing is mounted here, so the warnings are the same, and no page is added.
        ("OpenAfterHours__rwa_calculator", False, 12, "", []),
    ],
)
def test_real_site(
    tmp_path: Path, name: str, strict: bool, plans: int, sources: str, places: list[str]
) -> None:
    """With what is outside of its docs, where there is something, compared with a build without."""
    folder = tmp_path / name
    shutil.copytree(CORPUS / "sites" / name, folder, ignore=None if strict else _long_pages)

    def built(kind: str, ours: str = "") -> Build:
        found = build(configure(folder, kind, ours), tmp_path / kind, strict=strict)
        assert found.status == 0, found.warnings
        return found

    without = built("without")
    if sources:
        _add_outside(folder, name)
    with_us = built("with", f"plan: {{sources: {sources}}}" if sources else "plan")
    # Links from the docs to what is mounted now lead there; nothing else changes.
    assert set(with_us.warnings) <= set(without.warnings)
    assert sources or with_us.warnings == without.warnings
    assert without.pages <= with_us.pages
    assert with_us.pages - without.pages == {f"{place}/index.html" for place in places}
    (said,) = [line for line in with_us.lines if "plan: Plans found" in line]
    log.info("%s: %s", name, said)
    assert int(said.split("found: ")[1].split(",")[0]) >= plans
    assert check_thoroughly(with_us.root) == []


def _long_pages(folder: str, names: list[str]) -> set[str]:
    """The pages that take half of the time and are no plans, such as a changelog of 1 MB."""
    pages = {name for name in names if name.endswith(".md") and "plans" not in Path(folder).parts}
    return {page for page in pages if Path(folder, page).stat().st_size > _LONG}


def _add_outside(folder: Path, name: str) -> None:
    """Add the project's pages that its site lacks, none of which is in its docs."""
    for page in (CORPUS / "documents" / name).rglob("*.md"):
        path = page.relative_to(CORPUS / "documents" / name)
        if not (CORPUS / "sites" / name / path).exists():
            assert path.parts[0] != "docs"
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(page.read_bytes())
