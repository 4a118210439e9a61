"""Sites of the pages of tools: their states, their statuses, and each page once."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.verify import verify_site
from tests.support.sites import Built, build_site, write_site

MATERIAL = {"theme": {"name": "material", "font": False}, "markdown_extensions": ["tables"]}
PLAN = "# Implementation Plan: Lamp\n\n- [x] Buy\n- [ ] Screw\n"
ITEM = """---
id: task-{0}
title: Buy bulb {0}
status: {1}
---

## Acceptance Criteria

- [ ] #1 It shines
"""


def site(folder: Path, files: dict[str, str], sources: object = "auto") -> Built:
    """Build a site of pages beside its docs."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    config = MATERIAL | {"plugins": [{"plan": {"sources": sources}}]}
    built = build_site(write_site(folder, {"index.md": "# Home\n"}, config))
    assert not built.warnings
    return built


def plans(built: Built) -> dict[str, tuple[int, int, str | None]]:
    data = json.loads(built.html("plans.json"))
    return {
        plan["path"]: (plan["progress"]["done"], plan["progress"]["total"], plan["status"])
        for plan in data["plans"]
    }


def test_the_total_of_items_is_one_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    states = ("Done", "To Do", "In Progress", "Done")
    files = {
        f"backlog/tasks/task-{n} - Buy.md": ITEM.format(n, state) for n, state in enumerate(states)
    }
    files["backlog/tasks/task-0 - Buy.md"] += "\n## Plan\n\n- [ ] Ask\n"
    built = site(tmp_path, files)
    total = json.loads(built.html("plans.json"))["progress"]
    assert total == {"unit": "plans", "done": 2, "total": 4, "percent": 50}
    assert "2 of 4 plans, 50%" in built.page("plans/index.html").get_text(" ", strip=True)
    assert json.loads(built.html("badges/all.json"))["message"] == "50%"
    assert any("plans done: 2 of 4" in line for line in built.log)
    assert main(["list", str(built.root)]) == 0
    assert "50%        2/4" in capsys.readouterr().out
    assert verify_site(built.root).findings == ()
    classes = {
        name
        for ring in built.page("index.html").select(".md-status")
        for name in ring["class"]
        if not str(name).startswith(("md-status--plan-", "plan-at-"))
    }
    assert classes <= {"md-status"}


def test_the_states_that_a_mission_keeps(tmp_path: Path) -> None:
    status = {
        "WP01": {"lane": "done", "subtasks": {"T001": "planned"}},
        "WP02": {"lane": "in_progress", "subtasks": {"T003": "done"}},
    }
    tasks = "## WP01: Base\n\n- [ ] T001 Cut\n- [x] T002 Glue\n\n## WP02: Light\n\n"
    files = {
        "kitty-specs/001-x/plan.md": "# Implementation Plan: Lamp\n",
        "kitty-specs/001-x/tasks.md": f"# Tasks\n\n{tasks}- [ ] T003 Buy\n- [ ] T004 Wire\n",
        "kitty-specs/001-x/status.json": json.dumps({"work_packages": status}),
        "kitty-specs/002-y/plan.md": "# Implementation Plan: Post\n",
        "kitty-specs/002-y/tasks/WP01-a.md": "---\nwork_package_id: WP01\n---\n# WP01\n",
        "kitty-specs/002-y/tasks/WP02-b.md": "---\nwork_package_id: WP02\n---\n# WP02\n",
        "kitty-specs/002-y/status.json": json.dumps({"work_packages": status}),
    }
    built = site(tmp_path, files)
    assert plans(built) == {
        "plans/001-x/plan.md": (3, 4, "in-progress"),
        "plans/002-y/plan.md": (1, 2, "in-progress"),
    }
    boxes = built.page("plans/001-x/tasks/index.html").select("li [data-state]")
    assert [box["data-state"] for box in boxes] == ["done", "done", "in-progress"]
    assert verify_site(built.root).findings == ()


def _moved(package: str, lane: str, day: int) -> str:
    event = {"wp_id": package, "to_lane": lane, "at": f"2027-03-0{day}T08:00:00Z"}
    return json.dumps(event | {"event_id": f"E{day}"})


def test_the_events_of_a_mission_without_a_newer_status(tmp_path: Path) -> None:
    tasks = "# Tasks\n\n## WP01: Base\n\n- [ ] T001 Cut\n\n## WP02: Light\n\n- [ ] T002 Buy\n"
    events = "\n".join((_moved("WP01", "claimed", 1), "<<<<", _moved("WP01", "done", 2)))
    known = {"work_packages": {"WP01": {"lane": "planned"}, "WP02": {"lane": "done"}}}
    files = {}
    for name, last in (("1-none", ""), ("2-older", "E1"), ("3-same", "E2"), ("4-other", "E9")):
        files[f"kitty-specs/{name}/tasks.md"] = tasks
        files[f"kitty-specs/{name}/status.events.jsonl"] = events
        if last:
            status = json.dumps(known | {"last_event_id": last})
            files[f"kitty-specs/{name}/status.json"] = status
    built = site(tmp_path, files)
    assert plans(built) == {
        "plans/1-none/tasks.md": (1, 2, "in-progress"),
        "plans/2-older/tasks.md": (1, 2, "in-progress"),
        "plans/3-same/tasks.md": (1, 2, "in-progress"),
        "plans/4-other/tasks.md": (1, 2, "in-progress"),
    }
    done = {
        name: built.page(f"plans/{name}/tasks/index.html").select_one("li [data-state=done]")
        for name in ("1-none", "2-older", "3-same", "4-other")
    }
    texts = {name: str(box and box.find_parent("li")) for name, box in done.items()}
    assert ["Cut" in text for text in texts.values()] == [True, True, False, False]
    assert ["Buy" in text for text in texts.values()] == [False, False, True, True]
    said = [line for line in built.log if "no events" in line]
    assert ["2-older" in line for line in said] == [False, True]
    assert said[0].endswith(
        "1-none/status.events.jsonl:2: lines that are no events of a mission are not read. "
        "Fix: restore or remove these lines: 2."
    )


def test_a_mission_outside_of_the_project_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "status.json"
    outside.write_text('{"work_packages": {"WP01": {"lane": "done"}}}')
    folder = tmp_path / "project" / "kitty-specs" / "001-x"
    folder.mkdir(parents=True)
    (folder / "status.json").symlink_to(outside)
    files = {"kitty-specs/001-x/tasks.md": "# Tasks\n\n## WP01\n\n- [ ] T001 Cut\n"}
    (tmp_path / "project" / ".git").mkdir()
    config = MATERIAL | {"plugins": [{"plan": {"sources": ["kitty-specs"]}}]}
    (folder / "tasks.md").write_text(files["kitty-specs/001-x/tasks.md"])
    built = build_site(write_site(tmp_path / "project", {"index.md": "# Home\n"}, config))
    assert plans(built) == {"plans/001-x/tasks.md": (0, 1, "not-started")}


def test_a_folder_that_the_docs_link_to_counts_once(tmp_path: Path) -> None:
    (tmp_path / "specs" / "001-lamp").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    os.symlink("../specs", tmp_path / "docs" / "specs")
    built = site(tmp_path, {"specs/001-lamp/plan.md": PLAN})
    assert plans(built) == {"specs/001-lamp/plan.md": (1, 2, "in-progress")}


def test_a_source_that_is_a_link_to_another_counts_once(tmp_path: Path) -> None:
    (tmp_path / "specs" / "001-lamp").mkdir(parents=True)
    os.symlink("specs", tmp_path / "more")
    os.symlink("001-lamp", tmp_path / "specs" / "000-latest")
    built = site(tmp_path, {"specs/001-lamp/plan.md": PLAN}, ["more", "specs"])
    assert len(plans(built)) == 1


def test_a_page_that_is_in_the_docs_twice_by_a_link_counts_once(tmp_path: Path) -> None:
    (tmp_path / "docs" / "lamp").mkdir(parents=True)
    os.symlink("lamp", tmp_path / "docs" / "current")
    built = site(tmp_path, {"docs/lamp/plan.md": PLAN}, [])
    assert plans(built) == {"lamp/plan.md": (1, 2, "in-progress")}
    assert (built.root / "current" / "plan" / "index.html").exists()
