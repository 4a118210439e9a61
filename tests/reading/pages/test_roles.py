"""What a page is to a plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Role, Severity
from mkdocs_plan_plugin.reading import RoleRules, read_document, role_of
from mkdocs_plan_plugin.reading.pages.roles import is_role_name, matches

TASK = "# X\n\n- [ ] a\n"
PHASE = "# X\n\n## Phase 1: A\n"
PROSE = "# X\n\nWords.\n"


def role(path: str, text: str = PROSE, *, rules: RoleRules | None = None, beside: str = "") -> Role:
    found, _ = role_of(read_document(path, text), rules or RoleRules(), frozenset(beside.split()))
    return found


@pytest.mark.parametrize(
    "path",
    [
        "plan.md",
        "IMPLEMENTATION_PLAN.md",
        "implementation-plan.md",
        "offline-plan.md",
        "docs/offline_plan.md",
        "roadmap.md",
        "product-roadmap.md",
        "plan-v2.md",
        "PLAN-offline.md",
        "improvement-plan-20260105.md",
        "plans/2026-01-05-offline.md",
    ],
)
def test_plans_by_name_show_evidence(path: str) -> None:
    assert role(path, TASK) is Role.PLAN
    assert role(path, PHASE) is Role.PLAN
    assert role(path, "# Project Roadmap\n") is Role.PLAN
    assert role(path, PROSE) is Role.NONE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("review-plan.md", "# Work Plan Review Report\n"),
        ("test-plan.md", "# Test plan\n\n1. Click\n"),
        ("notes/0007-drop-the-plan.md", "# Note 7\n"),
        ("step-02-plan.md", "# Step 2: Plan\n"),
        ("plans/index.md", TASK),
        ("plans/README.md", TASK),
        ("planning.md", TASK),
        ("floorplan.md", TASK),
        ("plans/report.md", PROSE),
    ],
)
def test_what_is_no_plan(path: str, text: str) -> None:
    assert role(path, text) is Role.NONE


def test_a_bare_plan_beside_its_spec_is_one() -> None:
    assert role("a/plan.md", PROSE, beside="spec.md") is Role.PLAN
    assert role("a/x-plan.md", PROSE, beside="spec.md") is Role.NONE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("spec.md", Role.SPEC),
        ("offline-spec.md", Role.SPEC),
        ("requirements.md", Role.SPEC),
        ("design.md", Role.SPEC),
        ("proposal.md", Role.SPEC),
        ("specs/2026-01-05-offline-design.md", Role.SPEC),
        ("plans/2026-01-05-offline-design.md", Role.SPEC),
        ("plans/spec.md", Role.SPEC),
        ("plan/research.md", Role.RESEARCH),
        ("plan/tasks.md", Role.TASKS),
        ("research.md", Role.RESEARCH),
        ("tasks.md", Role.TASKS),
        ("data-model.md", Role.DATA_MODEL),
        ("adr/0007-drop-the-plan.md", Role.DECISION),
        ("x/decisions/why-ferries.md", Role.DECISION),
        ("adr-12-hulls.md", Role.DECISION),
        ("quickstart.md", Role.QUICKSTART),
        ("contracts/api.md", Role.CONTRACT),
        ("checklists/requirements.md", Role.CHECKLIST),
        ("api-design.md", Role.NONE),
        ("index.md", Role.NONE),
        ("specs/index.md", Role.NONE),
    ],
)
def test_other_roles_by_name(path: str, expected: Role) -> None:
    assert role(path, TASK) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Implementation Plan: Offline", Role.PLAN),
        ("Offline Implementation Plan", Role.PLAN),
        ("Offline Implementation Plan (January 2026)", Role.PLAN),
        ("v4 Implementation Plan - Next", Role.PLAN),
        ("Implementation Plan", Role.PLAN),
        ("Plano de Implementação: Mapas", Role.PLAN),
        ("Tasks: Offline", Role.TASKS),
        ("Feature Specification: Offline", Role.SPEC),
        ("SPEC: Offline", Role.SPEC),
        ("How to write an implementation plan for us", Role.NONE),
        ("Plan your day", Role.NONE),
        ("Tasks", Role.NONE),
    ],
)
def test_roles_by_title(title: str, expected: Role) -> None:
    assert role("a.md", f"# {title}\n") is expected


def test_a_plan_by_the_headings_of_the_template() -> None:
    titles = ("Overview", "Architecture", "Data Model", "API Design", "Timeline")
    text = "".join(f"## {title}\n" for title in titles) + "## Phase 1: A\n- [ ] a\n"
    assert role("a.md", text) is Role.PLAN
    assert role("a.md", text.replace("- [ ] a\n", "")) is Role.NONE


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("plan: true", Role.PLAN),
        ("plan: false", Role.NONE),
        ("plan: {role: research}", Role.RESEARCH),
        ("plan: {role: data_model}", Role.DATA_MODEL),
        ("plan.role: tasks", Role.TASKS),
        ("plan: {role: none}", Role.NONE),
    ],
)
def test_front_matter_wins(meta: str, expected: Role) -> None:
    rules = RoleRules(exclude=("**",), roles={Role.CHECKLIST: ("**",)})
    assert role("spec.md", f"---\n{meta}\n---\n", rules=rules) is expected


def test_front_matter_may_say_other_things() -> None:
    assert role("spec.md", "---\nplan: {start: 2026-01-05}\n---\n") is Role.SPEC
    assert role("spec.md", "---\nplan: 01-02\n---\n") is Role.SPEC


@pytest.mark.parametrize(
    ("meta", "severity"),
    [
        ("plan: {role: boss}", Severity.WARNING),
        ("plan: {role: [a]}", Severity.WARNING),
        ("plan: yess", Severity.NOTE),
    ],
)
def test_an_unknown_role_is_reported_and_ignored(meta: str, severity: Severity) -> None:
    document = read_document("spec.md", f"---\n{meta}\n---\n")
    found, wrong = role_of(document, RoleRules(), frozenset())
    assert found is Role.SPEC
    assert wrong
    assert wrong.severity is severity


def test_options() -> None:
    assert role("a/spec.md", rules=RoleRules(include=("b/**",))) is Role.NONE
    assert role("b/c/spec.md", rules=RoleRules(include=("b/**",))) is Role.SPEC
    assert (
        role("b/spec.md", rules=RoleRules(include=("b/**",), exclude=("**/spec.md",))) is Role.NONE
    )
    assert role("b/x.md", rules=RoleRules(roles={Role.SPEC: ("*/x.md",)})) is Role.SPEC


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("a/b.md", "a/*.md", True),
        ("a/c/b.md", "a/*.md", False),
        ("a/c/b.md", "a/**", True),
        ("a/b.md", "a/", True),
        ("b.md", "**/b.md", True),
        ("a/b.md", "/a/b.md", True),
        ("b.md", "?.md", True),
        ("ab.md", "a.md", False),
        ("a+b.md", "a+b.md", True),
    ],
)
def test_globs(path: str, glob: str, expected: bool) -> None:
    assert matches(path, (glob,)) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("specs/1-x/research.md#a", True), ("plan.md", True), ("a.md", False)]
)
def test_role_names(name: str, expected: bool) -> None:
    assert is_role_name(name) is expected


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("plano-leitor.md", "Plano de Implementação do Leitor"),
        ("leitor.md", "Plano de Implementação do Leitor"),
        ("lector.md", "Plan de Desarrollo del Lector"),
        ("lecteur.md", "Plan d'implémentation du lecteur"),
        ("lecteur.md", "Plan de mise en œuvre du lecteur"),
        ("lettore.md", "Piano di implementazione del lettore"),
        ("lector.md", "Pla d’implementació del lector"),
        ("cititor.md", "Plan de implementare a cititorului"),
    ],
)
def test_plans_by_title_in_romance_languages(path: str, title: str) -> None:
    assert role(path, f"# {title}\n") is Role.PLAN


@pytest.mark.parametrize(
    "path",
    [
        "plano-leitor.md",
        "leitor-plano.md",
        "Plano_de_Implementação.md",
        "plan-de-desarrollo.md",
        "piano-di-implementazione.md",
        "piano-di-sviluppo-lettore.md",
        "pla-d-implementació-lector.md",
        "plan-de-développement-lecteur.md",
        "projektplan.md",
    ],
)
def test_plans_by_name_in_other_languages(path: str) -> None:
    assert role(path, TASK) is Role.PLAN
    assert role(path, PROSE) is Role.NONE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("especificação.md", Role.SPEC),
        ("especificacion-lector.md", Role.SPEC),
        ("leitor-especificacao.md", Role.SPEC),
        ("requisitos.md", Role.SPEC),
        ("cerințe.md", Role.SPEC),
        ("spezifikation.md", Role.SPEC),
        ("pesquisa.md", Role.RESEARCH),
        ("investigación-lector.md", Role.RESEARCH),
        ("recherche.md", Role.RESEARCH),
        ("modelo-de-dados.md", Role.DATA_MODEL),
        ("início-rápido.md", Role.QUICKSTART),
    ],
)
def test_other_pages_in_other_languages(path: str, expected: Role) -> None:
    assert role(path) is expected


@pytest.mark.parametrize(
    "path", ["tarefas.md", "tareas-lector.md", "leitor-tarefas.md", "tâches.md", "attività.md"]
)
def test_task_lists_in_other_languages(path: str) -> None:
    assert role(path, TASK) is Role.TASKS
    assert role(path) is Role.NONE


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tarefas: Leitor", Role.TASKS),
        ("Lista de tareas: Lector", Role.TASKS),
        ("Especificação do leitor: v1", Role.SPEC),
        ("Revisión del plan de desarrollo del lector", Role.NONE),
        ("O plano de Ana", Role.NONE),
    ],
)
def test_titles_in_romance_languages(title: str, expected: Role) -> None:
    assert role("x.md", f"# {title}\n") is expected


@pytest.mark.parametrize("path", ["piano-lessons.md", "plate.md", "explano.md", "planos.md"])
def test_names_that_only_look_like_plans(path: str) -> None:
    assert role(path, TASK) is Role.NONE
