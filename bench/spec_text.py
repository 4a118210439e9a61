"""The text of a generated `spec.md`: user stories, requirements, success criteria."""

from bench.identity import Identity
from bench.prose import Prose


def spec_text(plan: Identity) -> str:
    prose = plan.prose("spec")
    stories = "\n\n".join(_story(prose, number) for number in (1, 2, 3))
    sections = [
        f"# Feature Specification: {plan.title}",
        f"**Feature Branch**: `{plan.folder}` | **Status**: Draft",
        f"{prose.paragraph(3)}",
        f"## User Scenarios & Testing\n\n{stories}",
        f"### Edge Cases\n\n{_edge_cases(prose)}",
        f"## Requirements\n\n### Functional Requirements\n\n{_requirements(prose)}",
        f"### Key Entities\n\n{_entities(prose)}",
        f"## Success Criteria\n\n{_criteria(prose)}",
        f"## Assumptions\n\n{prose.paragraph(4)}",
    ]
    return "\n\n".join(sections) + "\n"


def _story(prose: Prose, number: int) -> str:
    scenarios = "\n".join(
        f"{index}. **Given** the {prose.thing()}, **When** {prose.clause()}, "
        f"**Then** {prose.clause()}."
        for index in range(1, 5)
    )
    return (
        f"### User Story {number} - {prose.thing().capitalize()} (Priority: P{number})\n\n"
        f"{prose.paragraph(3)}\n\n"
        f"**Why this priority**: {prose.sentence()}\n\n"
        f"**Independent Test**: {prose.sentence()}\n\n"
        f"**Acceptance Scenarios**:\n\n{scenarios}"
    )


def _edge_cases(prose: Prose) -> str:
    return "\n".join(f"- What happens if {prose.clause()}?" for _ in range(6))


def _requirements(prose: Prose) -> str:
    verbs = ("MUST", "MUST NOT", "SHOULD")
    return "\n".join(
        f"- **FR-{number:03d}**: The system {prose.pick(verbs)} show the {prose.thing()} "
        f"{prose.condition()}. {prose.sentence()}"
        for number in range(1, 19)
    )


def _entities(prose: Prose) -> str:
    return "\n".join(
        f"- **{prose.thing().capitalize()}**: {prose.sentence()}\n\n"
        f"    - `{prose.noun()}`: {prose.clause()}\n"
        f"    - `{prose.noun()}`: {prose.clause()}\n"
        for _ in range(4)
    )


def _criteria(prose: Prose) -> str:
    return "\n".join(
        f"- **SC-{number:03d}**: {prose.rng.randint(80, 99)}% of the time {prose.clause()}."
        for number in range(1, 7)
    )
