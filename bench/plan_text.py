"""The text of a generated `plan.md`, with all sections of an implementation plan."""

from bench.identity import Identity
from bench.phases import phase_names
from bench.prose import Prose


def plan_text(plan: Identity) -> str:
    prose = plan.prose("plan")
    sections = [
        f"# Implementation Plan: {plan.title}",
        f"**Branch**: `{plan.folder}` | **Spec**: `spec.md` | **Status**: {_status(plan)}",
        _overview(plan, prose),
        _architecture(prose),
        _stack(prose),
        _data_model(plan, prose),
        _api(plan, prose),
        _phases(plan, prose),
        _testing(prose),
        _risks(prose),
        _timeline(plan, prose),
        _references(plan, prose),
    ]
    return "\n\n".join(sections) + "\n"


def _status(plan: Identity) -> str:
    return ("Draft", "In progress", "Done", "Blocked")[plan.number % 4]


def _bullets(prose: Prose, count: int) -> str:
    return "\n".join(f"- {prose.sentence()}" for _ in range(count))


def _overview(plan: Identity, prose: Prose) -> str:
    return (
        "## Overview\n\n"
        f"This plan carries out the feature described in `spec.md`: {plan.title.lower()}. "
        f"{prose.paragraph(3)}\n\n{prose.paragraph(2)}"
    )


def _architecture(prose: Prose) -> str:
    parts = "\n".join(
        f"{number}. **{prose.thing().capitalize()}** (`{prose.path()}`)\n\n"
        f"    - {prose.sentence()}\n    - {prose.sentence()}\n"
        for number in range(1, 4)
    )
    return f"## Architecture\n\n{prose.paragraph(3)}\n\n### Components\n\n{parts}"


def _stack(prose: Prose) -> str:
    languages = ("Python 3.12", "Go 1.23", "TypeScript 5.6", "Rust 1.82", "Kotlin 2.0")
    stores = ("PostgreSQL 16", "SQLite", "Redis 7", "S3-compatible storage")
    return (
        "## Technology Stack\n\n"
        f"- **Language**: {prose.pick(languages)}\n"
        f"- **Storage**: {prose.pick(stores)}\n"
        f"- **Messaging**: {prose.pick(('none', 'NATS', 'a table used as a queue'))}\n"
        f"- **Testing**: {prose.pick(('pytest', 'go test', 'vitest', 'cargo test'))}\n"
        f"- **Constraints**: {prose.sentence()}"
    )


def _data_model(plan: Identity, prose: Prose) -> str:
    types = ("str", "int", "datetime", "bool", "list[str]", "Decimal | None")
    fields = "\n".join(
        f"    {prose.noun()}_{letter}: {prose.pick(types)}  # {prose.thing()}"
        for letter in "abcdefgh"
    )
    return (
        "## Data Model\n\n"
        f"```python\n@dataclass\nclass {plan.area.capitalize()}Record:\n{fields}\n```\n\n"
        f"{prose.paragraph(2)}"
    )


def _api(plan: Identity, prose: Prose) -> str:
    routes = "\n".join(
        f"{verb} /v1/{plan.area}/{prose.noun()}s  # {prose.clause()}"
        for verb in ("GET   ", "POST  ", "PATCH ", "DELETE")
    )
    answer = (
        f'{{\n  "{prose.noun()}_id": {prose.rng.randint(1000, 9999)},\n'
        f'  "state": "{prose.pick(("open", "held", "closed"))}",\n'
        f'  "{plan.area}": ["{prose.thing()}", "{prose.thing()}"]\n}}'
    )
    return f"## API Design\n\n```text\n{routes}\n```\n\nAn answer:\n\n```json\n{answer}\n```"


def _phases(plan: Identity, prose: Prose) -> str:
    parts = ["## Implementation Phases"]
    for number, name in enumerate(phase_names(plan), start=1):
        done = prose.rng.randint(0, 5)
        boxes = "\n".join(
            f"- [{'x' if index < done else ' '}] {prose.sentence()}" for index in range(5)
        )
        parts.append(f"### Phase {number}: {name}\n\n{prose.paragraph(2)}\n\n{boxes}")
    return "\n\n".join(parts)


def _testing(prose: Prose) -> str:
    return (
        f"## Testing Strategy\n\n### Unit tests\n\n{_bullets(prose, 3)}\n\n"
        f"### Integration tests\n\n{_bullets(prose, 3)}\n\n"
        f'!!! note "Out of reach"\n\n    {prose.paragraph(2)}'
    )


def _risks(prose: Prose) -> str:
    levels = ("Low", "Medium", "High")
    rows = "\n".join(
        f"| {prose.clause()} | {prose.pick(levels)} | {prose.pick(levels)} | {prose.clause()} |"
        for _ in range(5)
    )
    return f"## Risks\n\n| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n{rows}"


def _timeline(plan: Identity, prose: Prose) -> str:
    lines = "\n".join(
        f"- Phase {number}: {prose.rng.randint(2, 6)} weeks"
        for number, _ in enumerate(phase_names(plan), start=1)
    )
    return f"## Timeline\n\n{lines}"


def _references(plan: Identity, prose: Prose) -> str:
    lines = ["- [Link to specification]", "- Tasks: `tasks.md`"]
    if plan.number > 1:
        earlier = Identity(prose.rng.randint(max(1, plan.number - 20), plan.number - 1))
        lines.append(f"- [{earlier.title}](../{earlier.folder}/plan.md)")
    return "## References\n\n" + "\n".join(lines)
