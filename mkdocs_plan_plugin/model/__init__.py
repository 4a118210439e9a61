"""The vocabulary: what a page says and what a plan is, as frozen dataclasses.

What a site has by the hundred thousand is a named tuple, which is made twice as fast.

Nothing here computes more than a property; nothing here knows Markdown, HTML or MkDocs.
Paths are those of a site's sources, relative to the docs folder, with forward slashes.
Lines are 1-based lines of the file as it is on disk.
"""

from mkdocs_plan_plugin.model.coverage import (
    NO_COVERAGE,
    Coverage,
    Served,
    Target,
    UnknownId,
)
from mkdocs_plan_plugin.model.ids import (
    NO_TRACES,
    Definition,
    DefinitionForm,
    Mention,
    Traces,
)
from mkdocs_plan_plugin.model.kinds import (
    Diagnostic,
    Form,
    Health,
    Nesting,
    Omission,
    Role,
    Severity,
    State,
    Status,
    Topic,
)
from mkdocs_plan_plugin.model.pages import (
    NO_LABELS,
    Directive,
    Document,
    Item,
    Labels,
    PhaseHeading,
    Place,
    Reference,
    ReferenceKind,
    Section,
    StatedStatus,
    Table,
    Task,
)
from mkdocs_plan_plugin.model.plans import (
    Backlink,
    Member,
    MovedOn,
    OpenTask,
    Phase,
    Plan,
    StatusConflict,
)
from mkdocs_plan_plugin.model.progress import (
    Entry,
    Progress,
    Unit,
)
from mkdocs_plan_plugin.model.schedules import (
    ScheduleEntry,
    Span,
    WrittenSchedule,
)
from mkdocs_plan_plugin.model.timelines import (
    Activity,
    Actual,
    Bar,
    Schedule,
    Standing,
    Ticked,
    Verdict,
)

__all__ = [
    "NO_COVERAGE",
    "NO_LABELS",
    "NO_TRACES",
    "Activity",
    "Actual",
    "Backlink",
    "Bar",
    "Coverage",
    "Definition",
    "DefinitionForm",
    "Diagnostic",
    "Directive",
    "Document",
    "Entry",
    "Form",
    "Health",
    "Item",
    "Labels",
    "Member",
    "Mention",
    "MovedOn",
    "Nesting",
    "Omission",
    "OpenTask",
    "Phase",
    "PhaseHeading",
    "Place",
    "Plan",
    "Progress",
    "Reference",
    "ReferenceKind",
    "Role",
    "Schedule",
    "ScheduleEntry",
    "Section",
    "Served",
    "Severity",
    "Span",
    "Standing",
    "State",
    "StatedStatus",
    "Status",
    "StatusConflict",
    "Table",
    "Target",
    "Task",
    "Ticked",
    "Topic",
    "Traces",
    "Unit",
    "UnknownId",
    "Verdict",
    "WrittenSchedule",
]
