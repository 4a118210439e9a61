"""Histories of real repositories, from the first commit to what is not committed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bench.repository import Revision, git, write_repository
from mkdocs_plan_plugin.history import (
    Change,
    History,
    NoHistory,
    Reason,
    Step,
    TaskHistory,
    read_history,
)
from mkdocs_plan_plugin.history.earlier import EarlierTexts
from mkdocs_plan_plugin.history.git import Git
from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading import TaskRules
from mkdocs_plan_plugin.reading.tasks.marks import StateRules
from tests.history.conftest import MakeRepository
from tests.history.histories import TODAY, at, day, on, page, read, standings, steps_of, texts_of

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12\n"


def test_counts_of_each_day(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw", "  Cut", "x Glue"), "code.py": "pass"}),
            on(1, {"plan.md": page("x Draw", "  Cut", "x Glue")}),
            on(2, {"plan.md": page("x Draw", "x Cut", "x Glue", "  Paint")}),
            on(4, {"code.py": "fail"}),
            on(5, {"plan.md": page("x Draw", "  Cut", "  Paint")}),
            on(9, {"plan.md": page("x Draw", "x Cut", "x Paint")}),
        ]
    )
    history = read(root)
    assert standings(history.files["plan.md"]) == [(1, 3, 2), (2, 4, 3), (5, 3, 1), (9, 3, 3)]
    assert steps_of(history.files["plan.md"]) == {
        "Draw": "+1 x1",
        "Cut": "+1 x2 o5 x9",
        "Paint": "+2 x9",
        "Glue": "+1 x1 -5",
    }
    assert history.newest == day(9)
    assert history.files["plan.md"].last_activity == day(9)
    assert not history.files["plan.md"].dirty


def test_what_is_known_of_a_task(make_repository: MakeRepository) -> None:
    text = "# Plan\n\n## Phase 1: *Start*\n\n- [x] **T001** Draw `it`\n- [ ] Cut\n- [ ] Cut\n"
    root = make_repository([on(3, {"docs/plan.md": text})])
    first, second, third = read(root / "docs").files["plan.md"].tasks
    steps = Step(day(3), Change.APPEARED), Step(day(3), Change.TICKED)
    assert first == TaskHistory("T001 Draw it", "Phase 1: Start", 5, steps)
    assert second == TaskHistory("Cut", "Phase 1: Start", 6, steps[:1])
    assert third == second._replace(line=7)
    assert [task.ticked_on for task in (first, second)] == [day(3), None]


def test_an_edited_task_is_the_same(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw the map", "  Cut it out", "  Glue")}),
            on(2, {"plan.md": page("x Draw the map", "  Cut it out", "  Glue")}),
            on(3, {"plan.md": page("x Draw the whole map", "x Cut it out of paper", "  Glue")}),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {
        "Draw the whole map": "+1 x2",
        "Cut it out of paper": "+1 x3",
        "Glue": "+1",
    }


def test_what_comes_back_is_the_same(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("x Draw", "  Cut")}),
            on(2, {"plan.md": page("  Cut")}),
            on(3, {"plan.md": page("x Draw", "  Cut")}),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x1 -2 +3 x3", "Cut": "+1"}


def test_a_page_that_was_deleted_and_made_again(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("x Draw", "  Cut")}),
            on(2, {"plan.md": None, "other.md": "Nothing"}),
            on(4, {"plan.md": page("  Draw")}),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x1 -2 +4", "Cut": "+1 -2"}


def test_renamed_files_and_folders(make_repository: MakeRepository) -> None:
    first = page("  Draw the map", "  Cut it out", "  Glue it together")
    second = page("x Draw the map", "  Cut it out", "  Glue it together")
    third = page("x Draw the map", "  Cut it out", "x Glue it together", "  Paint")
    other = page("x Another")
    root = make_repository(
        [
            on(1, {"plans/one.md": first, "plans/two.md": other}),
            on(2, {"plans/one.md": second}),
            on(3, {"plans/one.md": None, "plans/alpha.md": second}),
            # The folder as well, and an edit in the same commit.
            on(
                5,
                {
                    "plans/alpha.md": None,
                    "plans/two.md": None,
                    "specs/a/tasks.md": third,
                    "specs/two.md": other,
                },
            ),
        ]
    )
    files = read(root / "specs").files
    assert steps_of(files["two.md"]) == {"Another": "+1 x1"}
    assert steps_of(files["a/tasks.md"]) == {
        "Draw the map": "+1 x2",
        "Cut it out": "+1",
        "Glue it together": "+1 x5",
        "Paint": "+5",
    }


def test_a_copy_begins_when_it_is_made(make_repository: MakeRepository) -> None:
    text = page("x Draw the map", "  Cut")
    root = make_repository([on(1, {"one.md": text}), on(3, {"two.md": text})])
    files = read(root).files
    assert steps_of(files["one.md"]) == {"Draw the map": "+1 x1", "Cut": "+1"}
    assert steps_of(files["two.md"]) == {"Draw the map": "+3 x3", "Cut": "+3"}


def test_a_task_that_moves_to_another_page_begins_there(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw", "  Cut")}),
            on(2, {"plan.md": page("x Draw", "  Cut")}),
            on(3, {"plan.md": page("  Cut"), "tasks.md": page("x Draw", "  Glue")}),
        ]
    )
    files = read(root).files
    assert steps_of(files["plan.md"]) == {"Cut": "+1", "Draw": "+1 x2 -3"}
    assert steps_of(files["tasks.md"]) == {"Draw": "+3 x3", "Glue": "+3"}


def test_the_author_s_day_where_the_author_was(make_repository: MakeRepository) -> None:
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    root = make_repository(
        [
            Revision({"plan.md": page("  Draw")}, datetime(2025, 3, 2, 0, 30, tzinfo=auckland)),
            Revision(
                {"plan.md": page("x Draw")},
                datetime(2025, 3, 4, 23, 30, tzinfo=honolulu),
                committed=datetime(2025, 3, 8, 12, tzinfo=UTC),
            ),
        ]
    )
    history = read(root)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+2 x4"}
    assert history.newest == day(8)


def test_dates_that_go_back(make_repository: MakeRepository) -> None:
    """As after a rebase that puts old work upon new."""
    root = make_repository(
        [
            on(9, {"plan.md": page("  Draw", "  Cut")}),
            on(7, {"plan.md": page("x Draw", "  Cut")}),
            on(5, {"plan.md": page("  Draw", "  Cut", "  Glue")}),
            on(3, {"plan.md": page("x Draw", "  Cut", "x Glue")}),
        ]
    )
    history = read(root)
    assert steps_of(history.files["plan.md"]) == {
        "Draw": "+9 x9 o9 x9",
        "Cut": "+9",
        "Glue": "+5 x5",
    }
    assert history.newest == day(9)


def test_dates_that_nobody_can_mean(make_repository: MakeRepository) -> None:
    early, late = datetime(1970, 1, 2, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
    root = make_repository(
        [
            Revision({"plan.md": page("  Draw")}, early),
            Revision({"plan.md": page("x Draw")}, late),
        ]
    )
    (task,) = read(root).files["plan.md"].tasks
    assert [step.day for step in task.steps] == [early.date(), late.date()]


# What is not committed


def test_what_is_not_committed_counts_today(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw", "  Cut"), "same.md": page("  Fly")})])
    (root / "plan.md").write_text(page("x Draw", "  Glue it"))
    (root / "new.md").write_text(page("  New"))
    history = read(root)
    assert steps_of(history.files["plan.md"]) == {
        "Draw": "+1 xtoday",
        "Glue it": "+today",
        "Cut": "+1 -today",
    }
    assert history.files["plan.md"].dirty
    assert history.files["plan.md"].last_activity == TODAY
    assert not history.files["same.md"].dirty
    assert history.without == {"new.md": Reason.UNCOMMITTED}
    assert history.newest == day(1)


def test_a_page_is_given_as_text_or_asked_for(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw"), "other.md": page("  Cut")})])
    asked: list[str] = []

    def ask() -> str:
        asked.append("plan.md")
        return page("x Draw")

    history = read_history(root, {"plan.md": ask, "other.md": page("  Cut")}, TODAY, TaskRules())
    assert isinstance(history, History)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+1 xtoday"}
    assert asked == ["plan.md"]
    assert list(history.files) == ["plan.md", "other.md"]


def test_the_day_of_today_is_no_earlier_than_the_task(make_repository: MakeRepository) -> None:
    root = make_repository(
        [Revision({"plan.md": page("  Draw")}, datetime(2030, 1, 1, tzinfo=UTC))]
    )
    (root / "plan.md").write_text(page("x Draw"))
    (task,) = read(root).files["plan.md"].tasks
    assert [step.day for step in task.steps] == [date(2030, 1, 1)] * 2


# What files are called, and what they hold


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        "$HOME `id`.md",
        "план/задачи 計画.md",
        "--upload-pack=touch.md",
        ":(glob)x.md",
        'quo"te\\back.md',
        "a\tb.md",
        "UPPER.MD",
        "deep/er/than/that.markdown",
    ],
)
def test_names_of_files(make_repository: MakeRepository, name: str) -> None:
    root = make_repository(
        [on(1, {name: page("  Draw")}), on(2, {name: page("x Draw"), "x.md": page("  Cut")})]
    )
    history = read_history(root, {name: page("x Draw")}, TODAY, TaskRules())
    assert isinstance(history, History)
    assert steps_of(history.files[name]) == {"Draw": "+1 x2"}


def test_a_name_that_is_composed_otherwise_on_disk(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"caf\u00e9.md": page("x Draw")})])
    history = read_history(root, {"cafe\u0301.md": page("x Draw")}, TODAY, TaskRules())
    assert isinstance(history, History)
    assert steps_of(history.files["cafe\u0301.md"]) == {"Draw": "+1 x1"}


def test_line_ends_and_encodings(make_repository: MakeRepository) -> None:
    text = page("  Draw", "  Cut")
    ticked = page("x Draw", "  Cut")
    root = make_repository(
        [
            on(1, {"a.md": text, "b.md": text, "c.md": text, "d.md": text}),
            on(
                2,
                {
                    "a.md": ticked.replace("\n", "\r\n"),
                    "b.md": b"\xef\xbb\xbf" + ticked.encode(),
                    "c.md": b"\xff\xfe" + ticked.encode("utf-16-le"),
                    "d.md": b"\xff\xff\xff no text",
                },
            ),
            on(3, {"d.md": ticked}),
        ]
    )
    history = read(root)
    for name in ("a.md", "b.md", "c.md"):
        assert steps_of(history.files[name]) == {"Draw": "+1 x2", "Cut": "+1"}
        assert not history.files[name].dirty
    assert steps_of(history.files["d.md"]) == {"Draw": "+1 x3", "Cut": "+1"}


def test_a_checkout_with_other_line_ends_is_not_dirty(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"a.md": page("  Draw"), "b.md": page("  Cut")})])
    (root / "a.md").write_bytes(page("  Draw").replace("\n", "\r\n").encode())
    history = read(root)
    assert not history.files["a.md"].dirty


def test_a_page_in_large_file_storage(make_repository: MakeRepository) -> None:
    root = make_repository(
        [on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": POINTER, "b.md": page("  Cut")})]
    )
    (root / "plan.md").write_text(page("x Draw"))
    history = read(root)
    assert history.without == {"plan.md": Reason.UNREADABLE}
    assert list(history.files) == ["b.md"]


def test_a_page_without_tasks(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": "# Plan\n"}), on(3, {"plan.md": "# A plan\n"})])
    file = read(root).files["plan.md"]
    assert (file.tasks, file.last_activity) == ((), day(3))


def test_own_marks(make_repository: MakeRepository) -> None:
    root = make_repository(
        [on(1, {"plan.md": page("~ Draw", "! Cut")}), on(2, {"plan.md": page("! Draw", "! Cut")})]
    )
    rules = StateRules({"!": State.DONE})
    history = read_history(root, texts_of(root), TODAY, TaskRules(states=rules))
    assert isinstance(history, History)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+1 x2", "Cut": "+1 x1"}


# Branches


def test_a_merge_brings_no_dates_of_its_own(make_repository: MakeRepository) -> None:
    base = page("  Draw", "  Cut", "  Glue", "  Paint")
    root = make_repository(
        [
            on(1, {"plan.md": base}),
            on(2, {"plan.md": page("x Draw", "  Cut", "x Glue", "  Paint")}),
            on(3, {"plan.md": page("  Draw", "x Cut", "x Glue", "  Paint")}, parents=[0]),
            on(4, {"plan.md": page("  Draw", "x Cut", "x Glue", "  Paint", "  Pack")}),
            on(
                8,
                {"plan.md": page("x Draw", "x Cut", "x Glue", "  Paint", "  Pack", "  Send")},
                parents=[1, 3],
            ),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {
        "Draw": "+1 x2",
        "Cut": "+1 x3",
        "Glue": "+1 x2",
        "Paint": "+1",
        "Pack": "+4",
        "Send": "+8",
    }


@pytest.mark.parametrize("order", [[1, 2], [2, 1]])
def test_ticked_alike_on_two_branches(make_repository: MakeRepository, order: list[int]) -> None:
    """Then the merge is like both, and Git by itself would follow the first only."""
    ticked = page("x Draw", "  Cut")
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw", "  Cut")}),
            on(5, {"plan.md": ticked}),
            on(3, {"plan.md": ticked}, parents=[0]),
            on(8, {"plan.md": ticked}, parents=order),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x3", "Cut": "+1"}


def test_ticked_and_unticked_on_one_branch(make_repository: MakeRepository) -> None:
    """What a branch has taken back before it is merged is not recorded."""
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw", "  Cut")}),
            on(2, {"plan.md": page("x Draw", "  Cut")}),
            on(3, {"plan.md": page("  Draw", "  Cut")}),
            on(4, {"plan.md": page("  Draw", "x Cut")}, parents=[0]),
            on(6, {"plan.md": page("  Draw", "x Cut")}, parents=[3, 2]),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1", "Cut": "+1 x4"}


def test_written_on_two_branches(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw")}),
            on(2, {"plan.md": page("  Draw", "  Cut")}),
            on(4, {"plan.md": page("  Draw", "  Cut")}, parents=[0]),
            on(5, {"plan.md": page("  Draw", "x Cut")}),
            on(6, {"plan.md": page("x Draw", "x Cut")}, parents=[1, 3]),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x6", "Cut": "+2 x5"}


def test_a_branch_that_was_merged_away(make_repository: MakeRepository) -> None:
    """As `git merge -s ours` does: what was ticked there is not ticked."""
    base = page("  Draw", "  Cut")
    root = make_repository(
        [
            on(1, {"plan.md": base}),
            on(2, {"plan.md": page("x Draw", "  Cut")}),
            on(3, {"plan.md": page("  Draw", "x Cut")}, parents=[0]),
            on(4, {"plan.md": page("  Draw", "x Cut")}, parents=[2, 1]),
        ]
    )
    assert steps_of(read(root).files["plan.md"])["Cut"] == "+1 x3"
    assert steps_of(read(root).files["plan.md"])["Draw"] == "+1"


def test_a_page_that_a_merge_leaves_out(make_repository: MakeRepository) -> None:
    """Of a history that has no commit in common with that of the page."""
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw")}),
            on(3, {"plan.md": page("x Cut")}, parents=[]),
            on(4, {}, parents=[0, 1]),
            on(2, {"code.py": "pass"}),
        ]
    )
    history = read(root)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+1"}
    assert history.newest == day(3)


def test_renamed_on_one_branch_and_ticked_on_the_other(make_repository: MakeRepository) -> None:
    base, ticked = page("  Draw the map", "  Cut"), page("x Draw the map", "  Cut")
    for parents in ([1, 2], [2, 1]):
        folder = make_repository([]).parent / f"merged{parents[0]}"
        write_repository(
            folder,
            [
                on(1, {"old.md": base, "x.md": page("  Fly")}),
                on(2, {"old.md": None, "new.md": base}),
                on(3, {"old.md": ticked}, parents=[0]),
                on(5, {"old.md": None, "new.md": ticked}, parents=parents),
            ],
        )
        assert steps_of(read(folder).files["new.md"]) == {"Draw the map": "+1 x3", "Cut": "+1"}


def test_removed_on_one_branch(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  Draw", "x Cut")}),
            on(2, {"plan.md": page("  Draw")}),
            on(3, {"plan.md": page("x Draw", "x Cut")}, parents=[0]),
            on(4, {"plan.md": page("x Draw")}, parents=[2, 1]),
            on(5, {"plan.md": page("x Draw", "  Glue")}),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {
        "Draw": "+1 x3",
        "Glue": "+5",
        "Cut": "+1 x1 -2",
    }


def test_rewritten_on_two_branches(make_repository: MakeRepository) -> None:
    """The page, and with other words: it is one page all the same."""
    root = make_repository(
        [
            on(1, {"code.py": "pass"}),
            on(2, {"plan.md": page("x Draw the map", "  Cut")}),
            on(3, {"plan.md": page("  Draw the large map", "  Cut")}, parents=[0]),
            on(4, {"plan.md": page("x Draw the large map", "  Cut")}, parents=[2, 1]),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {"Draw the large map": "+2 x2", "Cut": "+2"}


def test_another_repository_merged_below_a_folder(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(2, {"plan.md": page("  Draw")}),
            on(1, {"tasks.md": page("  Cut it out of the paper")}, parents=[]),
            on(3, {"tasks.md": page("x Cut it out of the paper")}),
            on(5, {"sub/tasks.md": page("x Cut it out of the paper")}, parents=[0, 2]),
        ]
    )
    assert steps_of(read(root).files["sub/tasks.md"]) == {"Cut it out of the paper": "+1 x3"}


def test_three_branches_in_one_merge(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"plan.md": page("  A one", "  B two", "  C three")}),
            on(2, {"plan.md": page("x A one", "  B two", "  C three")}),
            on(3, {"plan.md": page("  A one", "x B two", "  C three")}, parents=[0]),
            on(4, {"plan.md": page("  A one", "  B two", "x C three")}, parents=[0]),
            on(6, {"plan.md": page("x A one", "x B two", "x C three")}, parents=[1, 2, 3]),
        ]
    )
    assert steps_of(read(root).files["plan.md"]) == {
        "A one": "+1 x2",
        "B two": "+1 x3",
        "C three": "+1 x4",
    }


# Where pages stand


def test_a_worktree(make_repository: MakeRepository, tmp_path: Path) -> None:
    root = make_repository([on(1, {"docs/plan.md": page("x Draw")})])
    git(root, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    assert (tmp_path / "tree" / ".git").is_file()
    assert steps_of(read(tmp_path / "tree" / "docs").files["plan.md"]) == {"Draw": "+1 x1"}


def test_a_submodule_has_its_own_history(make_repository: MakeRepository, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    write_repository(
        inner, [on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": page("x Draw")})]
    )
    root = make_repository([on(5, {"docs/own.md": page("  Cut")})])
    allowed = ("-c", "protocol.file.allow=always")
    git(root, *allowed, "submodule", "--quiet", "add", str(inner), "docs/inner")
    git(root, "commit", "--quiet", "--message=Add")
    history = read(root / "docs")
    assert steps_of(history.files["inner/plan.md"]) == {"Draw": "+1 x2"}
    assert steps_of(history.files["own.md"]) == {"Cut": "+5"}


def test_a_shallow_submodule_says_so(make_repository: MakeRepository, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    write_repository(
        inner, [on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": page("x Draw")})]
    )
    root = make_repository([on(5, {"own.md": page("  Cut")})])
    git(root, "clone", "--quiet", "--depth=1", inner.as_uri(), "inner")
    history = read(root)
    assert history.without == {"inner/plan.md": Reason.SHALLOW}
    assert list(history.files) == ["own.md"]


def test_linked_folders_and_files(make_repository: MakeRepository, tmp_path: Path) -> None:
    root = make_repository([on(1, {"content/plan.md": page("x Draw")})])
    (tmp_path / "docs").symlink_to(root / "content")
    (root / "content" / "link.md").symlink_to("plan.md")
    files = read(tmp_path / "docs").files
    assert steps_of(files["plan.md"]) == steps_of(files["link.md"]) == {"Draw": "+1 x1"}
    assert files["link.md"].path == "link.md"


def test_pages_outside_the_root(make_repository: MakeRepository, tmp_path: Path) -> None:
    root = make_repository([on(1, {"specs/plan.md": page("x Draw"), "docs/index.md": "Hi"})])
    (tmp_path / "stray.md").write_text(page("  Stray"))
    pages = {"../specs/plan.md": page("x Draw"), "../../stray.md": page("  Stray")}
    history = read_history(root / "docs", pages, TODAY, TaskRules())
    assert isinstance(history, History)
    assert steps_of(history.files["../specs/plan.md"]) == {"Draw": "+1 x1"}
    assert history.without == {"../../stray.md": Reason.NO_REPOSITORY}


def test_other_branches_do_not_matter(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")})])
    git(root, "checkout", "--quiet", "-b", "side")
    (root / "plan.md").write_text(page("x Draw"))
    git(root, "commit", "--quiet", "--all", "--message=Tick", "--date=2025-03-09T12:00:00Z")
    git(root, "checkout", "--quiet", "--detach", "main")
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1"}


# Why there is none


def test_a_shallow_clone(make_repository: MakeRepository, tmp_path: Path) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": page("x Draw")})])
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    found = read_history(tmp_path / "clone", {"plan.md": page("x Draw")}, TODAY, TaskRules())
    assert found == NoHistory(Reason.SHALLOW)


def test_a_partial_clone(make_repository: MakeRepository, tmp_path: Path) -> None:
    """What it lacks is not fetched, even where it could be."""
    root = make_repository([on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": page("x Draw")})])
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.as_uri(), "clone")
    found = read_history(tmp_path / "clone", {"plan.md": page("x Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.PARTIAL


def test_no_repository(tmp_path: Path) -> None:
    found = read_history(tmp_path, {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert found == NoHistory(Reason.NO_REPOSITORY)


def test_a_folder_that_is_no_repository_within_one(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"docs/plan.md": page("  Draw")})])
    (root / "docs" / ".git").mkdir()
    found = read_history(root / "docs", {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.NO_REPOSITORY


def test_no_commit(make_repository: MakeRepository) -> None:
    root = make_repository([])
    (root / "plan.md").write_text(page("  Draw"))
    found = read_history(root, {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert found == NoHistory(Reason.NO_COMMIT)


def test_no_git(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")})])
    monkeypatch.setenv("PATH", str(root))
    found = read_history(root, {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert found == NoHistory(Reason.NO_GIT)


def test_a_repository_of_somebody_else(
    make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")})])
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    found = read_history(root, {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.REFUSED
    assert "dubious ownership" in found.detail


def test_a_broken_repository(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")})])
    for path in (root / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.unlink()
    found = read_history(root, {"plan.md": page("  Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.FAILED
    assert found.detail


# What a repository or an environment could lead git to


def test_the_environment_of_a_hook_leads_nowhere_else(
    make_repository: MakeRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository([on(1, {"plan.md": page("x Draw")})])
    other = tmp_path / "other"
    write_repository(other, [on(2, {"plan.md": page("  Draw")})])
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x1"}


def test_settings_of_a_repository_change_nothing_and_run_nothing(
    make_repository: MakeRepository, tmp_path: Path
) -> None:
    root = make_repository(
        [
            on(1, {"docs/old.md": page("  Draw")}),
            on(2, {"docs/plan.md": page("x Draw"), "docs/old.md": None}),
        ]
    )
    run = tmp_path / "run"
    script = tmp_path / "script.sh"
    script.write_text(f"#!/bin/sh\ntouch '{run}'\nexit 0\n")
    script.chmod(0o755)
    (root / ".gitattributes").write_text("*.md diff=evil filter=evil\n")
    settings = {
        "core.pager": str(script),
        "core.fsmonitor": str(script),
        "core.sshCommand": str(script),
        "diff.external": str(script),
        "diff.evil.command": str(script),
        "diff.evil.textconv": str(script),
        "filter.evil.smudge": str(script),
        "gpg.program": str(script),
        "log.showSignature": "true",
        "log.date": "unix",
        "log.follow": "true",
        "log.showRoot": "false",
        "log.decorate": "full",
        "color.ui": "always",
        "format.pretty": "raw",
        "diff.relative": "true",
        "diff.renames": "copies",
        "diff.noprefix": "true",
        "diff.orderFile": str(tmp_path / "missing"),
        "diff.colorMoved": "zebra",
        "diff.ignoreSubmodules": "none",
        "diff.algorithm": "patience",
        "diff.wordRegex": ".",
        "core.quotePath": "true",
        "core.abbrev": "5",
        "core.attributesFile": str(tmp_path / "missing"),
        "core.notesRef": "refs/notes/other",
        "i18n.commitEncoding": "UTF-16",
        "i18n.logOutputEncoding": "UTF-16",
        "log.abbrevCommit": "true",
        "log.diffMerges": "separate",
        "log.excludeDecoration": "*",
        "log.mailmap": "true",
        "mailmap.file": str(script),
        "notes.displayRef": "*",
        "blame.date": "relative",
        "alias.log": "!false",
        "alias.cat-file": "!false",
        "pager.log": str(script),
        "column.ui": "always",
    }
    for name, value in settings.items():
        git(root, "config", name, value)
    history = read_history(root / "docs", {"plan.md": page("x Draw")}, TODAY, TaskRules())
    assert isinstance(history, History)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+1 x2"}
    assert not run.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("i18n.logOutputEncoding", "UTF-16"),
        ("i18n.logOutputEncoding", "no-such-encoding"),
        ("i18n.commitEncoding", "UTF-16LE"),
        ("log.date", "nonsense"),
        ("format.pretty", "nonsense"),
        ("log.decorate", "nonsense"),
        ("diff.orderFile", "/missing"),
    ],
)
def test_one_odd_setting(make_repository: MakeRepository, name: str, value: str) -> None:
    root = make_repository([on(1, {"plan.md": page("  Draw")}), on(2, {"plan.md": page("x Draw")})])
    git(root, "config", name, value)
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x2"}
    assert EarlierTexts(root).text("plan.md", day(1)) == page("  Draw")


@pytest.mark.parametrize("name", ["log.diffMerges", "diff.algorithm", "color.ui"])
def test_an_invalid_setting_is_a_reason_and_no_error(
    make_repository: MakeRepository, name: str
) -> None:
    root = make_repository([on(1, {"plan.md": page("x Draw")})])
    git(root, "config", name, "nonsense")
    found = read_history(root, {"plan.md": page("x Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.FAILED


@pytest.mark.parametrize("output", [b"\xff\xfe1\x00", b"", b":100644 100644\0", b"abc\0"])
def test_unexpected_output_is_a_reason_and_no_error(
    make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, output: bytes
) -> None:
    root = make_repository([on(1, {"plan.md": page("x Draw")})])
    monkeypatch.setattr(Git, "run", lambda *_: output)
    found = read_history(root, {"plan.md": page("x Draw")}, TODAY, TaskRules())
    assert isinstance(found, NoHistory)
    assert found.reason is Reason.FAILED


def test_a_program_called_git_in_the_folder_is_not_run(
    make_repository: MakeRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository([on(1, {"plan.md": page("x Draw")})])
    fake = root / "git"
    fake.write_text(f"#!/bin/sh\ntouch '{tmp_path}/run'\n")
    fake.chmod(0o755)
    monkeypatch.chdir(root)
    assert steps_of(read(root).files["plan.md"]) == {"Draw": "+1 x1"}
    assert not (tmp_path / "run").exists()


def test_nothing_is_written_to_the_repository(make_repository: MakeRepository) -> None:
    root = make_repository([on(1, {"plan.md": page("x Draw")})])
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    read(root)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_no_names_of_people(make_repository: MakeRepository, tmp_path: Path) -> None:
    root = make_repository([Revision({"plan.md": page("x Draw")}, at(1))])
    history = read(root, tmp_path / "cache")
    assert "omebody" not in repr(history)


def test_a_merge_can_keep_a_page_that_a_branch_has_renamed(make_repository: MakeRepository) -> None:
    root = make_repository(
        [
            on(1, {"c/plan.md": page("  Draw")}, []),
            on(2, {"plan.md": page("  Draw"), "c/plan.md": None}, [0]),
            on(3, {"plan.md": page("x Draw")}, [0, 1]),
            on(5, {"c/plan.md": page("x Draw")}, [2]),
        ]
    )
    history = read(root)
    assert steps_of(history.files["plan.md"]) == {"Draw": "+1 x3"}
    assert steps_of(history.files["c/plan.md"]) == {"Draw": "+1 x5"}
