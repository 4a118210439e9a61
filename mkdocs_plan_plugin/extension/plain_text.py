"""Plain text with code spans and bold words, as most tasks are: no other pattern is tried on it.

Python-Markdown tries every pattern on every text, which is most of what it does on a page of
tasks. A text without any sign that a pattern could begin with is what it will be; code spans and
bold words are made by the site's own processors.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_HOLDERS = frozenset(("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"))
_CODE, _BOLD = "backtick", "em_strong"
# A code span between single signs, with no other sign beside it, or bold words without any sign.
_SPAN = re.compile(
    r"(?<!`)`[^`]+`(?!`)|(?<![*\w])\*\*(?=[^\W_])[^*_`<>&!\[\]\\$^=~:+]+(?<=[^\W_])(?::(?=\*\*))?\*\*(?![*\w])"
)
# `[P]`, `[US1]`: a link only where the page defines it.
_LABEL = re.compile(r"\[([\w ?/.-]+)\](?![(\[:])")
# What makes `<strong>` of bold words and no more: Python-Markdown's own, by the names it had.
_USUAL_BOLD = (
    "markdown.inlinepatterns.AsteriskProcessor",
    "markdown.inlinepatterns.DelimiterProcessor",
)
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
        code, bold = self._pattern(_CODE), self._pattern(_BOLD)
        for element in list(root.iter()):
            text = element.text
            if element.tag not in _HOLDERS or not text or isinstance(text, AtomicString):
                continue
            if "`" not in text and "**" not in text:
                if not signs.search(self._without_labels(text)):
                    self._keep(element, text)
            elif code and bold and self._is_plain(_SPAN.sub("", text), signs):
                self._make_spans(element, text, code, bold)

    def _pattern(self, name: str) -> InlineProcessor | None:
        patterns = self.md.inlinePatterns
        found = patterns[name] if name in patterns else None  # noqa: SIM401 (it has no get)
        return found if isinstance(found, InlineProcessor) else None

    def _is_plain(self, outside: str, signs: re.Pattern[str]) -> bool:
        return "`" not in outside and not signs.search(self._without_labels(outside))

    def _without_labels(self, text: str) -> str:
        if "[" not in text:
            return text
        links = self.md.references
        return _LABEL.sub(lambda label: label[0] if label[1].strip().lower() in links else "", text)

    def _keep(self, element: etree.Element, text: str) -> None:
        element.text = AtomicString(text)
        self.kept.append(element)

    def _make_spans(
        self, element: etree.Element, text: str, code: InlineProcessor, bold: InlineProcessor
    ) -> None:
        """Make the code spans and bold words of a text, each with what follows it."""
        made: list[etree.Element] = []
        is_usual = _name_of(bold) in _USUAL_BOLD
        at = first = 0
        for match in _SPAN.finditer(text):
            first = first if made else match.start()
            is_code = text[match.start()] == "`"
            if not is_code and is_usual:
                node = etree.Element("strong")  # as it would do, in a tenth of the time
                node.text = match[0][2:-2]
            else:
                found = _handled(code if is_code else bold, match, text)
                if found is None:
                    return  # not what it looks like: leave all to the host
                node = found
            _follow(made, text[at : match.start()])
            made.append(node)
            at = match.end()
        _follow(made, text[at:])
        self._keep(element, text[:first])
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


def _handled(pattern: InlineProcessor, match: re.Match[str], text: str) -> etree.Element | None:
    """What a processor of the site makes of a span, if it takes it whole and puts nothing in."""
    begun = pattern.compiled_re.match(text, match.start())
    node, start, end = pattern.handleMatch(begun, text) if begun else (None, None, None)
    is_whole = (start, end) == match.span()
    if not is_whole or node is None or isinstance(node, str) or len(node):
        return None
    return node


def _follow(made: list[etree.Element], text: str) -> None:
    if made and text:
        made[-1].tail = text


def _name_of(pattern: object) -> str:
    return f"{type(pattern).__module__}.{type(pattern).__qualname__}"


def _signs(md: Markdown) -> re.Pattern[str] | None:
    """What no plain text holds; None where a pattern is not known."""
    found: set[str] = set()
    for pattern in md.inlinePatterns:
        signs = _SIGNS.get(_name_of(pattern))
        if signs is None:
            return None
        found.update(signs)
    found.discard("`")
    return re.compile(f"[{re.escape(''.join(sorted(found)))}]")
