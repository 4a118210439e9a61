"""Data types for pages and plans, as frozen dataclasses.

Types with hundreds of thousands of instances are named tuples, which take half the time to make.

Nothing here computes more than a property or depends on Markdown, HTML or MkDocs.
Paths are those of a site's sources, relative to the docs folder, with forward slashes.
Lines are 1-based lines of the file on disk.
"""

from mkdocs_plan_plugin.model.coverage import (
    NO_COVERAGE,
    Coverage,
    IdTarget,
    RequirementCoverage,
    UnknownId,
)
from mkdocs_plan_plugin.model.ids import (
    NO_PAGE_IDS,
    Definition,
    DefinitionForm,
    Mention,
    PageIds,
)
from mkdocs_plan_plugin.model.kinds import (
    Category,
    Diagnostic,
    Exclusion,
    Form,
    Health,
    Nesting,
    Role,
    Severity,
    State,
    Status,
)
from mkdocs_plan_plugin.model.pages import (
    NO_OWNERSHIP,
    Directive,
    Document,
    Item,
    Location,
    MalformedBox,
    Ownership,
    PhaseHeading,
    PhaseLabel,
    PhaseRow,
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
    OpenTask,
    OutdatedSource,
    Phase,
    Plan,
    StatusConflict,
)
from mkdocs_plan_plugin.model.progress import (
    CountedTask,
    Percent,
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
    BurnUpPoint,
    CompletedTask,
    HealthAssessment,
    Schedule,
)

__all__ = [
    "NO_COVERAGE",
    "NO_OWNERSHIP",
    "NO_PAGE_IDS",
    "Activity",
    "Actual",
    "Backlink",
    "Bar",
    "BurnUpPoint",
    "Category",
    "CompletedTask",
    "CountedTask",
    "Coverage",
    "Definition",
    "DefinitionForm",
    "Diagnostic",
    "Directive",
    "Document",
    "Exclusion",
    "Form",
    "Health",
    "HealthAssessment",
    "IdTarget",
    "Item",
    "Location",
    "MalformedBox",
    "Member",
    "Mention",
    "Nesting",
    "OpenTask",
    "OutdatedSource",
    "Ownership",
    "PageIds",
    "Percent",
    "Phase",
    "PhaseHeading",
    "PhaseLabel",
    "PhaseRow",
    "Plan",
    "Progress",
    "Reference",
    "ReferenceKind",
    "RequirementCoverage",
    "Role",
    "Schedule",
    "ScheduleEntry",
    "Section",
    "Severity",
    "Span",
    "State",
    "StatedStatus",
    "Status",
    "StatusConflict",
    "Table",
    "Task",
    "Unit",
    "UnknownId",
    "WrittenSchedule",
]
