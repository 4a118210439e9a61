"""A finished page to what can be checked on it: ids, boxes, widgets and links of ours."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS = _HEADINGS | {"li", "tr"}
# A theme's own boxes stand in these: they open and close its navigation. A quote's are nobody's.
_ASIDE = frozenset(("aside", "blockquote", "footer", "form", "header", "nav"))
_ITEM = "task-list-item"
_WIDGET = "data-plan-widget"


def _value(tag: Tag, attribute: str) -> str:
    """The value of an attribute, or nothing."""
    return str(tag.get(attribute) or "")


def _plain(text: str) -> str:
    return " ".join(text.split())


class Element:
    """An element in a widget."""

    __slots__ = ("_tag",)

    def __init__(self, tag: Tag) -> None:
        self._tag = tag

    def __getitem__(self, attribute: str) -> str:
        """The value of an attribute, or nothing."""
        return _value(self._tag, attribute)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and other._tag is self._tag

    def __hash__(self) -> int:
        return id(self._tag)

    @property
    def tag(self) -> str:
        """Its name."""
        return self._tag.name

    @property
    def attributes(self) -> Collection[str]:
        """The names of its attributes."""
        return self._tag.attrs.keys()

    @property
    def children(self) -> Iterator[Element]:
        """The elements in it that are in no other one, in order."""
        return (Element(part) for part in self._tag.children if isinstance(part, Tag))

    def has(self, tag: str = "", cls: str = "", attribute: str = "") -> bool:
        """Whether it is such an element."""
        return (
            (not tag or self.tag == tag)
            and (not cls or cls in self["class"].split())
            and (not attribute or self._tag.has_attr(attribute))
        )

    def find(self, tag: str = "", cls: str = "", attribute: str = "") -> Iterator[Element]:
        """All such elements within, in order."""
        for found in self._tag.find_all(tag or True):
            element = Element(found)
            if element.has(tag, cls, attribute):
                yield element

    def first(self, tag: str = "", cls: str = "", attribute: str = "") -> Element | None:
        """The first such element within."""
        return next(self.find(tag, cls, attribute), None)

    @property
    def text(self) -> str:
        """What is read in it, with single spaces."""
        return _plain(self._tag.get_text())


@dataclass(frozen=True, slots=True)
class Box:
    """A box that an author wrote: the id, text and state of its item, heading or row.

    `text` is what is read beside it, without that of items nested in its own. `around` are the
    ids of the tasks that it is nested in, `sections` those of the headings that it stands
    under, the outermost first. `is_item` tells a box that a list item begins with.
    """

    id: str
    state: str
    is_item: bool
    around: tuple[str, ...]
    sections: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget with its name, and the id of the heading that it stands in."""

    name: str
    root: Element
    heading: str


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to check on a page.

    `links` are the addresses of our links outside of widgets.
    """

    path: str
    ids: Counter[str]
    boxes: list[Box]
    widgets: list[Widget]
    links: list[str]

    def widget(self, name: str) -> Element | None:
        """The first widget of this name."""
        return next((widget.root for widget in self.widgets if widget.name == name), None)


def read_page(path: str, html: str) -> Page:
    """Read the HTML of a page; `path` is its file's in the site."""
    reader = _Reader(path)
    reader.read(_parse(html))
    return reader.page


def _parse(html: str) -> BeautifulSoup:
    """A page as browsers see it: where an attribute stands twice, the first counts."""
    with warnings.catch_warnings():
        # A page may be written as XML is, or hold no more than what could be an address.
        warnings.simplefilter("ignore", UserWarning)
        return BeautifulSoup(
            html,
            "html.parser",
            multi_valued_attributes=None,
            on_duplicate_attribute="ignore",
        )


class _Reader:
    """Goes through a page once; widgets are not looked into."""

    def __init__(self, path: str) -> None:
        self.page = Page(path, Counter(), [], [], [])
        self._boxed: set[Element] = set()
        self._sections: list[tuple[str, str]] = []

    def read(self, soup: Tag) -> None:
        """Take what is ours, and what the author wrote for us to count."""
        # No recursion: a page that leaves its elements open is nested as deep as it is long.
        waiting = [(part, False) for part in reversed(soup.contents)]
        while waiting:
            tag, aside = waiting.pop()
            if not isinstance(tag, Tag):
                continue
            if identity := _value(tag, "id"):
                self.page.ids[identity] += 1
            if tag.has_attr(_WIDGET):
                self._add_widget(tag)
                continue
            self._take(tag, aside)
            is_aside = aside or tag.name in _ASIDE
            waiting += [(part, is_aside) for part in reversed(tag.contents)]

    def _take(self, tag: Tag, aside: bool) -> None:
        if tag.name in _HEADINGS and (identity := _value(tag, "id")):
            while self._sections and self._sections[-1][0] >= tag.name:
                self._sections.pop()
            self._sections.append((tag.name, identity))
        elif tag.name == "input" and _value(tag, "type") == "checkbox":
            self._add_box(tag, "done" if tag.has_attr("checked") else "open", {"li"}, aside)
        elif tag.has_attr("data-plan-extra"):
            self._add_box(tag, _value(tag, "data-state"), _HOLDERS, aside)
        elif tag.has_attr("data-plan-link") or _value(tag, "class") == "plan-task-link":
            self.page.links.append(_value(tag, "href"))

    def _add_widget(self, tag: Tag) -> None:
        heading = tag.find_parent(_HEADINGS)
        name = _value(tag, _WIDGET)
        self.page.widgets.append(
            Widget(name, Element(tag), _value(heading, "id") if heading else "")
        )
        for inner in tag.find_all(id=True):
            self.page.ids[_value(inner, "id")] += 1

    def _add_box(self, tag: Tag, state: str, tags: Container[str], aside: bool) -> None:
        holder = tag.find_parent(_HOLDERS)
        if aside or not holder or holder.name not in tags or Element(holder) in self._boxed:
            return
        around = [found for found in holder.parents if Element(found) in self._boxed]
        self._boxed.add(Element(holder))
        self.page.boxes.append(
            Box(
                _value(holder, "id"),
                state,
                _ITEM in _value(holder, "class").split(),
                tuple(_value(found, "id") for found in reversed(around)),
                tuple(section for _, section in self._sections),
                _plain("".join(_texts(holder))),
            )
        )


def _texts(holder: Tag) -> Iterator[str]:
    """The texts of an item, heading or row, but not of those within, nor of widgets."""
    waiting = holder.contents[::-1]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Tag):
            if part.name not in _HOLDERS and not part.has_attr(_WIDGET):
                waiting += reversed(part.contents)
        elif type(part) is NavigableString:  # no comment
            yield part
