"""include-markdown: pages that hold others."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts


def test_include_markdown(tmp_path: Path) -> None:
    whole = "# Implementation Plan: Whole\n\n- [x] Own\n\n{% include-markdown '../_more.md' %}\n"
    more = "- [ ] Included\n- [x] As well\n"
    files = {**FILES, "specs/003-whole/plan.md": whole, "specs/_more.md": more}
    built = build(tmp_path, ["include-markdown"], files, exclude_docs="_more.md")
    assert counts(built) == {**COUNTS, "Whole": "2 of 3"}
