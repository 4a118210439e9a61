"""Runs git: found on PATH, without a shell, deaf to all that could change what it says or does.

A repository is not trusted. Nothing that its configuration names is run, nothing is fetched, and
no path of it is ever an argument.
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

# What would lead git to another repository, as it is set within hooks, or to another meaning.
_FOREIGN = (
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
    "LC_ALL": "C",  # the words of errors are read
    "LANGUAGE": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # A clone may lack objects and name whom to ask for them; nobody is asked.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
}
_SETTINGS = (
    "core.quotePath=false",
    "core.fsmonitor=false",
    "log.showSignature=false",
    "log.follow=false",
    "log.mailmap=false",
)
_LONGEST = 300


class GitError(Exception):
    """Git cannot tell what it was asked."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.result = NoHistory(reason, detail)


class Git:
    """Git in one folder. `environment` is that of the process unless given."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        given = os.environ if environment is None else environment
        program = shutil.which("git", path=given.get("PATH"))
        if not program:
            raise GitError(Reason.NO_GIT)
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        # An absolute path: the folder could hold a program of that name.
        self._command = [os.path.abspath(program), "--no-pager", *settings, "-C", str(folder)]
        kept = {name: value for name, value in given.items() if name not in _FOREIGN}
        # What is around the folder is another repository, if the folder's own is none.
        around = os.path.dirname(os.path.abspath(folder))
        self._environment = {**kept, **_FIXED, "GIT_CEILING_DIRECTORIES": around}

    def run(self, *words: str) -> bytes:
        """Return what a command prints.

        Raises:
            GitError: It ended with an error.
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
        """Run a command that reads lines, and hand out what it prints.

        Raises:
            GitError: It ended with an error.
        """
        # Of files, since a pipe that is full at either end would stop both sides.
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as said:
            asked.writelines(f"{line}\n".encode() for line in lines)
            asked.seek(0)
            process = subprocess.Popen(  # noqa: S603
                [*self._command, *words],
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=said,
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
                said.seek(0)
                raise _error(said.read())


def _error(said: bytes) -> GitError:
    text = said.decode(errors="replace").strip()
    detail = next((line for line in text.splitlines() if line.startswith("fatal:")), text)
    detail = detail.removeprefix("fatal:").strip()[:_LONGEST]
    if "dubious ownership" in text or "unsafe repository" in text:
        return GitError(Reason.REFUSED, detail)
    if "not a git repository" in text:
        return GitError(Reason.NO_REPOSITORY, detail)
    return GitError(Reason.FAILED, detail)
