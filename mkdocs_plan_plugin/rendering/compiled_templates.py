"""Keep compiled templates between builds, in the user's folder for temporary files.

Compiled templates are code, so they are not kept in the project, where others might add some.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pickle import UnpicklingError

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from mkdocs_plan_plugin import __version__


class _CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder that only this user can write to."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template, unless it is missing or damaged."""
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save a compiled template, if possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return the compiled templates, or None if there is no safe place or Python may not save."""
    if sys.dont_write_bytecode:
        return None
    with suppress(OSError, RuntimeError):  # how Jinja says that the folder is not safe
        pattern = f"plan_{__version__}_jinja_{version('jinja2')}_%s.cache"
        return _CompiledTemplates(pattern=pattern)
    return None
