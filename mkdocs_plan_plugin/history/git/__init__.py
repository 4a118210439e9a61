"""Read an untrusted Git repository: run commands, read the log and blobs."""

from mkdocs_plan_plugin.history.git.blobs import read_blobs, read_version, text_id
from mkdocs_plan_plugin.history.git.commands import Git, GitError
from mkdocs_plan_plugin.history.git.log import (
    Commit,
    FileChange,
    Head,
    main_line,
    newest_blobs,
    read_head,
    read_log,
)
from mkdocs_plan_plugin.history.git.repositories import locate

__all__ = [
    "Commit",
    "FileChange",
    "Git",
    "GitError",
    "Head",
    "locate",
    "main_line",
    "newest_blobs",
    "read_blobs",
    "read_head",
    "read_log",
    "read_version",
    "text_id",
]
