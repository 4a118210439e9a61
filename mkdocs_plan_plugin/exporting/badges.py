"""Create badges: an SVG per plan and one for all, and JSON for badge services."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from mkdocs_plan_plugin.exporting.site_data import Data
from mkdocs_plan_plugin.exporting.text_width import text_width
from mkdocs_plan_plugin.rendering import Words, shorten

_LONGEST = 40
_PAD = 6
# White text is readable on all of them.
_COLOURS = {
    "late": "#b3261e",
    "at-risk": "#8a4b00",
    "stalled": "#6b4e71",
    "done": "#17703f",
    "in-progress": "#12557f",
    "awaiting-checks": "#12557f",
}
_GREY = "#555"


def badges(data: Data, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the files below `badges/`: `NAME.svg` and `NAME.json` for each plan, and `all`."""
    yield from _both("all", words("index.title"), data["progress"], "", words)
    for plan in data["plans"]:
        kind = plan["health"] if plan["health"] in _COLOURS else plan["status"]
        yield from _both(plan["id"], plan["title"], plan["progress"], kind or "", words)


def _both(
    name: str, title: str, progress: Data, kind: str, words: Words
) -> Iterator[tuple[str, str]]:
    message = f"{progress['percent']}%" if progress["total"] else words("no-tasks")
    if not kind:
        is_done = progress["total"] and progress["done"] == progress["total"]
        kind = "done" if is_done else "in-progress" if progress["done"] else ""
    colour = _COLOURS.get(kind, _GREY)
    label = shorten(title, _LONGEST)
    yield f"badges/{name}.svg", badge(label, message, colour)
    endpoint = {"schemaVersion": 1, "label": label, "message": message, "color": colour}
    yield f"badges/{name}.json", json.dumps(endpoint, ensure_ascii=False) + "\n"


def badge(label: str, message: str, colour: str) -> str:
    """Return a badge with a label and a message as SVG."""
    wide, narrow = (round(text_width(text)) for text in (label, message))
    left, right = wide + 2 * _PAD, narrow + 2 * _PAD
    title = escape(f"{label}: {message}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img"'
        f' aria-label="{title}"><title>{title}</title>'
        f'<rect width="{left}" height="20" fill="#333"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{colour}"/>'
        '<g fill="#fff" font-family="DejaVu Sans,Verdana,sans-serif" font-size="11">'
        f"{_text(label, _PAD, wide)}{_text(message, left + _PAD, narrow)}</g></svg>\n"
    )


def _text(text: str, x: int, width: int) -> str:
    return f'<text x="{x}" y="14" textLength="{width}">{escape(text)}</text>'
