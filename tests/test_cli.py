"""The command line: its output and exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plan_plugin import __version__
from mkdocs_plan_plugin.cli import main
from tests.conftest import BuildSite
from tests.support.example import FILES


def test_a_sound_site(make_site: BuildSite, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(make_site(FILES).root)
    assert main(["verify", root]) == 0
    assert capsys.readouterr().out == "All plans verified (plans: 1, tasks: 4, pages: 3).\n"
    assert main(["verify", "--quiet", root]) == 0
    assert capsys.readouterr().out == ""


def test_findings_are_named_in_order_of_page(
    make_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_site(FILES).root
    (root / "maps/spec/index.html").unlink()
    assert main(["verify", str(root)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert "maps/plan/index.html: the link '../spec/' leads to no page of the site" in lines
    assert lines == sorted(lines)
    assert last == f"Findings: {len(lines)} (plans: 1, tasks: 4, pages: 2)."
    assert main(["verify", "-q", str(root)]) == 1
    assert capsys.readouterr().out.splitlines() == lines


def test_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path)]) == 2
    assert "Fix: run 'mkdocs build'." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["unheard"], ["verify"]])
def test_wrong_calls(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: mkdocs-plan" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"mkdocs-plan {__version__}\n"
