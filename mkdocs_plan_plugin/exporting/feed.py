"""Export a feed of completed phases and changed dates (Atom, RFC 4287)."""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs_plan_plugin.exporting.site_data import Data
from mkdocs_plan_plugin.history import DateChange
from mkdocs_plan_plugin.rendering import Words

_ATOM = "http://www.w3.org/2005/Atom"
_DEADLINE = "deadline"
"""The name of this row, which is the key of its date in front matter."""
_MOST = 100
_TIMES = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]\s*\Z")


class _FeedEntry(NamedTuple):
    """A completed phase or a changed date; `facts` say what happened in no language."""

    day: str
    title: str
    summary: str
    url: str
    facts: tuple[object, ...]


def dated_pages(data: Data) -> list[str]:
    """Return the pages whose date changes the feed shows: those of plans with dates."""
    plans = (plan for plan in data["plans"] if plan["timeline"] and not plan["archived"])
    return sorted({page for plan in plans for page in _pages(plan)})


def _pages(plan: Data) -> list[str]:
    tasks = (page["path"] for page in plan["pages"] if page["role"] == "tasks")
    return [plan["path"], *tasks]


def feed(data: Data, words: Words, date_changes: Sequence[DateChange]) -> str:
    """Return the feed, latest entry first.

    Ids derive from facts and day, so they are stable: other words are no news.
    """
    home = data["url"]
    found = [*_finished(data, words), *_rescheduled(data, date_changes, words)]
    entries = sorted(found, key=lambda each: (each.day, each.url, each.title), reverse=True)[:_MOST]
    title = f"{words('feed.title')} · {data['site']}"
    root = etree.Element("feed", {"xmlns": _ATOM})
    _add(root, "title", title)
    _add(root, "id", urljoin(home, "plans.atom"))
    etree.SubElement(root, "link", {"rel": "self", "href": urljoin(home, "plans.atom")})
    etree.SubElement(root, "link", {"href": home})
    _add(root, "updated", _time(entries[0].day if entries else data["as_of"]))
    _add(etree.SubElement(root, "author"), "name", data["site"])
    for each in entries:
        entry = etree.SubElement(root, "entry")
        url = urljoin(home, each.url)
        key = " ".join(map(str, (url, *each.facts, each.day)))
        _add(entry, "title", each.title)
        _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, key).urn)
        _add(entry, "updated", _time(each.day))
        etree.SubElement(entry, "link", {"href": url})
        _add(entry, "summary", each.summary)
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _finished(data: Data, words: Words) -> Iterator[_FeedEntry]:
    for plan in data["plans"]:
        if plan["archived"]:
            continue
        for phase in plan["phases"]:
            progress, actual = phase["progress"], phase["actual"]
            if actual and progress["done"] == progress["total"]:
                name = _bare(phase["title"]) or words("other-tasks")
                count = words(
                    "count.short", progress["total"], done=progress["done"], total=progress["total"]
                )
                title = words("feed.done", plan=plan["title"], phase=name)
                facts = "completed", plan["title"], name, progress["done"], progress["total"]
                yield _FeedEntry(actual["last"], title, count, phase["url"], facts)


def _rescheduled(
    data: Data, date_changes: Sequence[DateChange], words: Words
) -> Iterator[_FeedEntry]:
    """Yield changes of dates that a plan's timeline shows; other dates are ignored."""
    for plan in data["plans"]:
        names = [_bare(row["title"]) or _DEADLINE for row in plan["timeline"]]
        own = _pages(plan)
        for change in date_changes:
            name = next((name for name in names if _matches(name, change.label)), "")
            if name and change.page in own and not plan["archived"]:
                shown = words("legend.deadline") if name == _DEADLINE else name
                title = words("feed.dates-changed", plan=plan["title"], phase=shown)
                summary = words("feed.change", before=change.before, after=change.after)
                facts = "rescheduled", plan["title"], name, change.before, change.after
                yield _FeedEntry(str(change.day), title, summary, plan["url"], facts)


def _bare(title: str) -> str:
    """Strip the times after a title, so that an entry keeps its id when they change."""
    return _TIMES.sub("", title)


def _matches(name: str, label: str) -> bool:
    """Whether a line's label contains the name of a row of the timeline."""
    one, other = (" ".join(re.findall(r"\w+", text.casefold())) for text in (name, label))
    return bool(one) and f" {one} " in f" {other} "


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: etree.Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text
