"""The phases of a generated plan, with the same names in its `plan.md` and `tasks.md`."""

from bench.identity import Identity


def phase_names(plan: Identity) -> list[str]:
    prose = plan.prose("phases")
    stories = [
        f"User Story {story} - {prose.thing().capitalize()} (Priority: P{story})"
        for story in (1, 2, 3)
    ]
    return ["Setup", f"Foundations of {plan.area} {plan.work}", *stories, "Polish"]
