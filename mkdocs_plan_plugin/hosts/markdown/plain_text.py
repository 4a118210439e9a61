"""Plain text with code spans and emphasis, as most tasks are: no other pattern is tried on it.

Python-Markdown tries every pattern on every text, which is most of what it does on a page of
tasks. A text without any sign that a pattern could begin with is what it will be; code spans
are made by the site's own processor.
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
# A code span between single signs, with no other sign beside it, or bold or slanted words without
# any sign. It begins with what it looks for, not behind it, which is five times as fast.
_SPAN = re.compile(
    rf"(`(?<!``)[^`]+`(?!`)"
    rf"|\*(?<![\w*]\*)(?:{_WORDS}\*|\*{_WORDS}(?::(?=\*\*))?\*\*)(?![\w*]))"
)
# What no extension takes for the name of a language, and nothing has to be escaped in.
_CODE_TEXT = re.compile(r"`\s*+(?![:#])([^`&<>\x02]*[^`&<>\x02\s])\s*`")
# What the host makes of an escaped sign, and such a sign before that.
_ESCAPED = re.compile(r"\\|\x02\d")
_PROBE = "`x y`"
# `[P]`, `[US1]`: a link only where the page defines it.
_LABEL = re.compile(r"\[([\w ?/.-]+)\](?![(\[:])")
# What makes `<strong>` and `<em>` of them and no more: Python-Markdown's own, as it was named.
_USUAL_EMPHASIS = (
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
        self.kept: list[etree.Element] = []  # whose text is kept
        self.followed: list[etree.Element] = []  # whose tail is
        self._inline = skip_idle(md, "inline")
        self._attributes = skip_idle(md, "attr_list")
        self._unescape = skip_idle(md, "unescape")

    def run(self, root: etree.Element) -> None:
        """Go through the page, unless a pattern is at work that might want any text."""
        signs = _signs(self.md)
        if not signs:
            return
        whole = "".join(root.itertext())
        if self._attributes and "{" not in whole:
            self._attributes.idle = root
        if self._unescape and not _ESCAPED.search(whole):
            self._unescape.idle = root
        spans = self._span_maker()
        is_left = False
        for element in list(root.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString) and not text.isspace():
                is_kept = element.tag in _HOLDERS and self._is_kept(element, text, signs, spans)
                is_left = is_left or not is_kept
            if element.tail and not element.tail.isspace():
                is_left = True
        if self._inline and not is_left:
            self._inline.idle = root

    def _is_kept(
        self,
        element: etree.Element,
        text: str,
        signs: re.Pattern[str],
        spans: SpanMaker | None,
    ) -> bool:
        """Whether a text is plain but for spans; it then has been kept."""
        if "`" not in text and "*" not in text:
            if signs.search(self._without_labels(text)):
                return False
            self._keep(element, text)
            return True
        if not spans:
            return False
        parts = _SPAN.split(text)
        outside = "".join(parts[::2])
        if "`" in outside or signs.search(self._without_labels(outside)):
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

    def _keep(self, element: etree.Element, text: str) -> None:
        element.text = AtomicString(text)
        self.kept.append(element)

    def _put_spans(
        self, element: etree.Element, text: str, parts: Sequence[str], spans: SpanMaker
    ) -> bool:
        """Put the code spans and emphasised words of a text into it, every second of its parts.

        Return whether all were what they look like.
        """
        made: list[etree.Element] = []
        at = len(parts[0])
        for span, after in zip(parts[1::2], parts[2::2], strict=True):
            node = spans.make(span, text, at)
            if node is None:
                return False  # leave all to the host
            if after:
                node.tail = AtomicString(after)
                self.followed.append(node)
            made.append(node)
            at += len(span) + len(after)
        self._keep(element, parts[0])
        for number, node in enumerate(made):
            if node.text and not isinstance(node.text, AtomicString):
                self._keep(node, node.text)
            element.insert(number, node)
        return True


class Released(Treeprocessor):
    """Makes ordinary text of what was kept from the patterns, for whoever looks at it next."""

    def __init__(self, md: Markdown, plain: PlainText) -> None:
        super().__init__(md)
        self._plain = plain

    def run(self, root: etree.Element) -> None:  # noqa: ARG002
        """Go through what was kept."""
        for element in self._plain.kept:
            element.text = str(element.text or "") or None
        for element in self._plain.followed:
            element.tail = str(element.tail or "") or None


class SpanMaker:
    """Makes elements of code spans and emphasised words, as the site's processors would.

    Args:
        md: The host.
        code: The site's processor of code spans.
        emphasis: That of emphasis.
    """

    def __init__(self, md: Markdown, code: InlineProcessor, emphasis: InlineProcessor) -> None:
        self._code = code
        self._emphasis = emphasis
        self._has_usual_emphasis = _name_of(emphasis) in _USUAL_EMPHASIS
        self._has_usual_code = _makes_plain_code(md, code)

    def make(self, span: str, text: str, at: int) -> etree.Element | None:
        """The element of a span that stands in a text at this offset, or None if it is none."""
        if span[0] != "`":
            if self._has_usual_emphasis:
                return _emphasised(span)  # in a tenth of the time
            return _handled(self._emphasis, text, at, len(span))
        if self._has_usual_code and (found := _CODE_TEXT.fullmatch(span)):
            node = etree.Element("code")
            node.text = AtomicString(found[1])
            return node
        return _handled(self._code, text, at, len(span))


def _makes_plain_code(md: Markdown, code: InlineProcessor) -> bool:
    """Whether the site shows a code span as it is written: not so where it colours them."""
    found = _handled(code, _PROBE, 0, len(_PROBE))
    if found is None or found.tag != "code" or found.attrib:
        return False
    stashed = HTML_PLACEHOLDER_RE.fullmatch(found.text or "")
    return _PROBE[1:-1] == (md.htmlStash.rawHtmlBlocks[int(stashed[1])] if stashed else found.text)


def _handled(pattern: InlineProcessor, text: str, at: int, length: int) -> etree.Element | None:
    """What a processor of the site makes of a span, if it takes it whole and puts nothing in."""
    begun = pattern.compiled_re.match(text, at)
    node, start, end = pattern.handleMatch(begun, text) if begun else (None, None, None)
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
