"""Which files of a project become part of a site, and where."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mkdocs_plan_plugin.sources import Mounted, SourceOptions, mount_sources, project_root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    return tmp_path.resolve()


def put(project: Path, *names: str, text: str = "# A\n") -> None:
    for name in names:
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def mount(project: Path, *sources: str | tuple[str, str], to: str = "plans/") -> Mounted:
    wanted = tuple((each, None) if isinstance(each, str) else each for each in sources)
    docs = project / "docs"
    return mount_sources(
        SourceOptions(wanted, to), [project, docs], project, [docs, project / "site"]
    )


def problem(found: Mounted) -> str:
    (only,) = found.problems
    return f"{only.written} {only.problem}"


@pytest.mark.parametrize("written", ["specs", "./specs/", "../specs"])
def test_a_folder_is_named_from_the_project_or_from_the_docs_folder(
    project: Path, written: str
) -> None:
    put(project, "specs/001-a/plan.md", "specs/001-a/contracts/api.yaml", "specs/x.png")
    found = mount(project, written)
    assert found.files == {
        "plans/001-a/contracts/api.yaml": "specs/001-a/contracts/api.yaml",
        "plans/001-a/plan.md": "specs/001-a/plan.md",
        "plans/x.png": "specs/x.png",
    }
    assert found.folders == [project / "specs"]
    assert not found.problems


def test_several_folders_have_their_names(project: Path) -> None:
    put(project, "specs/a.md", ".kiro/specs/b.md", "rfcs/c.md")
    found = mount(project, "specs", ".kiro/specs", "rfcs")
    assert [*found.files] == ["plans/specs/a.md", "plans/kiro/specs/b.md", "plans/rfcs/c.md"]


def test_a_place_of_its_own(project: Path) -> None:
    put(project, "specs/a.md", "rfcs/b.md")
    found = mount(project, ("specs", "features/"), ("rfcs", ""))
    assert [*found.files] == ["features/a.md", "b.md"]


def test_a_single_file(project: Path) -> None:
    put(project, "PLAN.md", "specs/a.md")
    found = mount(project, "PLAN.md", "specs")
    assert [*found.files] == ["plans/PLAN.md", "plans/a.md"]


def test_the_folder_within_another_is_taken_once(project: Path) -> None:
    put(project, "openspec/changes/a/tasks.md")
    found = mount(project, "openspec", "openspec/changes")
    assert [*found.files.values()] == ["openspec/changes/a/tasks.md"]


def test_known_folders(project: Path) -> None:
    put(
        project,
        *("specs/a/plan.md", ".specify/memory/constitution.md", ".specify/templates/plan.md"),
        *(
            "openspec/AGENTS.md",
            "openspec/project.md",
            "docs/superpowers/plans/p.md",
            "src/plan.md",
        ),
    )
    found = mount(project, "auto")
    assert [*found.files.values()] == [
        "specs/a/plan.md",
        ".specify/memory/constitution.md",
        "openspec/project.md",
    ]
    assert not found.problems


def test_auto_finds_nothing_and_says_nothing(project: Path) -> None:
    assert mount(project, "auto") == Mounted()


def test_hidden_folders_only_when_named(project: Path) -> None:
    put(project, ".kiro/specs/a.md", ".kiro/specs/.drafts/b.md", "specs/.c.md", "specs/.d/e.md")
    found = mount(project, ".kiro/specs", "specs")
    assert [*found.files.values()] == [".kiro/specs/a.md"]


def test_other_files_stay_where_they_are(project: Path) -> None:
    put(project, "specs/a.md", "specs/run.sh", "specs/page.html", "specs/node_modules/x/README.md")
    assert [*mount(project, "specs").files.values()] == ["specs/a.md"]


def test_git_ignores(project: Path) -> None:
    put(project, ".gitignore", text="specs/wip/\n*.tmp.md\n")
    put(project, "specs/.gitignore", text="/own.md\n!kept.tmp.md\n")
    put(project, ".git/info/exclude", text="mine.md\n")
    names = ("wip/a.md", "b.tmp.md", "own.md", "kept.tmp.md", "deep/own.md", "mine.md")
    put(project, *(f"specs/{name}" for name in names))
    found = mount(project, "specs")
    assert [*found.files.values()] == ["specs/deep/own.md", "specs/kept.tmp.md"]


@pytest.mark.parametrize("written", [".planning", ".planning/phases"])
def test_a_source_that_git_ignores(project: Path, written: str) -> None:
    put(project, ".gitignore", text=".planning/\n")
    put(project, ".planning/phases/a.md")
    found = mount(project, written)
    assert not found.files
    assert problem(found).startswith(f"{written} is not mounted: it is ignored by .gitignore")


def test_links_that_leave_the_project_are_not_followed(project: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    put(outside, "secret.md")
    put(project, "specs/a.md", "notes/b.md", ".env.d/c.md")
    (project / "specs" / "out").symlink_to(outside)
    (project / "specs" / "file.md").symlink_to(outside / "secret.md")
    (project / "specs" / "in").symlink_to(project / "notes")
    (project / "specs" / "hidden").symlink_to(project / ".env.d")
    (project / "specs" / "loop").symlink_to(project / "specs")
    found = mount(project, "specs")
    assert [*found.files.values()] == ["specs/a.md", "specs/in/b.md"]
    assert "outside of the project, which are skipped: specs/file.md, specs/out" in problem(found)


def test_a_folder_that_is_a_link_out_of_the_project(project: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    put(outside, "secret.md")
    (project / "specs").symlink_to(outside)
    found = mount(project, "specs")
    assert not found.files
    assert "is outside of the project" in problem(found)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("../../elsewhere", "does not exist (tried "),
        ("..", "is outside of the project, or all of it"),
        (".", "is part of the docs folder or of the built site"),
        ("/", "is outside of the project, or all of it"),
        ("docs/a", "is part of the docs folder or of the built site"),
        ("site", "is part of the docs folder or of the built site"),
        ("gone", "does not exist (tried "),
    ],
)
def test_sources_that_are_none(project: Path, written: str, expected: str) -> None:
    put(project, "docs/a/b.md", "site/index.md")
    found = mount(project, written)
    assert not found.files
    assert expected in problem(found)


def test_the_docs_folder_and_the_site_are_no_part_of_a_source(tmp_path: Path) -> None:
    project = tmp_path.resolve()
    put(project, "all/docs/a.md", "all/site/b.md", "all/c.md")
    found = mount_sources(
        SourceOptions((("all", None),), "plans/"),
        [project],
        project,
        [project / "all" / "docs", project / "all" / "site"],
    )
    assert [*found.files.values()] == ["all/c.md"]


def test_the_project_is_the_repository(project: Path) -> None:
    put(project, "website/mkdocs.yml", "specs/a.md")
    assert project_root(project / "website") == project
    found = mount_sources(
        SourceOptions((("../specs", None),), "plans/"), [project / "website"], project, []
    )
    assert [*found.files.values()] == ["specs/a.md"]


def test_two_files_for_one_path_are_reported(project: Path) -> None:
    put(project, "a/PLAN.md", "b/PLAN.md")
    found = mount(project, "a/PLAN.md", "b/PLAN.md")
    assert found.files == {"plans/PLAN.md": "a/PLAN.md"}
    assert "b/PLAN.md contains b/PLAN.md, which is skipped" in problem(found)
    assert "a/PLAN.md already has the path plans/PLAN.md on the site" in problem(found)


def test_folders_that_differ_by_a_dot_have_places_of_their_own(project: Path) -> None:
    put(project, ".agent-os/specs/x/tasks.md", "agent-os/specs/x/tasks.md")
    found = mount(project, ".agent-os", "agent-os")
    assert sorted(found.files) == [
        "plans/agent-os-2/specs/x/tasks.md",
        "plans/agent-os/specs/x/tasks.md",
    ]
    assert not found.problems


def test_a_place_of_its_own_goes_before_a_wider_source(project: Path) -> None:
    put(project, "specs/001-x/plan.md", "specs/002-y/plan.md")
    assert [*mount(project, "auto", ("specs", "features/")).files] == [
        "features/001-x/plan.md",
        "features/002-y/plan.md",
    ]
    assert mount(project, ("specs", "rest/"), ("specs/001-x", "first/")).files == {
        "first/plan.md": "specs/001-x/plan.md",
        "rest/002-y/plan.md": "specs/002-y/plan.md",
    }


def test_what_cannot_be_read_is_left_out(project: Path) -> None:
    put(project, "specs/a.md")
    (project / "specs/loop").symlink_to("loop")
    broken = os.path.join(os.fsencode(project / "specs"), b"\xff.md")
    try:
        Path(os.fsdecode(broken)).write_text("# A\n")
    except OSError:
        broken = b""  # some systems know no such names
    found = mount(project, "specs")
    assert [*found.files] == ["plans/a.md"]
    if sys.version_info < (3, 13) or broken:  # from then on a circle of links is no error
        assert "contains unreadable files" in problem(found)


def test_links_into_the_docs_folder_are_not_followed(project: Path) -> None:
    put(project, "specs/a.md", "docs/sub/b.md")
    (project / "specs/linked").symlink_to("../docs/sub")
    assert [*mount(project, "specs").files] == ["plans/a.md"]


def test_a_link_to_a_hidden_folder_that_is_named_is_followed(project: Path) -> None:
    put(project, ".kiro/specs/x/tasks.md", ".kiro/specs/.old/tasks.md")
    (project / "specs").symlink_to(".kiro/specs")
    assert [*mount(project, "specs").files] == ["plans/x/tasks.md"]


def test_a_tools_folder_beside_settings_that_are_not_at_the_root(project: Path) -> None:
    put(project, "pkg/openspec/changes/a/tasks.md", "pkg/openspec/templates/tasks.md")
    wanted = SourceOptions((("openspec", None),), "plans/")
    found = mount_sources(wanted, [project / "pkg"], project, [])
    assert [*found.files.values()] == ["pkg/openspec/changes/a/tasks.md"]
