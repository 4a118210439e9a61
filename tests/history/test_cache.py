"""What is remembered between builds: never wrong, never in the way."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bench.repository import git
from mkdocs_plan_plugin.history import History, reader
from mkdocs_plan_plugin.history import cache as caching
from mkdocs_plan_plugin.history.git.blobs import read_blobs
from mkdocs_plan_plugin.history.git.commands import Git
from mkdocs_plan_plugin.history.store import digest
from tests.history.conftest import MakeRepository
from tests.history.histories import at, on, page, read, steps_of

PARTS = {"blobs", "newest"}


@pytest.fixture
def root(make_repository: MakeRepository) -> Path:
    return make_repository(
        [
            on(1, {"plan.md": page("  Draw", "  Cut", "~ Glue")}),
            on(2, {"plan.md": page("x Draw", "  Cut").replace("\n", "\r\n")}),
            on(3, {"plan.md": b"\xff\xff\xff no text", "other.md": page("  Fly")}),
            on(4, {"plan.md": page("x Draw", "  Cut it"), "other.md": None}),
        ]
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that Git is asked for."""
    words: list[str] = []
    run, run_with_input = Git.run, Git.run_with_input

    def spy_run(self: Git, *of: str) -> bytes:
        words.append(of[0])
        return run(self, *of)

    def spy_run_with_input(self: Git, lines: Iterable[str], *of: str) -> Any:
        words.append(of[0])
        return run_with_input(self, lines, *of)

    monkeypatch.setattr(Git, "run", spy_run)
    monkeypatch.setattr(Git, "run_with_input", spy_run_with_input)
    return words


def files(folder: Path) -> dict[str, Path]:
    return {
        path.name.removesuffix(".json.gz").rpartition("-")[2]: path for path in folder.iterdir()
    }


def test_warm_is_like_cold(root: Path, tmp_path: Path, asked: list[str]) -> None:
    cold = read(root)
    assert read(root, tmp_path / "deep" / "cache") == cold
    assert set(files(tmp_path / "deep" / "cache")) == PARTS
    asked.clear()
    assert read(root, tmp_path / "deep" / "cache") == cold
    assert "cat-file" not in asked
    assert asked.count("log") == 1  # for the newest commit alone


def test_after_another_commit_only_what_is_new_is_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(root, tmp_path / "cache")
    (root / "plan.md").write_text(page("x Draw", "x Cut it"))
    git(root, "commit", "--quiet", "--all", "--message=Tick", f"--date={at(6).isoformat()}")
    wanted: list[str] = []

    def spy(of: Git, blobs: list[str]) -> Any:
        wanted.extend(blobs)
        return read_blobs(of, blobs)

    monkeypatch.setattr(reader, "read_blobs", spy)
    history = read(root, tmp_path / "cache")
    assert len(wanted) == 1
    assert steps_of(history.files["plan.md"])["Cut it"] == "+1 x6"


def test_what_is_not_committed_is_not_remembered(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path / "cache")
    (root / "plan.md").write_text(page("x Draw", "x Cut it"))
    dirty = read(root, tmp_path / "cache")
    assert steps_of(dirty.files["plan.md"])["Cut it"] == "+1 xtoday"
    git(root, "checkout", "--quiet", "--", "plan.md")
    assert steps_of(read(root, tmp_path / "cache").files["plan.md"])["Cut it"] == "+1"


def test_other_pages_of_one_commit(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path / "cache")
    (root / "new.md").write_text(page("  New"))
    assert "new.md" in read(root, tmp_path / "cache").without
    (root / "new.md").unlink()
    assert read(root, tmp_path / "cache") == read(root)


def test_what_the_history_does_not_need_goes(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read(root, cache)
    git(root, "reset", "--quiet", "--hard", "HEAD~3")
    read(root, cache)
    with gzip.open(files(cache)["blobs"]) as file:
        *_, blobs = json.load(file)["content"]
    assert len(blobs) == 1


def _change(act: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        held = json.loads(gzip.decompress(data))
        held["content"] = act(held["content"])
        return gzip.compress(json.dumps(held).encode())

    return change


def _unsigned(data: bytes) -> bytes:
    held = json.loads(gzip.decompress(data))
    return gzip.compress(json.dumps({**held, "signature": "0" * 64}).encode())


@pytest.mark.parametrize("part", sorted(PARTS))
@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"not compressed",
        lambda data: data[: len(data) // 2],
        lambda data: data[:40] + bytes([data[40] ^ 255]) + data[41:],
        lambda _: gzip.compress(b"{}"),
        lambda _: gzip.compress(b"[]"),
        lambda _: gzip.compress(b"\xff"),
        lambda _: gzip.compress(b"[" * 100_000),
        _unsigned,
        _change(lambda _: None),
        _change(lambda _: 7),
        _change(lambda content: content[:-1]),
        _change(lambda content: [[1, 2, 3], *content[1:]]),
        _change(lambda content: [*content[:2], [], *content[3:]]),
        _change(lambda content: [*content[:-1], dict.fromkeys(content[-1], "abc")]),
        _change(lambda content: [*content[:-1], {key: [99, "x", ""] for key in content[-1]}]),
        _change(lambda content: [*content[:-1], {key: [0, "y", ""] for key in content[-1]}]),
    ],
)
def test_a_cache_that_is_broken_or_foreign_counts_as_empty(
    root: Path, tmp_path: Path, part: str, spoil: Callable[[bytes], bytes]
) -> None:
    cache = tmp_path / "cache"
    cold = read(root, cache)
    path = files(cache)[part]
    path.write_bytes(spoil(path.read_bytes()))
    if part == "blobs":
        files(cache)["newest"].unlink()
    assert read(root, cache) == cold
    assert read(root, cache) == cold


def test_a_cache_of_other_code_counts_as_empty(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    cold = read(root, tmp_path / "cache")
    monkeypatch.setattr(caching, "signature", lambda rules: digest("other code"))
    asked.clear()
    assert read(root, tmp_path / "cache") == cold
    assert "cat-file" in asked


def test_a_cache_that_cannot_be_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cold = read(root)
    assert read(root, tmp_path / "file" / "cache") == cold
    folder = tmp_path / "folder"
    read(root, folder)
    for path in files(folder).values():
        path.unlink()
        path.mkdir()  # a file cannot take its place, not even for a user who may do all
    assert read(root, folder) == cold
    assert {path.is_dir() for path in folder.iterdir()} == {True}


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_cache(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert read(root, cache) == read(root)
    assert list(cache.iterdir()) == []


def test_one_name_wherever_the_site_is(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path / "one")
    renamed = root.rename(tmp_path / "elsewhere")
    before = {name: path.read_bytes() for name, path in files(tmp_path / "one").items()}
    history = read(renamed, tmp_path / "one")
    assert isinstance(history, History)
    assert {name: path.read_bytes() for name, path in files(tmp_path / "one").items()} == before
    assert not any(file.dirty for file in history.files.values())
