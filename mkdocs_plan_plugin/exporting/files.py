"""Generate the exported files of a site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from mkdocs_plan_plugin.exporting.badges import badges
from mkdocs_plan_plugin.exporting.calendar_file import calendar_file
from mkdocs_plan_plugin.exporting.feed import dated_pages, feed
from mkdocs_plan_plugin.exporting.site_data import Data
from mkdocs_plan_plugin.history import DateChange
from mkdocs_plan_plugin.reading.markdown import without_controls
from mkdocs_plan_plugin.rendering import Words

Files = Iterator[tuple[str, str]]
DateChanges = Callable[[Sequence[str]], Sequence[DateChange]]

_COLUMNS: Mapping[str, Callable[[Data], object]] = {
    "id": lambda plan: plan["id"],
    "title": lambda plan: plan["title"],
    "url": lambda plan: plan["url"],
    "status": lambda plan: plan["status"],
    "archived": lambda plan: "yes" if plan["archived"] else "no",
    "unit": lambda plan: plan["progress"]["unit"],
    "done": lambda plan: plan["progress"]["done"],
    "total": lambda plan: plan["progress"]["total"],
    "percent": lambda plan: plan["progress"]["percent"],
    "checks_passed": lambda plan: plan["checks"]["done"],
    "checks": lambda plan: plan["checks"]["total"],
    "health": lambda plan: plan["health"],
    "planned_first": lambda plan: (plan["planned"] or {}).get("first"),
    "planned_last": lambda plan: (plan["planned"] or {}).get("last"),
    "actual_first": lambda plan: (plan["actual"] or {}).get("first"),
    "actual_last": lambda plan: (plan["actual"] or {}).get("last"),
    "last_change": lambda plan: plan["last_change"],
    "owners": lambda plan: "; ".join(plan["owners"]),
    "tags": lambda plan: "; ".join(plan["tags"]),
}
# Characters that start a formula in spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _json(data: Data, _: Words, __: DateChanges) -> Files:
    lines = (f"{_text(name)}: {_by_line(value)}" for name, value in data.items())
    yield "plans.json", "{\n" + ",\n".join(lines) + "\n}\n"


def _by_line(value: object) -> str:
    """Return JSON with a line per plan, which makes diffs readable."""
    if not isinstance(value, list):
        return _text(value)
    return "[\n" + ",\n".join(map(_text, value)) + "\n]" if value else "[]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # no indent, which takes 6 times as long


def _csv(data: Data, _: Words, __: DateChanges) -> Files:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for plan in data["plans"]:
        writer.writerow([_cell(column(plan)) for column in _COLUMNS.values()])
    yield "plans.csv", text.getvalue()


def _cell(value: object) -> object:
    """Return a value that spreadsheets do not evaluate."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _badges(data: Data, words: Words, _: DateChanges) -> Files:
    yield from badges(data, words)


def _feed(data: Data, words: Words, date_changes: DateChanges) -> Files:
    if data["url"]:  # its entries need absolute URLs
        yield "plans.atom", feed(data, words, date_changes(dated_pages(data)))


def _calendar(data: Data, words: Words, _: DateChanges) -> Files:
    yield "plans.ics", calendar_file(data, words)


EXPORTS: Mapping[str, Callable[[Data, Words, DateChanges], Files]] = {
    "json": _json,
    "csv": _csv,
    "badges": _badges,
    "feed": _feed,
    "calendar": _calendar,
}
"""The exporters by name."""


def export_files(
    data: Data, kinds: Collection[str], words: Words, date_changes: DateChanges
) -> Files:
    """Yield the path and text of each file of these kinds.

    Args:
        data: The site's data.
        kinds: The kinds.
        words: The catalogue.
        date_changes: Returns the date changes on some pages.
    """
    for kind, make in EXPORTS.items():
        if kind in kinds:
            for path, text in make(data, words, date_changes):
                yield path, without_controls(text)
