"""Run git without a shell and independently of the user's and the repository's configuration.

A repository is not trusted. No program named in its configuration is run, nothing is fetched, and
none of its paths is ever an argument.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mkdocs_plan_plugin.history.events import NoHistory, Reason

# Variables that redirect git to another repository (hooks set them) or change its output.
_REMOVED = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_TRACE",
    "GIT_TRACE2",
)
_FIXED = {
    "LC_ALL": "C",  # error messages are parsed
    "LANGUAGE": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # A partial clone must not fetch missing objects.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
}
# Settings that change the output, or end the command if they are invalid, even where an option
# takes precedence.
_SETTINGS = (
    "core.quotePath=false",
    "core.fsmonitor=false",
    "diff.orderFile=/dev/null",
    "format.pretty=medium",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "log.date=short",
    "log.decorate=no",
    "log.follow=false",
    "log.mailmap=false",
    "log.showSignature=false",
)
_LONGEST = 300


class GitError(Exception):
    """Git failed, or the repository can't be read."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.result = NoHistory(reason, detail)


class Git:
    """Git in one folder, by default with the environment of the process."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        given = os.environ if environment is None else environment
        program = shutil.which("git", path=given.get("PATH"))
        if not program:
            raise GitError(Reason.NO_GIT)
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        # An absolute path, because the folder could contain a program of that name.
        self._command = [os.path.abspath(program), "--no-pager", *settings, "-C", str(folder)]
        inherited = {name: value for name, value in given.items() if name not in _REMOVED}
        # Never use a repository in a parent folder.
        parent = os.path.dirname(os.path.abspath(folder))
        self._environment = {**inherited, **_FIXED, "GIT_CEILING_DIRECTORIES": parent}

    def run(self, *words: str) -> bytes:
        """Run a command and return its output.

        Raises:
            GitError: The command failed.
        """
        done = subprocess.run(  # noqa: S603
            [*self._command, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self._environment,
            check=False,
        )
        if done.returncode:
            raise _error(done.stderr)
        return done.stdout

    @contextmanager
    def run_with_input(self, lines: Iterable[str], *words: str) -> Iterator[IO[bytes]]:
        """Run a command with lines as its input, and yield its output stream.

        Raises:
            GitError: The command failed.
        """
        # Files instead of pipes: two full pipes would be a deadlock.
        with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stderr:
            stdin.writelines(f"{line}\n".encode() for line in lines)
            stdin.seek(0)
            process = subprocess.Popen(  # noqa: S603
                [*self._command, *words],
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=stderr,
                env=self._environment,
            )
            with process:
                assert process.stdout is not None  # noqa: S101 (it is a pipe)
                try:
                    yield process.stdout
                except BaseException:
                    process.kill()
                    raise
            if process.returncode:
                stderr.seek(0)
                raise _error(stderr.read())


def _error(stderr: bytes) -> GitError:
    text = stderr.decode(errors="replace").strip()
    detail = next((line for line in text.splitlines() if line.startswith("fatal:")), text)
    detail = detail.removeprefix("fatal:").strip()[:_LONGEST]
    if "dubious ownership" in text or "unsafe repository" in text:
        return GitError(Reason.REFUSED, detail)
    if "not a git repository" in text:
        return GitError(Reason.NO_REPOSITORY, detail)
    return GitError(Reason.FAILED, detail)
