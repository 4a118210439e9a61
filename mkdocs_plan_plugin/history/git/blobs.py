"""Read the content of old versions of files from one run of `git cat-file`."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.history.events import Reason
from mkdocs_plan_plugin.history.git.commands import Git, GitError
from mkdocs_plan_plugin.history.git.log import is_partial
from mkdocs_plan_plugin.history.task_lists import TaskListReader
from mkdocs_plan_plugin.history.versions import Version
from mkdocs_plan_plugin.reading import decode

# The beginning of a Git LFS pointer, which replaces a file.
_POINTER = b"version https://git-lfs.github.com/spec/"
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_blobs(git: Git, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Read blobs by their ids.

    Raises:
        GitError: A blob is missing.
    """
    if not blobs:
        return
    try:
        with git.run_with_input(blobs, "cat-file", "--batch", "--buffer") as output:
            for blob in blobs:
                header = output.readline().split()
                if len(header) != 3:
                    raise GitError(Reason.FAILED, f"object {blob} is missing")
                data = output.read(int(header[2]) + 1)
                yield blob, data[:-1]
    except GitError as error:
        if is_partial(git):
            raise GitError(Reason.PARTIAL, error.result.detail) from None
        raise


def read_version(blob: str, data: bytes, reader: TaskListReader) -> Version:
    """Read the tasks from the content of a blob."""
    if data.startswith(_POINTER):
        return Version(None)
    try:
        text = decode(data)
    except UnicodeDecodeError:
        return Version(None)
    is_normalized = b"\r" in data or data.startswith(_BYTE_ORDER_MARKS)
    return Version(reader.read(text), text_id(text, len(blob)) if is_normalized else "")


def text_id(text: str, length: int) -> str:
    """Return the id that a text has as a blob, in a repository with ids of this length."""
    data = text.encode(errors="surrogatepass")
    name = "sha1" if length == 40 else "sha256"
    return hashlib.new(name, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
