"""A feed of the phases that are done (Atom, RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs_plan_plugin.exporting.site_data import Data
from mkdocs_plan_plugin.rendering.words import Words

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100
# What XML can't hold.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class _News(NamedTuple):
    """Something that was finished: its day, title, summary and address."""

    day: str
    title: str
    summary: str
    url: str


def feed(data: Data, words: Words) -> str:
    """The feed, the latest first. An entry's id says what and when, and so is always the same."""
    home = data["url"]
    news = sorted(_news(data, words), key=lambda each: (each.day, each.url), reverse=True)[:_MOST]
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
        key = f"{url} {each.title} {each.day}"
        _add(entry, "title", each.title)
        _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, key).urn)
        _add(entry, "updated", _time(each.day))
        etree.SubElement(entry, "link", {"href": url})
        _add(entry, "summary", each.summary)
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _news(data: Data, words: Words) -> Iterator[_News]:
    for plan in data["plans"]:
        if plan["archived"]:
            continue
        for phase in plan["phases"]:
            progress, actual = phase["progress"], phase["actual"]
            if actual and progress["done"] == progress["total"]:
                name = phase["title"] or words("other-tasks")
                count = words(
                    "count.short", progress["total"], done=progress["done"], total=progress["total"]
                )
                said = words("feed.done", plan=plan["title"], phase=name)
                yield _News(actual["last"], said, count, phase["url"])


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: etree.Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text.translate(_CONTROLS)
