"""Made-up histories: what is read from Git is what the model knows that it did."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.repository import Revision, plan_path, plan_revisions, write_repository
from tests.history.histories import day, on, page, read, standings
from tests.history.worlds import World, worlds

_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_TASKS = ["Draw the map", "Cut", "Cut", "T001 Glue it", "T002 Glue it", "Paint the wall red"]


@_SLOW
@given(worlds())
def test_counts_of_each_day_and_days_of_each_task(world: World) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "repository")
        write_repository(root, world.revisions)
        history = read(root)
    ends = standings(*history.files.values())
    counts = {day(number): (total, done) for number, total, done in ends}
    changed = {}
    last = (0, 0)
    for when, count in world.counts.items():
        if count != last:
            changed[when] = count
        last = count
    assert {when: counts[when] for when in changed} == changed
    # On other days something happened that leaves the numbers as they were.
    assert all(counts[when] == world.counts[when] for when in counts)
    for path, jobs in world.pages.items():
        live = [task for task in history.files[path].tasks if task.line is not None]
        assert [task.text for task in live] == [job.text for job in jobs]
        assert [task.steps[0].day for task in live] == [world.born_on[job.number] for job in jobs]
        assert [task.ticked_on for task in live] == [world.done_on.get(job.number) for job in jobs]


_PAGES = st.lists(
    st.builds(lambda sign, text: f"{sign} {text}", st.sampled_from(" x"), st.sampled_from(_TASKS)),
    max_size=6,
).map(lambda tasks: page(*tasks))
_NAMES = ("a.md", "b.md", "c/a.md")


@st.composite
def _tangles(draw: st.DrawFn) -> list[Revision]:
    """Any files on any days, with any parents."""
    revisions: list[Revision] = []
    for number in range(draw(st.integers(1, 9))):
        places = st.integers(0, number - 1) if number else st.nothing()
        parents = draw(st.lists(places, unique=True, max_size=3)) if number else []
        files: dict[str, str | bytes | None] = dict(
            draw(st.dictionaries(st.sampled_from(_NAMES), _PAGES | st.none(), max_size=3))
        )
        revisions.append(on(draw(st.integers(1, 9)), files, parents))
    return revisions


@_SLOW
@given(_tangles())
def test_any_history_ends_with_the_pages_as_they_are(revisions: list[Revision]) -> None:
    """`read` checks that each event fits what was before, and that all add up to the page."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "repository")
        write_repository(root, revisions)
        (root / "other.md").write_text("Not committed")
        cold = read(root, Path(name, "cache"))
        assert read(root, Path(name, "cache")) == cold
        assert all(
            step.day <= cold.newest
            for file in cold.files.values()
            for task in file.tasks
            for step in task.steps
        )
        (root / "a.md").write_text(page("x Draw the map", "  T001 Glue"))
        read(root, Path(name, "cache"))


_TICKS = st.dictionaries(st.integers(0, 5), st.integers(2, 6))


@_SLOW
@given(_TICKS, _TICKS, st.booleans())
def test_what_two_branches_tick_is_ticked_on_the_earlier_day(
    one: dict[int, int], other: dict[int, int], is_turned: bool
) -> None:
    names = [f"Step {number}" for number in range(6)]

    def ticked(numbers: Iterable[int], *more: str) -> dict[str, str | bytes | None]:
        signs = ["x" if number in numbers else " " for number in range(6)]
        tasks = [f"{sign} {name}" for sign, name in zip(signs, names, strict=True)]
        return {"plan.md": page(*tasks, *more)}

    revisions = [on(1, ticked(()))]
    tips = []
    for branch, more in ((one, ()), (other, ("  Written on a branch",))):
        tip = 0
        for when in sorted(set(branch.values())) or [2]:
            numbers = [number for number, its in branch.items() if its <= when]
            revisions.append(on(when, ticked(numbers, *more), [tip]))
            tip = len(revisions) - 1
        tips.append(tip)
    both = ticked({*one, *other}, "  Written on a branch")
    revisions.append(on(9, both, tips[::-1] if is_turned else tips))
    with tempfile.TemporaryDirectory() as name:
        write_repository(Path(name), revisions)
        tasks = read(Path(name)).files["plan.md"].tasks
    for number, task in enumerate(tasks[:6]):
        days = [branch[number] for branch in (one, other) if number in branch]
        assert task.ticked_on == (day(min(days)) if days else None)
        assert task.steps[0].day == day(1)
    assert tasks[6].steps[0].day == day(min(other.values(), default=2))


def test_the_history_that_is_measured(tmp_path: Path) -> None:
    revisions = list(plan_revisions(6, 120))
    assert len(revisions) == 120
    assert any(len(revision.parents or ()) == 2 for revision in revisions)
    write_repository(tmp_path / "repository", revisions)
    history = read(tmp_path / "repository")
    assert set(history.files) == {plan_path(number) for number in range(6)}
    done = sum(
        text.count("- [x]")
        for text in (
            (tmp_path / "repository" / plan_path(number)).read_text() for number in range(6)
        )
    )
    assert standings(*history.files.values())[-1][2] == done > 100
