"""The YAML block at the top of a page, found by the rule that MkDocs uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from mkdocs_plan_plugin.model import Diagnostic, Severity

_BLOCK = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The loader's own errors, and those of its converters for `!!int ''` and the like.
_Errors = (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError)

FrontMatter = tuple[Mapping[str, object], str, tuple[Diagnostic, ...]]


def split_front_matter(path: str, text: str) -> FrontMatter:
    """Split a page into its metadata, its body and what is wrong with the metadata.

    The body keeps its place in the file: the metadata's lines are blank in it.
    A block that is no YAML mapping is left in the body, as MkDocs leaves it.
    """
    match = _BLOCK.match(text)
    if not match:
        return {}, text, ()
    try:
        meta = yaml.load(match[1], _Loader)  # noqa: S506 (the safe loader, in C where there is one)
    except _Errors as error:
        return {}, text, (_broken(path, error),)
    if not isinstance(meta, dict):
        return {}, text, ()
    blank = "\n" * match[0].count("\n")
    return {str(key): value for key, value in meta.items()}, blank + text[match.end() :], ()


def plan_settings(meta: Mapping[str, object]) -> Mapping[str, object]:
    """Return what `plan:` holds when it is a mapping, else nothing."""
    settings = meta.get("plan")
    return settings if isinstance(settings, dict) else {}


def _broken(path: str, error: Exception) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1
    problem = getattr(error, "problem", None) or str(error)
    return Diagnostic(
        path,
        line,
        f"the front matter is not valid YAML ({problem}), so it is ignored",
        "mend the YAML between the two '---' lines; quote values that hold ': ' or start with '['",
        Severity.WARNING,
    )
