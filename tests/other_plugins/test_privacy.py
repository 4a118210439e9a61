"""Material's privacy: copies of what pages would ask others for."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, build, counts


def test_privacy(tmp_path: Path) -> None:
    """Nothing of ours is to be fetched: without a network its build warns of each such thing."""
    theme = {"name": "material", "font": False}
    built = build(tmp_path, ["privacy"], theme=theme)
    assert counts(built) == COUNTS
    assert not (built.root / "assets/external").exists()
