"""Recognize tasks that are struck through, which cancels them: `- [ ] ~~Draw~~ (dropped)`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.reading.markdown import may_strike, without_struck_parts
from mkdocs_plan_plugin.reading.tasks.task_ids import task_id

_BOX = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[ \]\s+")
_CODE = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_MARKUP = re.compile(r"[*_]|<!--.*?-->")
_REMARK = re.compile(r"\W*\Z|\s*[:.]?\s*(?:[(（\[,;:—–→]|->?\s)")


def is_struck_task(line: str) -> bool:
    """Return whether the text of an open task is struck; an id and a remark may stand beside it.

    Args:
        line: The first line of the item.
    """
    box = _BOX.match(line) if may_strike(line) else None
    if not box:
        return False
    text = _CODE.sub("x", line[box.end() :])  # tildes in code strike nothing
    rest = without_struck_parts(text)
    if rest == text:
        return False
    rest = _MARKUP.sub("", rest).strip()
    return bool(_REMARK.match(rest.removeprefix(task_id(rest))))
