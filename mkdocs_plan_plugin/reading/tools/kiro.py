"""Kiro: `.kiro/specs/name/` with `requirements.md`, `design.md` and numbered `tasks.md`."""

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

KIRO = Dialect(
    name="Kiro",
    folders=(Folder(".kiro", ("specs", "steering")),),
    pages=below(".kiro", "kiro"),
)
