"""The text of a generated `tasks.md`: numbered tasks in phases, some of them nested."""

from itertools import count

from bench.identity import Identity
from bench.phases import phase_names
from bench.prose import Prose

_FIRST_STORY_PHASE = 3
_STORIES = 3
_PHASES = 6  # the number that phase_names returns
_TASKS_PER_PHASE = 19
_TASKS = _PHASES * _TASKS_PER_PHASE


def tasks_text(plan: Identity) -> str:
    prose = plan.prose("tasks")
    numbers = count(1)
    done_up_to = prose.rng.randint(0, _TASKS)
    sections = [
        f"# Tasks: {plan.title}",
        "**Input**: `plan.md`, `spec.md`",
        f"## Format\n\n`[ID] [P?] [Story]` {prose.paragraph(2)}",
    ]
    for phase, name in enumerate(phase_names(plan), start=1):
        tasks = "\n".join(
            _task(prose, phase, next(numbers), done_up_to) for _ in range(_TASKS_PER_PHASE)
        )
        sections.append(
            f"## Phase {phase}: {name}\n\n**Goal**: {prose.sentence()}\n\n{tasks}\n\n"
            f"**Checkpoint**: {prose.sentence()}"
        )
    sections.append(f"## Dependencies\n\n{_dependencies(prose)}")
    return "\n\n".join(sections) + "\n"


def _task(prose: Prose, phase: int, number: int, done_up_to: int) -> str:
    box = "x" if number <= done_up_to else " "
    parallel = "[P] " if prose.rng.random() < 0.4 else ""
    story = phase - _FIRST_STORY_PHASE + 1
    label = f"[US{story}] " if 1 <= story <= _STORIES else ""
    words = prose.clause()
    line = (
        f"- [{box}] T{number:03d} {parallel}{label}{words[0].upper()}{words[1:]} "
        f"in `{prose.path()}`"
    )
    if number % 6:
        return line
    # An indent of two and no blank line, as in most real task lists.
    steps = "\n".join(
        f"  - [{box}] {prose.clause()} (`{prose.path('tests')}`)"
        for _ in range(prose.rng.randint(2, 3))
    )
    return f"{line}\n{steps}"


def _dependencies(prose: Prose) -> str:
    return "\n".join(
        f"- T{prose.rng.randint(60, _TASKS):03d} waits for T{prose.rng.randint(1, 59):03d}: "
        f"{prose.clause()}."
        for _ in range(8)
    )
