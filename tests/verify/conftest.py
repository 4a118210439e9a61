"""A sound site to be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sites import build_site, write_site
from tests.verify.sites import CONFIG, FILES


@pytest.fixture(scope="package")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the site as they are built."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
        root = build_site(write_site(tmp_path_factory.mktemp("sound"), FILES, CONFIG)).root
    files = root.rglob("*.html")
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture
def root(tmp_path: Path, sound: dict[str, str]) -> Path:
    """A copy of the site, to be broken."""
    for name, html in sound.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return tmp_path
