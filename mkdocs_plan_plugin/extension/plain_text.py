"""Plain text with code spans, as most tasks are: no inline pattern need be tried on it.

Python-Markdown tries every pattern on every text, which is most of what it does on a page of
tasks. A text without any sign that a pattern could begin with is what it will be; code spans are
made by the site's own processor, which is the first to be asked anyway.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_HOLDERS = frozenset(("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"))
_CODE = "backtick"
# A code span between single signs, with no other sign beside it.
_SPAN = re.compile(r"(?<!`)`[^`]+`(?!`)")
# The signs without which a pattern cannot match, by its class.
_SIGNS = {
    "markdown.inlinepatterns.AsteriskProcessor": "*",
    "markdown.inlinepatterns.AutolinkInlineProcessor": "<",
    "markdown.inlinepatterns.AutomailInlineProcessor": "<",
    "markdown.inlinepatterns.BacktickInlineProcessor": "`",
    "markdown.inlinepatterns.DelimiterProcessor": "*_",
    "markdown.inlinepatterns.EscapeInlineProcessor": "\\",
    "markdown.inlinepatterns.HtmlInlineProcessor": "<&",
    "markdown.inlinepatterns.ImageInlineProcessor": "!",
    "markdown.inlinepatterns.ImageReferenceInlineProcessor": "!",
    "markdown.inlinepatterns.LinkInlineProcessor": "[",
    "markdown.inlinepatterns.ReferenceInlineProcessor": "[",
    "markdown.inlinepatterns.ShortImageReferenceInlineProcessor": "!",
    "markdown.inlinepatterns.ShortReferenceInlineProcessor": "[",
    "markdown.inlinepatterns.SimpleTextInlineProcessor": "*_",
    "markdown.inlinepatterns.SubstituteTagInlineProcessor": "\n",
    "markdown.inlinepatterns.UnderscoreProcessor": "_",
    "markdown.extensions.footnotes.FootnoteInlineProcessor": "[",
    "markdown.extensions.wikilinks.WikiLinksInlineProcessor": "[",
    "pymdownx.arithmatex.InlineArithmatexPattern": "$\\",
    "pymdownx.delimiterprocessor.DelimiterProcessor": "^=~*_",
    "pymdownx.emoji.EmojiPattern": ":",
    "pymdownx.inlinehilite.InlineHilitePattern": "`",
    "pymdownx.keys.KeysPattern": "+",
    "pymdownx.progressbar.ProgressBarPattern": "[",
}


class PlainText(Treeprocessor):
    """Keeps the patterns away from plain texts; `Released` gives them back."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.kept: list[etree.Element] = []

    def run(self, root: etree.Element) -> None:
        """Go through the page, unless a pattern is at work that might want any text."""
        signs = _signs(self.md)
        if not signs:
            return
        code = self.md.inlinePatterns[_CODE] if _CODE in self.md.inlinePatterns else None  # noqa: SIM401
        for element in list(root.iter()):
            text = element.text
            if element.tag not in _HOLDERS or not text or isinstance(text, AtomicString):
                continue
            if "`" not in text:
                if not signs.search(text):
                    self._keep(element, text)
            elif isinstance(code, InlineProcessor) and _is_plain(_SPAN.sub("", text), signs):
                self._make_code(element, text, code)

    def _keep(self, element: etree.Element, text: str) -> None:
        element.text = AtomicString(text)
        self.kept.append(element)

    def _make_code(self, element: etree.Element, text: str, code: InlineProcessor) -> None:
        """Make the code spans of a text, each with what follows it."""
        made: list[etree.Element] = []
        at = 0
        for match in _SPAN.finditer(text):
            begun = code.compiled_re.match(text, match.start())
            node, start, end = code.handleMatch(begun, text) if begun else (None, None, None)
            is_whole = (start, end) == match.span()
            if not is_whole or node is None or isinstance(node, str) or len(node):
                return  # not what it looks like: leave all to the host
            _follow(made, text[at : match.start()])
            made.append(node)
            at = match.end()
        _follow(made, text[at:])
        self._keep(element, text[: text.index("`")])
        for number, node in enumerate(made):
            if node.text and not isinstance(node.text, AtomicString):
                self._keep(node, node.text)
            element.insert(number, node)


class Released(Treeprocessor):
    """Makes ordinary text of what was kept from the patterns, for whoever looks at it next."""

    def __init__(self, md: Markdown, plain: PlainText) -> None:
        super().__init__(md)
        self._plain = plain

    def run(self, root: etree.Element) -> None:  # noqa: ARG002
        """Go through what was kept."""
        for element in self._plain.kept:
            element.text = str(element.text or "") or None


def _follow(made: list[etree.Element], text: str) -> None:
    if made and text:
        made[-1].tail = text


def _is_plain(outside: str, signs: re.Pattern[str]) -> bool:
    return "`" not in outside and not signs.search(outside)


def _signs(md: Markdown) -> re.Pattern[str] | None:
    """What no plain text holds; None where a pattern is not known."""
    found: set[str] = set()
    for pattern in md.inlinePatterns:
        kind = type(pattern)
        signs = _SIGNS.get(f"{kind.__module__}.{kind.__qualname__}")
        if signs is None:
            return None
        found.update(signs)
    found.discard("`")
    return re.compile(f"[{re.escape(''.join(sorted(found)))}]")
