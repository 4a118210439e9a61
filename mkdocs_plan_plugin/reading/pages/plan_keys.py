"""Report keys below `plan:` in front matter that nothing reads."""

from __future__ import annotations

from collections.abc import Container, Iterator

from mkdocs_plan_plugin.model import Diagnostic, Document
from mkdocs_plan_plugin.reading.lexicon.front_matter import PLAN_KEYS, TOP_LEVEL_KEYS, is_plan_key
from mkdocs_plan_plugin.reading.markdown import plan_settings
from mkdocs_plan_plugin.reading.suggestions import did_you_mean


def unknown_plan_keys(document: Document, grouping: Container[str] = ()) -> Iterator[Diagnostic]:
    """Report the keys below `plan:` that are not known.

    Args:
        document: The page.
        grouping: Keys by which roadmaps group plans, which may have any name.
    """
    for key in plan_settings(document.meta):
        if not is_plan_key(key) and key not in grouping:
            problem, fix = _problem_and_fix(key)
            line = document.key_lines.get(f"plan.{key}", 1)
            yield Diagnostic(document.path, line, f"front matter key 'plan.{key}' {problem}", fix)


def _problem_and_fix(key: str) -> tuple[str, str]:
    if key in TOP_LEVEL_KEYS:
        return "is ignored below 'plan:'", f"move '{key}' to the top level of the front matter"
    if suggestion := did_you_mean(key, PLAN_KEYS, "plan."):
        return f"is unknown{suggestion}", "rename or remove the key"
    return (
        "is unknown",
        "use role, start, end, deadline, timeline, owner, tags or a page role such as spec, "
        "or move the key out of 'plan:'",
    )
