"""Decide the role of a page by front matter, options, name, title and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Diagnostic, Document, Role, Severity
from mkdocs_plan_plugin.reading.lexicon.front_matter import ROLE_KEY
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.pages import (
    IMPLEMENTATION,
    IMPLEMENTATION_PLAN,
    OF,
    PLAN_OF,
    PROJECT_WORK,
    SPEC_NAMES,
    TASKS_NAMES,
)
from mkdocs_plan_plugin.reading.lexicon.words import alternation, is_unspaced
from mkdocs_plan_plugin.reading.markdown import plan_settings
from mkdocs_plan_plugin.reading.pages.names import plain, role_by_name
from mkdocs_plan_plugin.reading.tools import dialect_of

_FOLDERS = {
    "contracts": Role.CONTRACT,
    "checklists": Role.CHECKLIST,
    **dict.fromkeys(("adr", "adrs", "decisions"), Role.DECISION),
}
_FRONT_PAGES = ("index", "readme")
_PLAN_FOLDERS = ("plans", "plan")
_DESIGN = lazy_pattern(r".*[-_ ](?:design|spec)", re.IGNORECASE)

_PLAN_NAMES = alternation(name for name in IMPLEMENTATION_PLAN if not is_unspaced(name))
_UNSPACED_PLAN_NAMES = alternation(filter(is_unspaced, IMPLEMENTATION_PLAN))
_BEGINS = r"[\W_]*"
_ENDS = r"(?:\s*[:：—–(\[-].*)?"
# `Plano de Implementação do Leitor`, without accents.
_OF_WORK = rf"[\W_]*(?:{alternation(PLAN_OF)})(?:['’\s]+(?:{alternation(OF)}))+['’\s]+"
_LISTS = alternation(word for word in TASKS_NAMES if word != "tasks")
_SPECS = alternation(word for word in SPEC_NAMES if not word.startswith("spec"))
_BY_PLAIN_TITLE: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (lazy_pattern(pattern), role)
    for pattern, role in (
        (rf"{_OF_WORK}(?:{alternation(IMPLEMENTATION)})(?:\W.*)?", Role.PLAN),
        (rf"{_BEGINS}(?:list[ae] d\w+ )?(?:{_LISTS})\s*[:：—–-].*", Role.TASKS),
        (rf"{_BEGINS}(?:{_SPECS})(?:\s.*)?\s*[:：—–-].*", Role.SPEC),
    )
)
_PLAIN_PLAN_TITLE = lazy_pattern(rf"{_OF_WORK}(?:{alternation(PROJECT_WORK)})(?:\W.*)?")
_BY_TITLE: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (lazy_pattern(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (rf"{_BEGINS}(?:implementation )?tasks\s*[:：—–-].*", Role.TASKS),
        (rf"{_BEGINS}(?:feature )?spec(?:ification)?\s*[:：—–-].*", Role.SPEC),
        (rf"(?:.* )?feature specification{_ENDS}", Role.SPEC),
        (rf"(?:.*\W)?(?:{_PLAN_NAMES}){_ENDS}", Role.PLAN),
        (rf".*(?:{_UNSPACED_PLAN_NAMES})", Role.PLAN),
    )
)
_PLAN_TITLE = lazy_pattern(
    r"(?:.*\W)?(?:(?:implementation|project|development|delivery|migration|rollout|release"
    r"|refactor(?:ing)?|technical|execution|action|work)\s+plan|roadmap)(?:\W.*)?"
    r"|plan\s*[:：—–-].*"
    r"|(?:.*\W)?(?:projektplan|план внедрения)(?:\W.*)?",
    re.IGNORECASE,
)
# A text about a plan is not a plan.
_ABOUT = lazy_pattern(r"\b(?:review|report|audit|guide|tutorial|retrospective)\b", re.IGNORECASE)
# The plan template's own second-level headings.
_TEMPLATE = frozenset(
    (
        "overview",
        "architecture",
        "technology stack",
        "data model",
        "api design",
        "implementation plan",
        "testing strategy",
        "security considerations",
        "performance considerations",
        "deployment plan",
        "risks & mitigation",
        "timeline",
        "references",
    )
)
_TEMPLATE_ENOUGH = 5
# A bare plan.md is a plan beside one of these, whatever its own text is.
_COMPANIONS = frozenset(("spec.md", "tasks.md", "research.md", "requirements.md", "design.md"))


@dataclass(frozen=True, slots=True)
class RoleRules:
    """The user's options: the pages to include, and globs with roles."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    roles: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)

    def admits(self, *paths: str) -> bool:
        """Return whether `include` and `exclude` admit the page with these paths."""
        included = not self.include or any(matches(path, self.include) for path in paths)
        return included and not any(matches(path, self.exclude) for path in paths)

    def role_of(self, *paths: str) -> Role | None:
        """Return the role by the option `roles` of the page with these paths, or None."""
        found = (
            role for role, globs in self.roles.items() for path in paths if matches(path, globs)
        )
        return next(found, None)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Return whether a path matches a glob: `*` within a folder, `**` across folders."""
    return any(_glob(glob).fullmatch(path) for glob in globs)


@cache
def _glob(glob: str) -> re.Pattern[str]:
    if glob.endswith("/"):
        glob += "**"
    pattern = re.escape(glob.removeprefix("/"))
    for written, meaning in (
        (r"\*\*/", "(?:.*/)?"),
        (r"\*\*", ".*"),
        (r"\*", "[^/]*"),
        (r"\?", "[^/]"),
    ):
        pattern = pattern.replace(written, meaning)
    return lazy_pattern(pattern)


def role_of(
    document: Document, rules: RoleRules, siblings: frozenset[str], source: str = ""
) -> tuple[Role, Diagnostic | None]:
    """Decide a page's role.

    Front matter wins, then the option `roles`, then name, title and headings.

    Args:
        document: The page.
        rules: The user's options.
        siblings: The names of the pages in its folder, in lower case.
        source: Its path in the repository, if it differs from the one on the site.

    Returns:
        The role, and a diagnostic when the front matter names an unknown role.
    """
    stated, diagnostic = _stated_role(document)
    if stated is not None:
        return stated, None
    paths = (document.path, source) if source else (document.path,)
    if not rules.admits(*paths):
        return Role.NONE, diagnostic
    role = rules.role_of(*paths)
    if role is None:
        role = _inferred_role(document, siblings, PurePosixPath(paths[-1]))
    return role, diagnostic


def _stated_role(document: Document) -> tuple[Role | None, Diagnostic | None]:
    """Read the role in front matter: `plan: true`, `plan: false` or `plan: {role: spec}`."""
    value = document.meta.get("plan")
    if isinstance(value, bool):
        return (Role.PLAN if value else Role.NONE), None
    written = plan_settings(document.meta).get(ROLE_KEY, document.meta.get(f"plan.{ROLE_KEY}"))
    if written is None:
        return None, _unknown_word(document, value) if isinstance(value, str) else None
    try:
        return Role(str(written).replace("_", "-").replace(" ", "-").lower()), None
    except ValueError:
        return None, _unknown_role(document, f"plan.{ROLE_KEY}", written, Severity.WARNING)


def _unknown_word(document: Document, value: str) -> Diagnostic | None:
    """Report a word in place of a boolean; other tools have numbers there: `plan: 01-02`."""
    return _unknown_role(document, "plan", value, Severity.NOTE) if value.isalpha() else None


def _unknown_role(document: Document, key: str, written: object, severity: Severity) -> Diagnostic:
    known = ", ".join(role.value for role in Role)
    return Diagnostic(
        document.path,
        document.key_lines.get(key, 1),
        f"front matter key '{key}': unknown role {str(written)!r}",
        f"write 'plan: true', 'plan: false', or 'plan: {{role: ROLE}}' with one of {known}",
        severity,
    )


def _inferred_role(document: Document, siblings: frozenset[str], path: PurePosixPath) -> Role:
    folder = path.parent.name.lower()
    dialect = dialect_of(path)
    if dialect and (role := dialect.role(path, document)):
        return role
    role = _FOLDERS.get(folder)
    # The front page of a folder of decisions only lists them.
    if role and not (role is Role.DECISION and path.stem.lower() in _FRONT_PAGES):
        return role
    role = _by_name(path.name, folder)
    if role is Role.PLAN and not _is_evident(document, siblings):
        role = None
    if role is Role.TASKS and path.stem.lower() != "tasks" and not document.tasks:
        role = None  # `background-tasks.md` may be about anything
    return role or _by_title(document) or _by_headings(document) or Role.NONE


def _by_name(name: str, folder: str) -> Role | None:
    stem = PurePosixPath(name).stem
    named = role_by_name(name)
    if named or stem.lower() in _FRONT_PAGES:
        return named
    if folder in ("specs", "spec", *_PLAN_FOLDERS) and _DESIGN.fullmatch(stem):
        return Role.SPEC
    return Role.PLAN if folder in _PLAN_FOLDERS else None


def _is_evident(document: Document, siblings: frozenset[str]) -> bool:
    """Return whether a page called a plan has a task, a phase or a title of a plan."""
    return bool(
        document.tasks
        or any(phase.number for phase in document.phases.values())
        or _by_title(document) is Role.PLAN
        or (_is_plan_title(document.heading) and not _ABOUT.search(document.heading))
        or (PurePosixPath(document.path).name.lower() == "plan.md" and siblings & _COMPANIONS)
    )


def _is_plan_title(title: str) -> bool:
    return bool(_PLAN_TITLE.fullmatch(title) or _PLAIN_PLAN_TITLE.fullmatch(plain(title)))


def is_role_name(name: str) -> bool:
    """Return whether a file's name is one of a plan's pages: `specs/001-x/research.md`."""
    return role_by_name(name.partition("#")[0]) is not None


def _by_title(document: Document) -> Role | None:
    title = document.heading
    named = next((role for pattern, role in _BY_TITLE if pattern.fullmatch(title)), None)
    if named or not title:
        return named
    text = plain(title)
    return next((role for pattern, role in _BY_PLAIN_TITLE if pattern.fullmatch(text)), None)


def _by_headings(document: Document) -> Role | None:
    """Recognize a plan by enough headings of the template, phases and tasks."""
    titles = {section.title.lower() for section in document.sections}
    if len(titles & _TEMPLATE) >= _TEMPLATE_ENOUGH and document.phases and document.tasks:
        return Role.PLAN
    return None
