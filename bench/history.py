"""Measure how long reading a history takes: `python -m bench.history --plans 500`."""

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bench.environment import describe_environment
from bench.repository import git_environment, plan_revisions, write_repository
from mkdocs_plan_plugin.history import History, read_history
from mkdocs_plan_plugin.history.git.blobs import read_blobs, read_version
from mkdocs_plan_plugin.history.git.commands import Git
from mkdocs_plan_plugin.history.git.log import read_head, read_log
from mkdocs_plan_plugin.history.names import only_related
from mkdocs_plan_plugin.history.pages import pages_of
from mkdocs_plan_plugin.history.task_lists import TaskListReader
from mkdocs_plan_plugin.reading import TaskRules

_TODAY = date(2026, 1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.history", description=__doc__)
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--commits", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    print(describe_environment())
    with tempfile.TemporaryDirectory(prefix="bench-history-") as name:
        folder = Path(name).resolve()
        write_repository(folder / "repository", plan_revisions(chosen.plans, chosen.commits))
        measure(folder, chosen.rounds)


def measure(folder: Path, rounds: int) -> None:
    """Print the time of the whole, cold and warm, and of its parts."""
    root = folder / "repository" / "docs"
    pages = {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*.md")}
    cache = folder / "cache"

    def read() -> None:
        history = read_history(root, pages, _TODAY, TaskRules(), cache)
        assert isinstance(history, History)
        assert len(history.files) == len(pages)

    def clear_cache() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def clear_newest() -> None:
        for path in cache.glob("*-newest.*"):
            path.unlink()

    print(f"\n{len(pages)} pages; median of {rounds} rounds")
    _show("cold, cache written", read, rounds, clear_cache)
    _show("warm, another commit", read, rounds, clear_newest)
    _show("warm, same commit", read, rounds)
    print("\nparts of the cold run")
    _parts(root.parent, pages, rounds)


def _parts(top: Path, pages: Mapping[str, str], rounds: int) -> None:
    git = Git(top)
    head = read_head(git)
    all_commits = read_log(git, head)
    commits = only_related(all_commits, {f"docs/{page}" for page in pages})
    blobs_of: dict[str, list[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.blob:
                blobs_of.setdefault(change.path, []).append(change.blob)
    blobs = list(dict.fromkeys(blob for found in blobs_of.values() for blob in found))
    data = dict(read_blobs(git, blobs))
    versions = {
        blob: read_version(blob, held, reader)
        for reader in [TaskListReader(TaskRules())]
        for blob, held in data.items()
    }
    size = sum(map(len, data.values())) / 1e6
    print(f"{len(all_commits)} commits, {len(blobs)} versions of pages, {size:.0f} MB of them")
    command = ["git", "-C", str(top), "log", "--raw", "-z", "--no-renames", "--format=%H", "HEAD"]
    _show("git log alone", lambda: _run(command, ""), rounds)
    _show("git log, parsed", lambda: read_log(git, head), rounds)
    batch = ["git", "-C", str(top), "cat-file", "--batch", "--buffer"]
    _show("git cat-file alone", lambda: _run(batch, "\n".join(blobs)), rounds)
    _show("git cat-file, parsed", lambda: list(read_blobs(git, blobs)), rounds)
    _show("parse versions", lambda: _read(data), rounds)
    _show("follow pages", lambda: pages_of(commits, versions), rounds)


def _read(data: Mapping[str, bytes]) -> None:
    reader = TaskListReader(TaskRules())
    for blob, held in data.items():
        read_version(blob, held, reader)


def _run(command: list[str], text: str) -> None:
    subprocess.run(
        command, input=text.encode(), stdout=subprocess.DEVNULL, env=git_environment(), check=True
    )


def _show(
    name: str, action: Callable[[], object], rounds: int, before: Callable[[], None] | None = None
) -> None:
    seconds = []
    for _ in range(rounds):
        if before:
            before()
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    print(
        f"  {name:22} {statistics.median(seconds):6.3f} s   (best {min(seconds):.3f})", flush=True
    )


if __name__ == "__main__":
    main()
