"""Find fences that GitHub and MkDocs close at different lines.

On GitHub a fence is closed by the next one that is long enough, however it is indented. Behind a
fence within a fence the block goes on in MkDocs, where the closing fence is indented as the opening
one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

_FENCE = re.compile(r"( *)(`{3,}|~{3,})([^`\n]*)")


def cuts_fences(text: str) -> bool:
    """Return whether GitHub closes a block of code before the line at which MkDocs closes it."""
    if "```" not in text and "~~~" not in text:
        return False
    fences = [
        (number, match[1], match[2], match[3].strip())
        for number, line in enumerate(text.split("\n"))
        if (match := _FENCE.fullmatch(line.rstrip()))
    ]
    # The fences that can close a block, by how they are written.
    bare: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, indent, fence, info) in enumerate(fences):
        if not info:
            bare[indent + fence].append(at)
    at = 0
    while at < len(fences):
        _, indent, opening, _ = fences[at]
        end = next(
            (
                later
                for later in range(at + 1, len(fences))
                if not fences[later][3]
                and fences[later][2].startswith(opening)
                and len(fences[later][1]) <= len(indent) + 3
            ),
            None,
        )
        if end is None:
            return False
        same = bare[indent + opening]
        following = bisect_right(same, at)
        # MkDocs gives up where a line is indented less than the opening fence.
        is_whole = len(fences[end][1]) >= len(indent)
        if is_whole and following < len(same) and same[following] > end:
            return True
        at = end + 1
    return False
