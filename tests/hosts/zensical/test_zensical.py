"""Sites built by Zensical, which runs Markdown extensions but no plugins."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.hosts.zensical.dry_run import DryRun, HostSettings
from tests.other_plugins import FILES, write
from tests.verify.thorough import check_thoroughly

pytest.importorskip("zensical", reason="Zensical has no wheel for this Python")

MORE = {
    "specs/001-maps/tasks.md": (
        "# Tasks\n\n## Phase 1: Store\n\n- [x] T003 More FR-001\n- [~] T004 A\n"
    ),
    "specs/003-time/plan.md": (
        "# Implementation Plan: Time\n\n"
        "See https://example.org/_a_/b, www.example.org or a@b.org.\n\n"
        "## Phase 1: Begin\n\n- [ ] `[FR-9]` A\n"
        "  - [x] B\n\n## Timeline\n\n- Phase 1: 2 weeks\n- Phase 2: 1 week\n"
    ),
}
SETTINGS = {
    "site_name": "Hosts",
    "site_url": "https://example.org/",
    "extra_css": ["assets/plan/plan.css"],
}
TABLES = ["tables", {"toc": {"permalink": True}}]


def zensical(folder: Path, language: str = "en", **options: object) -> Path:
    """Build a site with Zensical and `mkdocs-plan build`."""
    extensions = [{"mkdocs_plan_plugin.zensical": options}, *TABLES]
    settings = folder / "mkdocs.yml"
    theme = {"language": language}
    text = yaml.safe_dump({**SETTINGS, "theme": theme, "markdown_extensions": extensions})
    settings.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(settings)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert main(["build", "-f", str(settings)]) == 0
    return folder / "site"


def mkdocs(folder: Path) -> Path:
    """Build the same site with MkDocs."""
    settings = folder / "other.yml"
    plugins = ["search", {"plan": {"index": False}}]
    text = yaml.safe_dump({**SETTINGS, "plugins": plugins, "markdown_extensions": TABLES})
    settings.write_text(text, encoding="utf-8")
    root = folder / "mkdocs"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings), "-d", str(root)]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return root


def widgets(page: Path) -> list[tuple[str, str]]:
    """Return the kinds and texts of a page's widgets."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found = soup.select("[data-plan-widget]")
    return [(str(each["data-plan-widget"]), " ".join(each.text.split())) for each in found]


def links(page: Path, root: Path) -> list[str]:
    """Return the targets of the plugin's links, as URLs from the root."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found = soup.select("[data-plan-widget] a[href], a[data-plan-link]")
    here = f"https://example.org/{page.parent.relative_to(root).as_posix()}/"
    return [urljoin(here, str(link["href"])) for link in found]


def test_the_same_numbers_widgets_and_links(tmp_path: Path) -> None:
    write(tmp_path / "docs", {**FILES, **MORE})
    theirs, ours = zensical(tmp_path), mkdocs(tmp_path)
    assert not check_thoroughly(theirs)
    data = json.loads((theirs / "plans.json").read_text(encoding="utf-8"))
    assert data == json.loads((ours / "plans.json").read_text(encoding="utf-8"))
    assert {plan["title"]: plan["progress"]["done"] for plan in data["plans"]} == {
        "Maps": 2,
        "Alerts": 2,
        "Time": 1,
    }
    pages = [
        f"specs/{name}/index.html" for name in ("001-maps/plan", "001-maps/spec", "003-time/plan")
    ]
    for name in (*pages, "all/index.html"):
        assert widgets(theirs / name) == widgets(ours / name) != [], name
        assert links(theirs / name, theirs) == links(ours / name, ours), name
    for root in (theirs, ours):
        assert "a@b.org</a>." in (html := (root / pages[-1]).read_text(encoding="utf-8"))
        assert '<a href="https://example.org/_a_/b">https://example.org/_a_/b</a>, <a href' in html
    for name in ("plans.csv", "badges/all.svg", "assets/plan/plan.css"):
        assert (theirs / name).read_bytes() == (ours / name).read_bytes()


def test_options_language_and_search(tmp_path: Path) -> None:
    write(tmp_path / "docs", FILES)
    site = zensical(tmp_path, "de", words={"status.in-progress": "Under way"}, exports=["json"])
    page = (site / "specs/001-maps/plan/index.html").read_text(encoding="utf-8")
    assert "Under way" in page
    assert "1 von 2 Aufgaben" in page
    assert not (site / "plans.csv").exists()
    found = (site / "search.json").read_text(encoding="utf-8")
    assert "Cache tiles" in found
    assert "Under way" not in found


def test_errors_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "mkdocs.yml"
    assert main(["build", "-f", str(settings)]) == 2
    settings.write_text("site_name: A\n", encoding="utf-8")
    assert main(["build", "-f", str(settings)]) == 2
    assert "Docs directory does not exist" in capsys.readouterr().err
    (tmp_path / "docs").mkdir()
    assert main(["build", "-f", str(settings)]) == 2
    assert (
        "does not use the plugin. Fix: add mkdocs_plan_plugin.zensical to 'markdown_extensions'."
        in capsys.readouterr().err
    )
    wrong = {"markdown_extensions": [{"mkdocs_plan_plugin.zensical": {"count": "all of them"}}]}
    settings.write_text(yaml.safe_dump({"site_name": "A", **wrong}), encoding="utf-8")
    assert main(["build", "-f", str(settings)]) == 2
    assert (
        "count: Unknown value 'all of them'. Allowed: leaves, all, top." in capsys.readouterr().err
    )


def test_mkdocs_ignores_the_extension(tmp_path: Path) -> None:
    """One mkdocs.yml may have the plugin and the extension, for both hosts."""
    write(tmp_path / "docs", FILES)
    extensions = ["mkdocs_plan_plugin.zensical", *TABLES]
    settings = tmp_path / "both.yml"
    text = {**SETTINGS, "plugins": ["plan"], "markdown_extensions": extensions}
    settings.write_text(yaml.safe_dump(text), encoding="utf-8")
    root = tmp_path / "both"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings), "-d", str(root)]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert len(widgets(root / "specs/001-maps/plan/index.html")) == 2
    assert not check_thoroughly(root)


def test_settings_in_toml(tmp_path: Path) -> None:
    write(tmp_path / "docs", FILES)
    (tmp_path / "docs/specs/.#plan.md").symlink_to("user@host.1:2")  # an editor's lock file
    settings = tmp_path / "zensical.toml"
    settings.write_text(
        '[project]\nsite_name = "Hosts"\nextra_css = ["assets/plan/plan.css"]\n\n'
        '[project.markdown_extensions."mkdocs_plan_plugin.zensical"]\nexports = ["json"]\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "zensical", "build", "--clean"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert main(["build", "-f", str(settings)]) == 0
    root = tmp_path / "site"
    assert [
        said for _, said in widgets(root / "specs/001-maps/plan/index.html") if "1 of 2" in said
    ]
    assert (root / "plans.json").is_file()
    assert not (root / "badges").exists()


def test_dry_runs_of_a_server_can_be_freed(tmp_path: Path) -> None:
    write(tmp_path / "docs", FILES)
    gc.unfreeze()
    DryRun(HostSettings(tmp_path, {}, [], {}, []), {})
    assert gc.get_freeze_count() == 0
