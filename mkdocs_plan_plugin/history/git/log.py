"""The commits of a repository with the files that each changed, from one run of `git log`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.history.events import Reason
from mkdocs_plan_plugin.history.git.commands import Git, GitError


class FileChange(NamedTuple):
    """A file before and after a commit, by its blobs; each is empty where there is no file."""

    path: str
    before: str
    blob: str

    @property
    def is_new(self) -> bool:
        """Whether the commit adds the file."""
        return not self.before


class Commit(NamedTuple):
    """A commit, and how it differs from its first parent.

    `day` is that of its author, on the calendar where the author was: the day on which the work
    was done, whenever it was rebased or merged, and the same wherever the site is built.
    """

    id: str
    day: date
    parents: tuple[str, ...]
    changes: tuple[FileChange, ...]


class Head(NamedTuple):
    """The newest commit, and its day."""

    commit: str
    day: date


# Git itself shows a date that it cannot read as this one.
_NO_DATE = date(1970, 1, 1)
_FILES = (b"100644", b"100755", b"100664")
_NOBODY_ELSE = "--end-of-options"


def read_head(git: Git) -> Head:
    """Find the newest commit of a repository that can be read in full.

    Raises:
        GitError: There is none, or the repository leaves commits out.
    """
    said = git.run("rev-parse", "--is-shallow-repository")
    if said.strip() == b"true":
        raise GitError(Reason.SHALLOW)
    words = ("log", "-1", "--date=short", "--no-decorate", "--format=%H %ad %cd", "HEAD", "--")
    try:
        commit, *days = git.run(*words).decode().split()
    except GitError as error:
        if _lacks_commits(git):
            raise GitError(Reason.NO_COMMIT) from None
        raise error from None
    return Head(commit, max(_day(day) for day in days))


def read_log(git: Git, head: Head) -> list[Commit]:
    """Read all commits that lead to one: parents before their children, else by the day of work.

    There is no limit to some paths: with one, git compares all trees twice. Renames are not
    asked for, since git would compare the text of all files that ever moved, code as well.
    """
    said = git.run(
        "log",
        "--author-date-order",
        "--reverse",
        "--raw",
        "-z",
        "--no-abbrev",
        "--no-renames",
        "--no-relative",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-decorate",
        "--no-notes",
        "--ignore-submodules=all",
        "--diff-merges=first-parent",
        "--root",
        "--date=short",
        "--format=%H %ad %P",
        _NOBODY_ELSE,
        head.commit,
        "--",
    )
    return _parse(said)


def main_line(commits: Sequence[Commit]) -> list[Commit]:
    """The newest commit, its first parent, that one's, and so on; the oldest first."""
    by_id = {commit.id: commit for commit in commits}
    found: list[Commit] = []
    at = commits[-1] if commits else None
    while at:
        found.append(at)
        at = by_id.get(at.parents[0]) if at.parents else None
    return found[::-1]


def newest_blobs(commits: Sequence[Commit]) -> dict[str, str]:
    """The blob of each file at the newest commit, empty where it was deleted."""
    return {change.path: change.blob for commit in main_line(commits) for change in commit.changes}


def is_partial(git: Git) -> bool:
    """Whether a clone has left objects with another repository."""
    try:
        git.run("config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$")
    except GitError:
        return False
    return True


def _parse(said: bytes) -> list[Commit]:
    """Take apart what is told: a line for each commit, then two words for each file, by NULs."""
    commits: list[Commit] = []
    changes: list[FileChange] = []
    words = iter(said.split(b"\0"))
    for word in words:
        word = word.lstrip(b"\n")
        if word.startswith(b":"):
            change = _change(word, next(words))
            if change:
                changes.append(change)
        elif word:
            if commits:
                commits[-1] = commits[-1]._replace(changes=tuple(changes))
                changes.clear()
            commit, day, *parents = word.decode().split()
            commits.append(Commit(commit, _day(day), tuple(parents), ()))
    if commits:
        commits[-1] = commits[-1]._replace(changes=tuple(changes))
    return commits


def _change(word: bytes, path: bytes) -> FileChange | None:
    was, mode, before, blob, _ = word[1:].split(b" ")
    # A link or a submodule is no file.
    blobs = before if was in _FILES else b"", blob if mode in _FILES else b""
    if not any(blobs):
        return None
    return FileChange(path.decode(errors="surrogateescape"), blobs[0].decode(), blobs[1].decode())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _NO_DATE


def _lacks_commits(git: Git) -> bool:
    try:
        git.run("rev-parse", "--verify", "--quiet", "HEAD")
    except GitError:
        return True
    return False
