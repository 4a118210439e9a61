"""Read the commits of a repository and the files that they changed from one `git log`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mkdocs_plan_plugin.history.events import Reason
from mkdocs_plan_plugin.history.git.commands import Git, GitError


class FileChange(NamedTuple):
    """The blobs of a file before and after a commit; an empty string where there is no file."""

    path: str
    before: str
    blob: str

    @property
    def is_new(self) -> bool:
        """Whether the commit adds the file."""
        return not self.before


class Commit(NamedTuple):
    """A commit and its changes relative to its first parent.

    `day` is the author date in the author's time zone: the day on which the work was done,
    whenever it was rebased or merged, and independent of where the site is built.
    """

    id: str
    day: date
    parents: tuple[str, ...]
    changes: tuple[FileChange, ...]


class Head(NamedTuple):
    """The newest commit, and its day."""

    commit: str
    day: date


# Git also shows dates that it can't parse as this one.
_NO_DATE = date(1970, 1, 1)
_FILES = (b"100644", b"100755", b"100664")
_END_OF_OPTIONS = "--end-of-options"


def read_head(git: Git) -> Head:
    """Find the newest commit of a repository with a complete history.

    Raises:
        GitError: There are no commits, the clone is shallow, or the output can't be parsed.
    """
    output = git.run("rev-parse", "--is-shallow-repository")
    if output.strip() == b"true":
        raise GitError(Reason.SHALLOW)
    words = ("log", "-1", "--date=short", "--no-decorate", "--format=%H %ad %cd", "HEAD", "--")
    try:
        commit, *days = git.run(*words).decode().split()
        return Head(commit, max(_day(day) for day in days))
    except GitError as error:
        if _lacks_commits(git):
            raise GitError(Reason.NO_COMMIT) from None
        raise error from None
    except ValueError:
        raise _unexpected() from None


def read_log(git: Git, head: Head) -> list[Commit]:
    """Read all ancestors of a commit: parents before children, otherwise by author date.

    The log is not limited to paths, because git would then compare all trees twice. Renames are
    not detected, because git would then compare all files that were ever moved, code included.

    Raises:
        GitError: Git failed, or its output can't be parsed.
    """
    output = git.run(
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
        _END_OF_OPTIONS,
        head.commit,
        "--",
    )
    try:
        return _parse(output)
    except (ValueError, StopIteration):
        raise _unexpected() from None


def main_line(commits: Sequence[Commit]) -> list[Commit]:
    """Return the newest commit and its first-parent ancestors, the oldest first."""
    by_id = {commit.id: commit for commit in commits}
    found: list[Commit] = []
    at = commits[-1] if commits else None
    while at:
        found.append(at)
        at = by_id.get(at.parents[0]) if at.parents else None
    return found[::-1]


def newest_blobs(commits: Sequence[Commit]) -> dict[str, str]:
    """Return the blob of each file at the newest commit, or an empty string if it was deleted."""
    return {change.path: change.blob for commit in main_line(commits) for change in commit.changes}


def is_partial(git: Git) -> bool:
    """Whether the repository is a partial clone."""
    try:
        git.run("config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$")
    except GitError:
        return False
    return True


def _unexpected() -> GitError:
    return GitError(Reason.FAILED, "git log wrote something unexpected")


def _parse(output: bytes) -> list[Commit]:
    """Parse the log: NUL-separated, a line for each commit, then two words for each file."""
    commits: list[Commit] = []
    changes: list[FileChange] = []
    words = iter(output.split(b"\0"))
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
    # Symbolic links and submodules are not files.
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
