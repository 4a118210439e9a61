"""Addresses of lines in the repository, by the host."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rendering.links.source_lines import (
    file_url,
    line_url,
    with_quoted_path,
)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            "https://github.com/o/r/edit/main/docs/p.md",
            "https://github.com/o/r/blob/main/docs/p.md?plain=1#L7",
        ),
        ("https://gitlab.com/o/r/-/edit/main/p.md", "https://gitlab.com/o/r/-/blob/main/p.md#L7"),
        (
            "https://bitbucket.org/o/r/src/main/p.md?mode=edit",
            "https://bitbucket.org/o/r/src/main/p.md#lines-7",
        ),
        ("https://codeberg.org/o/r/_edit/main/p.md", "https://codeberg.org/o/r/src/main/p.md#L7"),
        (
            "https://github.com/o/r/blob/main/p.md",
            "https://github.com/o/r/blob/main/p.md?plain=1#L7",
        ),
        ("https://github.com/o/{r}/edit/p.md", "https://github.com/o/%7Br%7D/blob/p.md?plain=1#L7"),
    ],
)
def test_line(edit: str, line: str) -> None:
    found = line_url(edit)
    assert found is not None
    assert found.format(line=7) == line


@pytest.mark.parametrize(
    ("path", "quoted"),
    [
        ("docs/a#b/p.md", "docs/a%23b/p.md"),
        ("docs/a?b/100%/p.md", "docs/a%3Fb/100%25/p.md"),
        ("docs/a b/p.md", "docs/a%20b/p.md"),
        ("docs/é/p.md", "docs/é/p.md"),
    ],
)
def test_signs_in_a_path_are_quoted(path: str, quoted: str) -> None:
    edit = with_quoted_path(f"https://github.com/o/r/edit/main/{path}", path)
    assert line_url(edit) == f"https://github.com/o/r/blob/main/{quoted}?plain=1#L{{line}}"
    assert file_url(edit, path) == "https://github.com/o/r/blob/main/{path}"
    assert with_quoted_path(edit, path) == edit


def test_hosts_that_are_not_known_get_no_link() -> None:
    assert line_url("https://example.org/wiki/p.md") is None


@pytest.mark.parametrize("page", ["backlog/tasks/task-1 - Do it.md", "backlog/tasks/task-1%20x.md"])
def test_files_are_found_from_pages_with_spaces_in_their_names(page: str) -> None:
    edit = f"https://github.com/o/r/edit/main/{page}"
    assert file_url(edit, page) == "https://github.com/o/r/blob/main/{path}"
