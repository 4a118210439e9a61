"""A feed of the phases that are done and of the dates that were moved (Atom, RFC 4287)."""

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
_MOST = 100
_TIMES = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]\s*\Z")
# What XML can't hold.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class _News(NamedTuple):
    """Something that was finished: its day, title, summary and address."""

    day: str
    title: str
    summary: str
    url: str


def dated_pages(data: Data) -> list[str]:
    """The pages whose dates the feed would tell of: those of plans that have any."""
    plans = (plan for plan in data["plans"] if plan["timeline"] and not plan["archived"])
    return sorted({page for plan in plans for page in _pages(plan)})


def _pages(plan: Data) -> list[str]:
    tasks = (page["path"] for page in plan["pages"] if page["role"] == "tasks")
    return [plan["path"], *tasks]


def feed(data: Data, words: Words, date_changes: Sequence[DateChange]) -> str:
    """The feed, the latest first. An entry's id says what and when, and so is always the same."""
    home = data["url"]
    told = [*_finished(data, words), *_moved(data, date_changes, words)]
    news = sorted(told, key=lambda each: (each.day, each.url, each.title), reverse=True)[:_MOST]
    title = f"{words('feed.title')} · {data['site']}"
    root = etree.Element("feed", {"xmlns": _ATOM})
    _add(root, "title", title)
    _add(root, "id", urljoin(home, "plans.atom"))
    etree.SubElement(root, "link", {"rel": "self", "href": urljoin(home, "plans.atom")})
    etree.SubElement(root, "link", {"href": home})
    _add(root, "updated", _time(news[0].day if news else data["as_of"]))
    _add(etree.SubElement(root, "author"), "name", data["site"])
    for each in news:
        entry = etree.SubElement(root, "entry")
        url = urljoin(home, each.url)
        key = f"{url} {each.title} {each.summary} {each.day}"
        _add(entry, "title", each.title)
        _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, key).urn)
        _add(entry, "updated", _time(each.day))
        etree.SubElement(entry, "link", {"href": url})
        _add(entry, "summary", each.summary)
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _finished(data: Data, words: Words) -> Iterator[_News]:
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
                said = words("feed.done", plan=plan["title"], phase=name)
                yield _News(actual["last"], said, count, phase["url"])


def _moved(data: Data, date_changes: Sequence[DateChange], words: Words) -> Iterator[_News]:
    """Dates of what a plan's timeline shows; others, such as that of a text, are no news."""
    for plan in data["plans"]:
        names = [_bare(row["title"]) or words("legend.deadline") for row in plan["timeline"]]
        own = _pages(plan)
        for move in date_changes:
            name = next((name for name in names if _is_of(name, move.label)), "")
            if name and move.page in own and not plan["archived"]:
                said = words("feed.dates-changed", plan=plan["title"], phase=name)
                change = words("feed.change", before=move.before, after=move.after)
                yield _News(str(move.day), said, change, plan["url"])


def _bare(title: str) -> str:
    """A title without the times behind it, so that an entry is the same one when these change."""
    return _TIMES.sub("", title)


def _is_of(name: str, label: str) -> bool:
    """Whether a line's words are those of a row of the timeline, perhaps with some more."""
    one, other = (" ".join(re.findall(r"\w+", text.casefold())) for text in (name, label))
    return bool(one) and f" {one} " in f" {other} "


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: etree.Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text.translate(_CONTROLS)
