"""conductor: `conductor/tracks/name/` with `plan.md` and `spec.md`."""

from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

CONDUCTOR = Dialect(
    name="conductor",
    folders=(Folder("conductor"),),
    pages=below("conductor"),
)
