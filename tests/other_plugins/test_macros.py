"""macros: text that Jinja writes before Markdown reads it."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts

STEPS = """\
    # Implementation Plan: Steps

    ## Phase 1: All

    {% for number in range(3) %}
    - [x] Step {{ number }}
    {% endfor %}
    - [ ] Last
    """


def test_macros(tmp_path: Path) -> None:
    built = build(tmp_path, ["macros"], {**FILES, "specs/003-steps/plan.md": STEPS})
    assert counts(built) == {**COUNTS, "Steps": "3 of 4"}
    heading = built.page("specs/003-steps/plan/index.html").select_one("#phase-1-all")
    assert heading
    assert "3 of 4" in heading.text
