"""spec-workflow: `.spec-workflow/specs/name/` with requirements, design and numbered tasks."""

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.tools.dialect import Dialect, Folder, below

SPEC_WORKFLOW = Dialect(
    name="spec-workflow",
    folders=(Folder(".spec-workflow", ("specs", "steering", "archive")),),
    pages=below(".spec-workflow", "spec-workflow"),
    marks={"~": State.BLOCKED},
)
