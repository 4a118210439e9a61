"""Fast rendering of plain text with code spans and emphasis, such as most tasks.

Python-Markdown tries every pattern on every text, which takes most of its time on a page of tasks.
A text without any character that a pattern needs stays as it is, so the patterns are skipped. Code
spans are still rendered by the site's own processor.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from mkdocs_plan_plugin.hosts.markdown.idle_processors import skip_idle

_HOLDERS = frozenset(("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"))
_CODE, _EMPHASIS = "backtick", "em_strong"
_WORDS = r"[^\W_][^*_`<>&!\[\]\\$^=~:+]*(?<![\W_])"
# A code span between single backticks, or bold or italic words without special characters.
# Lookbehinds come after the character that they apply to, which is five times as fast.
_SPAN = re.compile(
    rf"(`(?<!``)[^`]+`(?!`)"
    rf"|\*(?<![\w*]\*)(?:{_WORDS}\*|\*{_WORDS}(?::(?=\*\*))?\*\*)(?![\w*]))"
)
# Code that no extension reads as a language name, and that needs no escaping.
_CODE_TEXT = re.compile(r"`\s*+(?![:#])([^`&<>\x02]*[^`&<>\x02\s])\s*`")
# An escaped character, before and after the host has replaced it.
_ESCAPED = re.compile(r"\\|\x02\d")
_PROBE = "`x y`"
# `[P]`, `[US1]`: a link only if the page defines the reference.
_LABEL = re.compile(r"\[([\w ?/.-]+)\](?![(\[:])")
# Processors that produce plain `<strong>` and `<em>`: Python-Markdown's own, by version.
_PLAIN_EMPHASIS = (
    "markdown.inlinepatterns.AsteriskProcessor",
    "markdown.inlinepatterns.DelimiterProcessor",
)
# The characters of which a pattern needs at least one to match, by its class.
_CHARACTERS = {
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
    """Marks plain texts as atomic, so that patterns skip them; `Released` undoes that."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.atomic_texts: list[etree.Element] = []
        self.atomic_tails: list[etree.Element] = []
        self._inline = skip_idle(md, "inline")
        self._attributes = skip_idle(md, "attr_list")
        self._unescape = skip_idle(md, "unescape")

    def run(self, root: etree.Element) -> None:
        """Process the page, unless the site has a pattern that could match any text."""
        special = _special_characters(self.md)
        if not special:
            return
        whole = "".join(root.itertext())
        if self._attributes and "{" not in whole:
            self._attributes.idle = root
        if self._unescape and not _ESCAPED.search(whole):
            self._unescape.idle = root
        spans = self._span_maker()
        has_rest = False
        for element in list(root.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString) and not text.isspace():
                is_plain = element.tag in _HOLDERS and self._make_atomic(
                    element, text, special, spans
                )
                has_rest = has_rest or not is_plain
            if element.tail and not element.tail.isspace():
                has_rest = True
        if self._inline and not has_rest:
            self._inline.idle = root

    def _make_atomic(
        self,
        element: etree.Element,
        text: str,
        special: re.Pattern[str],
        spans: SpanMaker | None,
    ) -> bool:
        """Make a text atomic if it is plain apart from spans, and return whether it is."""
        if "`" not in text and "*" not in text:
            if special.search(self._without_labels(text)):
                return False
            self._set_atomic(element, text)
            return True
        if not spans:
            return False
        parts = _SPAN.split(text)
        outside = "".join(parts[::2])
        if "`" in outside or special.search(self._without_labels(outside)):
            return False
        return self._put_spans(element, text, parts, spans)

    def _span_maker(self) -> SpanMaker | None:
        code, emphasis = self._pattern(_CODE), self._pattern(_EMPHASIS)
        return SpanMaker(self.md, code, emphasis) if code and emphasis else None

    def _pattern(self, name: str) -> InlineProcessor | None:
        patterns = self.md.inlinePatterns
        found = patterns[name] if name in patterns else None  # noqa: SIM401 (it has no get)
        return found if isinstance(found, InlineProcessor) else None

    def _without_labels(self, text: str) -> str:
        if "[" not in text:
            return text
        links = self.md.references
        return _LABEL.sub(lambda label: label[0] if label[1].strip().lower() in links else "", text)

    def _set_atomic(self, element: etree.Element, text: str) -> None:
        element.text = AtomicString(text)
        self.atomic_texts.append(element)

    def _put_spans(
        self, element: etree.Element, text: str, parts: Sequence[str], spans: SpanMaker
    ) -> bool:
        """Replace a text by its plain parts and spans, which alternate in `parts`.

        Return False, and change nothing, if the host would render one of them differently.
        """
        made: list[etree.Element] = []
        at = len(parts[0])
        for span, after in zip(parts[1::2], parts[2::2], strict=True):
            node = spans.make(span, text, at)
            if node is None:
                return False  # leave the text to the host
            if after:
                node.tail = AtomicString(after)
                self.atomic_tails.append(node)
            made.append(node)
            at += len(span) + len(after)
        self._set_atomic(element, parts[0])
        for number, node in enumerate(made):
            if node.text and not isinstance(node.text, AtomicString):
                self._set_atomic(node, node.text)
            element.insert(number, node)
        return True


class Released(Treeprocessor):
    """Turns atomic texts back into ordinary ones, for the processors that follow."""

    def __init__(self, md: Markdown, plain: PlainText) -> None:
        super().__init__(md)
        self._plain = plain

    def run(self, root: etree.Element) -> None:  # noqa: ARG002
        """Restore the texts and tails."""
        for element in self._plain.atomic_texts:
            element.text = str(element.text or "") or None
        for element in self._plain.atomic_tails:
            element.tail = str(element.tail or "") or None


class SpanMaker:
    """Creates the elements of code spans and emphasis, as the site's processors would.

    Args:
        md: The host.
        code: The site's processor for code spans.
        emphasis: The site's processor for emphasis.
    """

    def __init__(self, md: Markdown, code: InlineProcessor, emphasis: InlineProcessor) -> None:
        self._code = code
        self._emphasis = emphasis
        self._has_plain_emphasis = _name_of(emphasis) in _PLAIN_EMPHASIS
        self._has_plain_code = _makes_plain_code(md, code)

    def make(self, span: str, text: str, at: int) -> etree.Element | None:
        """Return the element of the span at an offset of a text, or None if it is not a span."""
        if span[0] != "`":
            if self._has_plain_emphasis:
                return _emphasised(span)  # takes a tenth of the time
            return _handled(self._emphasis, text, at, len(span))
        if self._has_plain_code and (found := _CODE_TEXT.fullmatch(span)):
            node = etree.Element("code")
            node.text = AtomicString(found[1])
            return node
        return _handled(self._code, text, at, len(span))


def _makes_plain_code(md: Markdown, code: InlineProcessor) -> bool:
    """Return whether the site renders code spans verbatim, without highlighting."""
    found = _handled(code, _PROBE, 0, len(_PROBE))
    if found is None or found.tag != "code" or found.attrib:
        return False
    stashed = HTML_PLACEHOLDER_RE.fullmatch(found.text or "")
    return _PROBE[1:-1] == (md.htmlStash.rawHtmlBlocks[int(stashed[1])] if stashed else found.text)


def _handled(pattern: InlineProcessor, text: str, at: int, length: int) -> etree.Element | None:
    """Return a processor's element for a span, if it is for the whole span and has no children."""
    match = pattern.compiled_re.match(text, at)
    node, start, end = pattern.handleMatch(match, text) if match else (None, None, None)
    is_whole = (start, end) == (at, at + length)
    if not is_whole or node is None or isinstance(node, str) or len(node):
        return None
    return node


def _emphasised(written: str) -> etree.Element:
    is_bold = written.startswith("**")
    node = etree.Element("strong" if is_bold else "em")
    node.text = written[2:-2] if is_bold else written[1:-1]
    return node


def _name_of(pattern: object) -> str:
    return f"{type(pattern).__module__}.{type(pattern).__qualname__}"


def _special_characters(md: Markdown) -> re.Pattern[str] | None:
    """Return a pattern for the characters that no plain text has; None if a pattern is unknown."""
    found: set[str] = set()
    for pattern in md.inlinePatterns:
        special = _CHARACTERS.get(_name_of(pattern))
        if special is None:
            return None
        found.update(special)
    found.discard("`")
    return re.compile(f"[{re.escape(''.join(sorted(found)))}]")
