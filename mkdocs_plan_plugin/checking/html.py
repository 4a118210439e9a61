"""A finished page to what can be checked on it: ids, boxes, widgets and links of ours.

Only widgets are kept as trees. Most of a page is the theme's, and is passed over once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS = _HEADINGS | {"li", "tr"}
# A theme's own check boxes stand in these: they open and close its navigation.
_ASIDE = frozenset(("aside", "footer", "form", "header", "nav"))
_ITEM = "task-list-item"

Attributes = dict[str, str | None]


class Element:
    """An element in a widget; `parts` are its texts and elements, in order."""

    __slots__ = ("attributes", "parts", "tag")

    def __init__(self, tag: str, attributes: Attributes) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parts: list[Element | str] = []

    def __getitem__(self, attribute: str) -> str:
        """The value of an attribute, or nothing."""
        return self.attributes.get(attribute) or ""

    def has(self, tag: str = "", cls: str = "", attribute: str = "") -> bool:
        """Whether it is such an element."""
        return (
            (not tag or self.tag == tag)
            and (not cls or cls in self["class"].split())
            and (not attribute or attribute in self.attributes)
        )

    def find(self, tag: str = "", cls: str = "", attribute: str = "") -> Iterator[Element]:
        """All such elements within, in order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.has(tag, cls, attribute):
                    yield part
                yield from part.find(tag, cls, attribute)

    def first(self, tag: str = "", cls: str = "", attribute: str = "") -> Element | None:
        """The first such element within."""
        return next(self.find(tag, cls, attribute), None)

    @property
    def text(self) -> str:
        """What is read in it, with single spaces."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


@dataclass(slots=True)
class Box:
    """A box that an author wrote: the id, text and state of its item, heading or row.

    `around` are the ids of the tasks that it is nested in, `sections` those of the headings that
    it stands under, the outermost first. `is_item` tells a box that a list item begins with.
    """

    id: str
    state: str
    is_item: bool
    around: tuple[str, ...]
    sections: tuple[str, ...]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read beside it, with single spaces."""
        return " ".join("".join(self.texts).split())


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
    parser = _Parser(path)
    parser.feed(html)
    parser.close()
    return parser.page


class _Open:
    """An element that has begun: the widget's element that it is, if any, and the box in it."""

    __slots__ = ("attributes", "box", "element", "tag")

    def __init__(self, tag: str, attributes: Attributes, element: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.element = element
        self.box: Box | None = None

    @property
    def id(self) -> str:
        return self.attributes.get("id") or ""


class _Parser(HTMLParser):
    """Goes through a page once."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = Page(path, Counter(), [], [], [])
        self._open: list[_Open] = []
        self._aside = 0
        self._sections: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is ours."""
        attributes = dict(attrs)
        around = self._open[-1].element if self._open else None
        element = None
        if around is not None:
            element = Element(tag, attributes)
            around.parts.append(element)
        elif "data-plan-widget" in attributes:
            element = self._add_widget(tag, attributes)
        else:
            self._outside(tag, attributes)
        if "id" in attributes:
            self.page.ids[attributes["id"] or ""] += 1
        if tag not in _VOID:
            self._open.append(_Open(tag, attributes, element))
            self._aside += tag in _ASIDE

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Close what an SVG closes at once; elsewhere such a slash means nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open[-1].element is not None:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those in it that were left open."""
        at = next((at for at in reversed(range(len(self._open))) if self._open[at].tag == tag), -1)
        if at >= 0:
            self._aside -= sum(found.tag in _ASIDE for found in self._open[at:])
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Keep the texts of widgets and boxes."""
        element = self._open[-1].element if self._open else None
        if element is not None:
            element.parts.append(data)
        elif self.page.boxes and (holder := self._holder()) and holder.box:
            holder.box.texts.append(data)

    def _outside(self, tag: str, attributes: Attributes) -> None:
        if tag in _HEADINGS and attributes.get("id"):
            while self._sections and self._sections[-1][0] >= tag:
                self._sections.pop()
            self._sections.append((tag, attributes["id"] or ""))
        elif tag == "input" and attributes.get("type") == "checkbox":
            self._add_box("done" if "checked" in attributes else "open", ("li",))
        elif "data-plan-extra" in attributes:
            self._add_box(attributes.get("data-state") or "", _HOLDERS)
        elif "data-plan-link" in attributes or attributes.get("class") == "plan-task-link":
            self.page.links.append(attributes.get("href") or "")

    def _add_widget(self, tag: str, attributes: Attributes) -> Element:
        root = Element(tag, attributes)
        heading = next((found.id for found in self._open if found.tag in _HEADINGS), "")
        self.page.widgets.append(Widget(attributes["data-plan-widget"] or "", root, heading))
        return root

    def _add_box(self, state: str, tags: Container[str]) -> None:
        holder = self._holder()
        if not holder or holder.tag not in tags or holder.box or self._aside:
            return
        holder.box = Box(
            holder.id,
            state,
            _ITEM in (holder.attributes.get("class") or "").split(),
            tuple(found.id for found in self._open if found.box),
            tuple(section for _, section in self._sections),
        )
        self.page.boxes.append(holder.box)

    def _holder(self) -> _Open | None:
        """What an open element's box or text belongs to: the nearest item, heading or row."""
        return next((found for found in reversed(self._open) if found.tag in _HOLDERS), None)
