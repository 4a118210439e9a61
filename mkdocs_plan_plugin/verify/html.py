"""A finished page to what can be checked on it: ids, boxes, widgets and links of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS = _HEADINGS | {"li", "tr"}
# A theme's own boxes stand in these: they open and close its navigation.
_ASIDE = frozenset(("aside", "footer", "form", "header", "nav"))
_QUOTES = frozenset(("blockquote",))
# What stands in these is not read as part of a text.
_UNREAD = frozenset(("script", "style", "template"))
_ITEM = "task-list-item"
_WIDGET = "data-plan-widget"

_IDS = etree.XPath("//@id", smart_strings=False)
_TEXT = etree.XPath("string()", smart_strings=False)
# What has none of these is not looked at: most of a page.
_TELLING = frozenset(("id", "type", "href", "data-plan-extra", "data-plan-link"))


def _plain(text: str) -> str:
    return " ".join(text.split())


class Element:
    """An element in a widget."""

    __slots__ = ("_tag",)

    def __init__(self, tag: etree._Element) -> None:
        self._tag = tag

    def __getitem__(self, attribute: str) -> str:
        """The value of an attribute, or nothing."""
        return self._tag.get(attribute, "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and other._tag is self._tag

    def __hash__(self) -> int:
        return hash(self._tag)

    @property
    def tag(self) -> str:
        """Its name."""
        return str(self._tag.tag)

    @property
    def attributes(self) -> Collection[str]:
        """The names of its attributes."""
        return self._tag.keys()

    @property
    def children(self) -> Iterator[Element]:
        """The elements in it that are in no other one, in order."""
        return map(Element, self._tag.iterchildren("*"))

    def has(self, tag: str = "", cls: str = "", attribute: str = "") -> bool:
        """Whether it is such an element."""
        return (
            (not tag or self.tag == tag)
            and (not cls or cls in self["class"].split())
            and (not attribute or attribute in self.attributes)
        )

    def find(self, tag: str = "", cls: str = "", attribute: str = "") -> Iterator[Element]:
        """All such elements within, in order."""
        for found in self._tag.iterdescendants(tag or "*"):
            element = Element(found)
            if element.has("", cls, attribute):
                yield element

    def first(self, tag: str = "", cls: str = "", attribute: str = "") -> Element | None:
        """The first such element within."""
        return next(self.find(tag, cls, attribute), None)

    @property
    def text(self) -> str:
        """What is read in it, with single spaces."""
        return _plain(str(_TEXT(self._tag)))


@dataclass(frozen=True, slots=True)
class Box:
    """A box that an author wrote: the id, text and state of its item, heading or row.

    `text` is what is read beside it, without that of items nested in its own. `around` are the
    ids of the tasks that it is nested in, `sections` those of the headings that it stands
    under, the outermost first. `is_item` tells a box that a list item begins with, unless it is
    quoted: whether what an element that is never closed leaves open is a quote, parsers say
    differently.
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

    `links` are the addresses of our links outside of widgets. A page is not whole if it was
    given up on: so many elements are open at once that the parser stops.
    """

    path: str
    ids: Counter[str]
    boxes: list[Box]
    widgets: list[Widget]
    links: list[str]
    is_whole: bool

    def widget(self, name: str) -> Element | None:
        """The first widget of this name."""
        return next((widget.root for widget in self.widgets if widget.name == name), None)


def read_page(path: str, html: bytes) -> Page:
    """Read the HTML of a page; `path` is its file's in the site."""
    # "Huge" means elements in elements 2048 deep, not 256; browsers show 512.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(html, parser)
    reader = _Reader(path, is_whole=not parser.error_log.filter_from_fatals())
    if root is not None:  # None: a page with nothing on it
        reader.read(root)
    return reader.page


class _Reader:
    """Takes from a page what is ours, and what the author wrote for us to count."""

    def __init__(self, path: str, *, is_whole: bool) -> None:
        self.page = Page(path, Counter(), [], [], [], is_whole)
        # By what they stand in, whose first box is its own.
        self._boxed: dict[etree._Element, Box] = {}
        self._sections: list[tuple[str, str]] = []

    def read(self, root: etree._Element) -> None:
        """Go through a page once, in its order; widgets are not looked into."""
        self.page.ids.update(filter(None, _IDS(root)))
        tags = root.iter("*")
        for tag in tags:
            attributes = tag.keys()
            if _WIDGET in attributes:
                self._add_widget(tag)
                for _ in zip(tag.iterdescendants("*"), tags, strict=False):
                    pass
            elif not _TELLING.isdisjoint(attributes):
                self._take(tag, attributes)

    def _add_widget(self, tag: etree._Element) -> None:
        heading = next(tag.iterancestors(*_HEADINGS), None)
        self.page.widgets.append(Widget(tag.get(_WIDGET, ""), Element(tag), _id(heading)))

    def _take(self, tag: etree._Element, attributes: Collection[str]) -> None:
        name = tag.tag
        if name in _HEADINGS and tag.get("id"):
            while self._sections and self._sections[-1][0] >= name:
                self._sections.pop()
            self._sections.append((name, _id(tag)))
        elif name == "input" and tag.get("type") == "checkbox":
            self._add_box(tag, "done" if "checked" in attributes else "open", ("li", "tr"))
        elif "data-plan-extra" in attributes:
            self._add_box(tag, tag.get("data-state", ""), _HOLDERS)
        elif "data-plan-link" in attributes or tag.get("class") == "plan-task-link":
            self.page.links.append(tag.get("href", ""))

    def _add_box(self, tag: etree._Element, state: str, tags: Collection[str]) -> None:
        holder = next(tag.iterancestors(*tags), None)
        if holder is None or holder in self._boxed or _is_in(tag, _ASIDE):
            return
        outer = next(filter(self._boxed.get, holder.iterancestors(*_HOLDERS)), None)
        around = self._boxed[outer] if outer is not None else None
        box = Box(
            _id(holder),
            holder.get("data-plan-state", state),
            _ITEM in holder.get("class", "").split() and not _is_quoted(tag),
            (*around.around, around.id) if around else (),
            tuple(section for _, section in self._sections),
            _plain("".join(_texts(holder))),
        )
        self._boxed[holder] = box
        self.page.boxes.append(box)


def _id(tag: etree._Element | None) -> str:
    return "" if tag is None else tag.get("id", "")


def _is_quoted(tag: etree._Element) -> bool:
    return tag.get("data-plan-quoted") is not None or _is_in(tag, _QUOTES)


def _is_in(tag: etree._Element, names: Collection[str]) -> bool:
    return next(tag.iterancestors(*names), None) is not None


def _texts(holder: etree._Element) -> Iterator[str]:
    """The texts of an item, heading or row, but not of those within, nor of widgets."""
    yield holder.text or ""
    # No recursion: a page that leaves its elements open is nested as deep as it is long.
    waiting: list[etree._Element | str] = [*reversed(holder)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        waiting.append(part.tail or "")
        if _is_read(part):
            yield part.text or ""
            waiting += reversed(part)


def _is_read(part: etree._Element) -> bool:
    """Whether it is part of the text around it. A comment's tag is no name."""
    name = part.tag
    return (
        isinstance(name, str)
        and name not in _HOLDERS
        and name not in _UNREAD
        and _WIDGET not in part.attrib
    )
