"""The activity of a plan: first and last tick, burn-up, the last week and month."""

from __future__ import annotations

from datetime import date

from mkdocs_plan_plugin.history import Change, FileHistory, Step, TaskHistory
from mkdocs_plan_plugin.model import (
    Actual,
    BurnUpPoint,
    CountedTask,
    Location,
    Phase,
    Progress,
    State,
    Task,
    Unit,
)
from mkdocs_plan_plugin.planning.progress.activity import Past, activity_of, with_actuals
from mkdocs_plan_plugin.reading.document import DEFAULT_RULES

MAY = [date(2026, 5, day) if day else date.min for day in range(32)]
APPEARED, TICKED = Change.APPEARED, Change.TICKED
UNTICKED, REMOVED = Change.UNTICKED, Change.REMOVED


def task(line: int | None, *steps: tuple[int, Change], heading: str = "Phase 1") -> TaskHistory:
    """What happened to a task, by days of May."""
    history = tuple(Step(MAY[day], change) for day, change in steps)
    return TaskHistory("text", heading, line, history)


def entry(line: int, *, is_done: bool = True) -> CountedTask:
    state = State.DONE if is_done else State.OPEN
    return CountedTask(Task("text", state, line), "p.md", None, is_done)


def phase(*entries: CountedTask, unit: Unit = Unit.TASKS) -> Phase:
    done = sum(one.is_done for one in entries)
    return Phase("Phase 1", Location("p.md", 0), None, Progress(done, len(entries), unit), entries)


def past(*tasks: TaskHistory) -> Past:
    file = FileHistory("p.md", tasks, MAY[20])
    return Past({"p.md": file}, DEFAULT_RULES)


HISTORY = past(
    task(3, (1, APPEARED), (4, TICKED)),
    task(4, (1, APPEARED), (2, TICKED), (5, UNTICKED), (9, TICKED)),
    task(5, (3, APPEARED)),
    task(None, (1, APPEARED), (7, REMOVED)),
    task(None, (1, APPEARED), (2, TICKED), heading="Acceptance Criteria"),
)
WORK = phase(entry(3), entry(4), entry(5, is_done=False))


def test_a_phase_lasts_from_its_first_tick_to_its_last() -> None:
    assert with_actuals([WORK], HISTORY)[0].actual == Actual(MAY[4], MAY[9])


def test_a_phase_without_ticks_has_no_days() -> None:
    assert with_actuals([phase(entry(5, is_done=False))], HISTORY)[0].actual is None
    assert with_actuals([phase(entry(99))], HISTORY)[0].actual is None


def test_a_burn_up_has_scope_and_done_for_each_day() -> None:
    found = activity_of([WORK], ["p.md"], WORK.progress, HISTORY, MAY[20])
    assert found is not None
    assert found.burn_up == (
        BurnUpPoint(MAY[1], 3, 0),
        BurnUpPoint(MAY[2], 3, 1),
        BurnUpPoint(MAY[3], 4, 1),
        BurnUpPoint(MAY[4], 4, 2),
        BurnUpPoint(MAY[5], 4, 1),
        BurnUpPoint(MAY[7], 3, 1),
        BurnUpPoint(MAY[9], 3, 2),
    )


def test_it_ends_with_the_plans_number_or_is_none() -> None:
    found = activity_of([WORK], ["p.md"], WORK.progress, HISTORY, MAY[20])
    assert found is not None
    assert found.burn_up[-1][1:] == (WORK.progress.total, WORK.progress.done)
    # Done without a tick of its own, by its nested tasks: the history differs.
    by_others = phase(entry(3), entry(4), entry(5))
    activity = activity_of([by_others], ["p.md"], by_others.progress, HISTORY, MAY[20])
    assert activity is not None
    assert activity.burn_up == ()


def test_a_task_that_git_does_not_know_leaves_no_burn_up() -> None:
    work = phase(entry(3), entry(99, is_done=False))
    found = activity_of([work], ["p.md"], work.progress, HISTORY, MAY[20])
    assert found is not None
    assert found.burn_up == ()
    assert found.last_tick == MAY[4]


def test_phases_that_are_counted_have_no_burn_up() -> None:
    work = phase(entry(3), unit=Unit.PHASES)
    found = activity_of([work], ["p.md"], work.progress, past(), MAY[20])
    assert found is not None
    assert found.burn_up == ()


def test_the_last_days_are_counted_back_from_the_as_of_date() -> None:
    for day, week, month in ((10, 2, 2), (11, 1, 2), (16, 0, 2), (31, 0, 2)):
        found = activity_of([WORK], ["p.md"], WORK.progress, HISTORY, MAY[day])
        assert found is not None
        assert (found.week, found.month) == (week, month)
        assert (found.last_tick, found.last_change) == (MAY[9], MAY[20])


def test_no_activity_without_a_history() -> None:
    assert activity_of([WORK], ["other.md"], WORK.progress, HISTORY, MAY[20]) is None


def test_ticks_are_kept_for_half_a_year() -> None:
    found = activity_of([WORK], ["p.md"], WORK.progress, HISTORY, date(2026, 11, 2))
    assert found is not None
    assert found.ticks == (MAY[9],)  # 26 weeks ago it was May 4
    assert found.recent == ()
