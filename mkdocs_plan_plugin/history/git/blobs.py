"""The content of old versions of files: got from Git in one go, and read as it comes."""

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

# What large file storage leaves in the place of a file.
_POINTER = b"version https://git-lfs.github.com/spec/"
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_blobs(git: Git, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Read blobs by their ids.

    Raises:
        GitError: One is not there.
    """
    if not blobs:
        return
    try:
        with git.run_with_input(blobs, "cat-file", "--batch", "--buffer") as said:
            for blob in blobs:
                header = said.readline().split()
                if len(header) != 3:
                    raise GitError(Reason.FAILED, f"object {blob} is missing")
                data = said.read(int(header[2]) + 1)
                yield blob, data[:-1]
    except GitError as error:
        if is_partial(git):
            raise GitError(Reason.PARTIAL, error.result.detail) from None
        raise


def read_version(blob: str, data: bytes, reader: TaskListReader) -> Version:
    """Read the content of a blob."""
    if data.startswith(_POINTER):
        return Version(None)
    try:
        text = decode(data)
    except UnicodeDecodeError:
        return Version(None)
    is_other = b"\r" in data or data.startswith(_BYTE_ORDER_MARKS)
    return Version(reader.read(text), text_id(text, len(blob)) if is_other else "")


def text_id(text: str, length: int) -> str:
    """The id that a text has as a blob, in a repository whose ids are so long."""
    data = text.encode(errors="surrogatepass")
    name = "sha1" if length == 40 else "sha256"
    return hashlib.new(name, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
