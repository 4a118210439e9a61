"""A real site has the same numbers on whatever host it is built."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from mkdocs_plan_plugin.cli import main
from tests.corpus import CORPUS, needs_corpus
from tests.verify.thorough import check_thoroughly

SETTINGS = {"site_name": "Site", "docs_dir": "docs", "extra_css": ["assets/plan/plan.css"]}
# The fences of a real site, so that none of its code is read as text.
EXTENSIONS = ["tables", "admonition", "attr_list", "md_in_html", "pymdownx.superfences"]

PLUGIN = {
    "theme": {"name": "material", "font": False},
    "plugins": ["search", {"plan": {"index": False}}],
}
HOSTS: Mapping[str, Mapping[str, object]] = {
    "mkdocs": PLUGIN,
    "properdocs": PLUGIN,
    "zensical": {"markdown_extensions": [*EXTENSIONS, "mkdocs_plan_plugin.zensical"]},
}


def _build(host: str, folder: Path) -> Path:
    root, settings = folder / host, folder / f"{host}.yml"
    own = HOSTS[host]
    values = {**SETTINGS, "markdown_extensions": EXTENSIONS, "site_dir": host, **own}
    settings.write_text(yaml.safe_dump(values), encoding="utf-8")
    command = [sys.executable, "-m", host, "build", "--clean", "-f", str(settings)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    if host == "zensical":
        assert main(["build", "-f", str(settings)]) == 0
    return root


def _numbers(root: Path) -> list[tuple[str, str, object]]:
    data = json.loads((root / "plans.json").read_text(encoding="utf-8"))
    return [(plan["url"], plan["title"], plan["progress"]) for plan in data["plans"]]


@needs_corpus
@pytest.mark.parametrize(
    ("name", "folder", "hosts"),
    [
        # A site made for Zensical; of its 170 pages those with plans.
        ("OpenAfterHours__rwa_calculator", "plans", ["mkdocs", "zensical"]),
        ("patelhr__ai-lab", ".", ["mkdocs", "properdocs", "zensical"]),
    ],
)
def test_the_same_numbers_on_every_host(
    tmp_path: Path, name: str, folder: str, hosts: list[str]
) -> None:
    for host in hosts:
        pytest.importorskip(host)
    docs = CORPUS / "sites" / name / "docs"
    shutil.copytree(docs / folder, tmp_path / "docs" / folder, dirs_exist_ok=True)
    shutil.copy(docs / "index.md", tmp_path / "docs")
    roots = [_build(host, tmp_path) for host in hosts]
    first, *others = map(_numbers, roots)
    assert first
    assert all(found == first for found in others)
    assert [finding for root in roots for finding in check_thoroughly(root)] == []
