"""gen-files: pages that a script writes during the build."""

from __future__ import annotations

from pathlib import Path

from tests.other_plugins import COUNTS, FILES, build, counts, write

SCRIPT = """\
    import mkdocs_gen_files

    with mkdocs_gen_files.open("specs/003-made/plan.md", "w") as page:
        page.write("# Implementation Plan: Made\\n\\n- [x] A\\n")
    with mkdocs_gen_files.open("specs/002-alerts/plan.md", "a") as page:
        page.write("- [x] D\\n")
    """


def test_gen_files(tmp_path: Path) -> None:
    write(tmp_path, {"make.py": SCRIPT})
    built = build(tmp_path, [{"gen-files": {"scripts": [str(tmp_path / "make.py")]}}], FILES)
    assert counts(built) == {**COUNTS, "Alerts": "3 of 4", "Made": "1 of 1"}
