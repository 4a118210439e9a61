"""spec-kit: `specs/001-name/` with `plan.md`, `spec.md`, `tasks.md`, contracts and checklists."""

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

SPEC_KIT = Dialect(
    name="spec-kit",
    folders=(Folder("specs"), Folder(".specify", ("specs", "memory"))),
    pages=below(".specify", "specify"),
)
