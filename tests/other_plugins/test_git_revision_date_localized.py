"""git-revision-date-localized: the date of each page's last commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.other_plugins import COUNTS, FILES, MOUNTED, Outcome, build, counts, mount, write

MATERIAL = {"name": "material", "font": False}
PLUGIN = {"git-revision-date-localized": {"type": "iso_date", "enable_creation_date": False}}
DAY = "2026-03-04"


def commit(folder: Path) -> None:
    """Commit all files on a day of the past."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    date = {"GIT_AUTHOR_DATE": f"{DAY}T12:00:00Z", "GIT_COMMITTER_DATE": f"{DAY}T12:00:00Z"}
    for words in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "All"]):
        subprocess.run(
            ["git", *words], cwd=folder, check=True, env={"PATH": "/usr/bin:/bin", **date}
        )


def dates(built: Outcome, page: str) -> list[str]:
    shown = built.page(page).select(".git-revision-date-localized-plugin")
    return [date.text.strip() for date in shown]


def test_dates_are_those_of_the_pages(tmp_path: Path) -> None:
    write(tmp_path / "docs", FILES)
    commit(tmp_path)
    built = build(tmp_path, [PLUGIN], theme=MATERIAL)
    assert counts(built) == COUNTS
    assert dates(built, "specs/001-maps/plan/index.html") == [DAY]


def test_pages_from_elsewhere_have_their_own(tmp_path: Path) -> None:
    parts = {name.removeprefix("specs/"): FILES[name] for name in FILES if "/" in name}
    write(tmp_path / "work", parts)
    write(tmp_path, {"docs/index.md": "# Home\n"})
    commit(tmp_path)
    built = mount(tmp_path, [PLUGIN], theme=MATERIAL)
    assert dates(built, f"{MOUNTED}index.html") == [DAY]
