"""Split the YAML front matter from a page, by the rule of MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from mkdocs_plan_plugin.model import Diagnostic, Severity
from mkdocs_plan_plugin.reading.markdown.encoding import without_controls

_BLOCK = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATE_TAG = "tag:yaml.org,2002:timestamp"
_TEXT_TAG = "tag:yaml.org,2002:str"

_FIRST_LINE = 2
"""The line of the page on which the YAML begins."""

# The loader's own errors, and those of its converters for `!!int ''` and the like.
_Errors = (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError)

_PLAN_KEYS = ("plan", "timeline")
"""The keys, by depth, below which key lines are recorded as well."""


class FrontMatter(NamedTuple):
    """A page's metadata, its body and the problems of the metadata.

    `key_lines` has the line of each key: `status`, `plan.start`, `plan.timeline.Build`.
    """

    meta: Mapping[str, object]
    body: str
    diagnostics: tuple[Diagnostic, ...] = ()
    key_lines: Mapping[str, int] = MappingProxyType({})


class _NoSuchDate(yaml.MarkedYAMLError):
    """An unquoted date that does not exist, such as 2026-02-30."""


class _Readers:
    """Read dates, with the place of those that do not exist, and texts without controls."""

    def read_date(self: Any, node: yaml.ScalarNode) -> object:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError as error:
            problem = f"no such date {node.value!r}"
            raise _NoSuchDate(problem=problem, problem_mark=node.start_mark) from error

    def read_text(self: Any, node: yaml.ScalarNode) -> str:
        return without_controls(_with_pairs(self.construct_yaml_str(node)))


class _Loader(_Readers, _SafeLoader):  # type: ignore[misc]
    """The safe loader, in C where available."""


class _LenientLoader(_Readers, yaml.SafeLoader):
    """The safe loader in Python, which reads escapes of surrogates, as in JSON."""


for _each in (_Loader, _LenientLoader):
    _each.add_constructor(_DATE_TAG, _each.read_date)
    _each.add_constructor(_TEXT_TAG, _each.read_text)


def split_front_matter(path: str, text: str) -> FrontMatter:
    """Split a page into its metadata and its body.

    The metadata's lines are blank in the body, so that the body keeps its line numbers.
    A block that is not a YAML mapping stays in the body, as in MkDocs.
    """
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter({}, text)
    try:
        meta, key_lines = _load(match[1])
    except _Errors as error:
        return FrontMatter({}, text, (_invalid(path, error),))
    if not isinstance(meta, dict):
        return FrontMatter({}, text)
    blank = "\n" * match[0].count("\n")
    meta = {str(key): value for key, value in meta.items()}
    return FrontMatter(meta, blank + text[match.end() :], key_lines=key_lines)


def plan_settings(meta: Mapping[str, object]) -> Mapping[str, object]:
    """Return the mapping below `plan:`, empty when there is none."""
    settings = meta.get("plan")
    if not isinstance(settings, dict):
        return {}
    return {str(key): value for key, value in settings.items()}


def _with_pairs(text: str) -> str:
    """Join surrogates that are a pair; the others remain."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _load(text: str) -> tuple[object, dict[str, int]]:
    """Return the value of a YAML block and the lines of its keys in the page."""
    try:
        return _load_with(_Loader(text))
    except yaml.YAMLError:
        if "\\u" not in text.lower():
            raise
        return _load_with(_LenientLoader(text))


def _load_with(loader: Any) -> tuple[object, dict[str, int]]:
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {}
        lines = dict(_key_lines(node))
        return loader.construct_document(node), lines
    finally:
        loader.dispose()


def _key_lines(node: yaml.Node, prefix: str = "", depth: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the dotted name and the line of each key, below `plan` and `timeline` too."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield f"{prefix}{key.value}", key.start_mark.line + _FIRST_LINE
            if key.value in _PLAN_KEYS[depth : depth + 1]:
                items = value.value if isinstance(value, yaml.SequenceNode) else (value,)
                for item in items:
                    yield from _key_lines(item, f"{prefix}{key.value}.", depth + 1)


def _invalid(path: str, error: Exception) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + _FIRST_LINE if mark else 1
    problem = getattr(error, "problem", None) or str(error)
    if isinstance(error, _NoSuchDate):
        problem = f"{problem}, so the front matter is ignored"
        fix = "correct the date"
    else:
        problem = f"the front matter is not valid YAML ({problem}), so it is ignored"
        fix = (
            "correct the YAML between the two '---' lines; "
            "quote values that contain ': ' or start with '['"
        )
    return Diagnostic(path, line, problem, fix, Severity.WARNING)
