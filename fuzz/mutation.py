"""Change pages of the sample site at random."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

_DOCS = Path(__file__).resolve().parents[1] / "sample_site" / "docs"
_PIECES = (
    *("- [ ] ", "[x] ", "    ", "\t", "\n\n", "```\n", "> ", "|", "# ", "**", "~~", "<hr>", "<!--"),
    *("-->", "`", "\\", "[", "](", "1. ", "---\n", "\u00a0", "\u200b", "\r\n", "&lt;", "é"),
)
_MOST_LINES = 60


def mutate_page(source: Random) -> str:
    """Return a part of a page of the sample with a few changes."""
    lines = source.choice(_pages()).splitlines(keepends=True)
    first = source.randrange(max(1, len(lines) - _MOST_LINES))
    lines = lines[first : first + source.randint(5, _MOST_LINES)]
    for _ in range(source.randint(1, 8)):
        _change(lines, source)
    return "".join(lines)


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_DOCS.rglob("*.md")))


def _change(lines: list[str], source: Random) -> None:
    at = source.randrange(len(lines)) if lines else 0
    kind = source.randrange(6)
    if not lines or kind == 0:
        lines.insert(at, source.choice(_PIECES) + "text\n")
    elif kind == 1:
        del lines[at]
    elif kind == 2:
        lines.insert(at, lines[source.randrange(len(lines))])
    elif kind == 3:
        lines[at] = " " * source.randint(1, 5) + lines[at]
    elif kind == 4:
        lines[at] = lines[at].lstrip()
    else:
        column = source.randrange(len(lines[at]) + 1)
        keep = column + source.choice((0, 0, 1, 3))
        lines[at] = lines[at][:column] + source.choice(_PIECES) + lines[at][keep:]
