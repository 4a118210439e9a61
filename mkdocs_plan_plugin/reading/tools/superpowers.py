"""superpowers: `plans/DATE-name.md` of `### Task N` with steps, and `specs/DATE-name-design.md`."""

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

SUPERPOWERS = Dialect(
    name="superpowers",
    folders=(Folder("docs/superpowers", ("plans", "specs")),),
    pages=below("superpowers"),
)
