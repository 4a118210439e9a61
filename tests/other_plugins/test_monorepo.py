"""monorepo: a site of several, whose docs folders it copies into one."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts, write


def test_monorepo(tmp_path: Path) -> None:
    part = {
        "part/mkdocs.yml": "site_name: part\nnav:\n  - Plan: specs/003-part/plan.md\n",
        "part/docs/specs/003-part/plan.md": "# Implementation Plan: Part\n\n- [x] A\n- [ ] B\n",
        "part/docs/specs/003-part/spec.md": "# Feature Specification: Part\n",
    }
    write(tmp_path, part)
    nav = [{"Home": "index.md"}, {"All": "all.md"}, {"Part": "!include ./part/mkdocs.yml"}]
    built = build(tmp_path, ["monorepo"], FILES, nav=nav)
    assert counts(built) == {**COUNTS, "Part": "1 of 2"}
    assert built.page("part/specs/003-part/plan/index.html").select('a[href="../spec/"]')
