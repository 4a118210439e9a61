"""Writes Git repositories from lists of revisions, and generates the history of plans.

All revisions go through one `git fast-import`. The same revisions always give the same commits.
"""

import os
import random
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from bench.identity import Identity
from bench.tasks_text import tasks_text

_BEGIN = datetime(2025, 1, 6, 9, tzinfo=UTC)
_SOMEBODY = "Somebody <somebody@example.org>"


@dataclass(frozen=True)
class Revision:
    """A commit: the content of its files by path (None: deleted), and its author date.

    `parents` are earlier revisions by number, from 0; None means the previous one. `committed` is
    the commit date, if it differs from the author date.
    """

    files: Mapping[str, str | bytes | None]
    when: datetime
    parents: Sequence[int] | None = None
    committed: datetime | None = None


def git_environment() -> dict[str, str]:
    """Return the process environment without the user's Git settings."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**variables, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}


def git(folder: Path, *words: str) -> str:
    """Run a Git command and return its output."""
    command = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    done = subprocess.run(
        [*command, "-C", str(folder), *words],
        env=git_environment(),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def write_repository(folder: Path, revisions: Iterable[Revision], *words: str) -> None:
    """Create a repository whose branch `main` ends with the last revision, and check it out.

    Args:
        folder: The folder, which need not exist.
        revisions: The commits, parents before their children.
        words: Further options for `git init`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *words)
    command = ["git", "-C", str(folder), "fast-import", "--quiet", "--force"]
    with subprocess.Popen(command, env=git_environment(), stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        count = _feed(process.stdin, revisions)
        process.stdin.close()
        if process.wait():
            raise RuntimeError("git fast-import failed")
    if count:
        git(folder, "reset", "--quiet", "--hard", "main")


def _feed(out: IO[bytes], revisions: Iterable[Revision]) -> int:
    number = 0
    for number, revision in enumerate(revisions, 1):
        parents = [number - 2] if revision.parents is None else list(revision.parents)
        lines = [
            "commit refs/heads/main",
            f"mark :{number}",
            f"author {_SOMEBODY} {_stamp(revision.when)}",
            f"committer {_SOMEBODY} {_stamp(revision.committed or revision.when)}",
            "data 0",
        ]
        before = [parent + 1 for parent in parents if parent >= 0]
        if not before and number > 1:
            lines.insert(0, "reset refs/heads/main\n")
        lines += [f"{word} :{mark}" for word, mark in zip(_words(before), before, strict=True)]
        out.write("\n".join(lines).encode() + b"\n")
        for path, content in revision.files.items():
            out.write(_file(path, content))
        out.write(b"\n")
    return number


def _words(parents: Sequence[int]) -> list[str]:
    return ["from", *["merge"] * (len(parents) - 1)] if parents else []


def _file(path: str, content: str | bytes | None) -> bytes:
    quoted = '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if content is None:
        return f"D {quoted}\n".encode()
    data = content.encode() if isinstance(content, str) else content
    return f"M 100644 inline {quoted}\ndata {len(data)}\n".encode() + data + b"\n"


def _stamp(when: datetime) -> str:
    return f"{int(when.timestamp())} {when:%z}"


def plan_revisions(plans: int, commits: int, seed: int = 1) -> Iterator[Revision]:
    """Yield the history of plans that are added one by one and then completed in any order.

    Most commits complete one to three tasks of a plan. One in ten also edits the text of a task,
    one in twenty-five merges a branch of two commits, and each changes a file of code.
    """
    rng = random.Random(seed)
    texts: list[str] = []
    when = _BEGIN
    number = 0
    for size in _branches(commits, rng):
        fork = number - 1
        changed: dict[str, str] = {}
        for _ in range(size):
            when += timedelta(minutes=rng.randint(20, 90))
            changed |= _commit(texts, plans, number, rng)
            yield Revision(dict(changed), when)
            number += 1
        if size > 1 and fork >= 0:
            yield Revision(changed, when, (fork, number - 1))
            number += 1


def _branches(commits: int, rng: random.Random) -> Iterator[int]:
    """Yield sizes of branches that add up to a number of commits, merges included; 1: no branch."""
    left = commits - 1
    yield min(1, commits)
    while left > 0:
        size = 2 if left > 3 and rng.random() < 0.04 else 1
        left -= size + (size > 1)
        yield size


def _commit(texts: list[str], plans: int, number: int, rng: random.Random) -> dict[str, str]:
    """Change or add a plan, and return the changed files."""
    if len(texts) < plans and (len(texts) < plans // 2 or rng.random() < 0.2):
        plan = len(texts)
        texts.append(tasks_text(Identity(plan + 1)).replace("[x]", "[ ]"))
    else:
        plan = rng.randrange(len(texts))
        texts[plan] = _work(texts[plan], rng)
    return {plan_path(plan): texts[plan], f"src/part{number % 50}.py": f"PART = {number}\n"}


def plan_path(plan: int) -> str:
    """Return the path of a plan's tasks in the repository; plans are numbered from 0."""
    return f"docs/specs/{Identity(plan + 1).folder}/tasks.md"


def _work(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 3)):
        text = text.replace("- [ ]", "- [x]", 1)
    if rng.random() < 0.1:
        text = text.replace("pending", "waiting", 1)
    return text
