"""Access the processors of the current Markdown instance: code, HTML and other syntax."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import cached_property
from html import escape

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString, code_escape

from mkdocs_plan_plugin.hosts.markdown.blocks.inline_syntax import InlineSyntax
from mkdocs_plan_plugin.hosts.markdown.syntaxes import syntaxes_of
from mkdocs_plan_plugin.reading.markdown import Syntax, open_comment

# What GitHub's parser has decided, so that nobody else need look for it.
_DECIDED = ("indent", "code", "hashheader", "setextheader", "hr")
# These are left to an extension that has put its own in their place.
_DECIDED_UNLESS_REPLACED = ("olist", "ulist", "quote", "table")
# They want no text but what `_WANTED` finds.
_KNOWN = ("markdown.", "pymdownx.", "mkdocs.", "mkdocstrings.", "mkdocs_plan_plugin.")
_FENCED_CODE = "fenced_code_block"
_HTML_BLOCK = "html_block"
_TILDES = ("sub_del", "sub", "del")
_EMPHASIS = ("em_strong", "em_strong2")
_MATH = re.compile(r"math|matex|katex")
_URLS = re.compile(r"magiclink|linkify|urlize|auto_?link")
_BARE_URL = "https://example.org/x"
BLOCK_READER = "plan_text"
"""The name of the preprocessor that builds blocks."""
# The beginning of a line that a known processor may want.
_WANTED = re.compile(
    r"^ *(?:!!! ?|\?\?\?|===|/{3}|: |:::|#+ +:::|\$\$|\\(?:\[|begin)|\*\[|\[\^)", re.MULTILINE
)
# The beginning of a line of a paragraph that is no Markdown.
_VERBATIM = re.compile(r"^ *(?:/{3}|:::|#+ +:::|\$\$|\\(?:\[|begin)|\*\[)", re.MULTILINE)
# An item to pymdownx.fancylists, and text to GitHub.
_FANCY_ITEM = re.compile(r"(?:#|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)[.)] ")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)")
_LANGUAGE = re.compile(r"[\s{.]*([\w#+-]+)")
_STASHED = re.compile(rf"\s*{STX}wzxhzdk:\d+{ETX}\s*")
_RUNS = {"`": re.compile("`+"), "~": re.compile("~+")}


class Host:
    """The current Markdown instance, with its extensions.

    Args:
        md: The instance.

    Attributes:
        holders: Elements whose children go where their marks stand.
        html: What MkDocs is to look into for anchors.
        aligns_by_attribute: Whether cells are aligned without a style.
    """

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._signs: dict[str, str] = {}
        self._placed: set[int] = set()
        self.holders: list[etree.Element] = []
        self.html: list[str] = []
        self.aligns_by_attribute = _aligns_by_attribute(md)

    # Asked for when all extensions have been added.

    @cached_property
    def asks_for_all_text(self) -> bool:
        """Whether an unknown extension may process any paragraph."""
        preprocessors = self._md.preprocessors
        later = [*preprocessors][preprocessors.get_index_for_name(BLOCK_READER) :]
        known = (*later, *self._md.parser.blockprocessors)
        return not all(type(each).__module__.startswith(_KNOWN) for each in known)

    @cached_property
    def syntaxes(self) -> frozenset[Syntax]:
        """The syntax that the site's extensions add to Markdown."""
        return syntaxes_of(self._md)

    @cached_property
    def inline_syntax(self) -> InlineSyntax:
        """What the site processes within a line."""
        patterns = self._md.inlinePatterns
        extensions = (type(each).__module__ for each in self._md.registeredExtensions)
        return InlineSyntax(
            escapes=frozenset(self._md.ESCAPED_CHARS),
            has_plain_emphasis=all(
                type(patterns[name]).__module__ == "markdown.inlinepatterns"
                for name in _EMPHASIS
                if name in patterns
            ),
            has_tildes="pymdownx.tilde" in extensions or any(name in patterns for name in _TILDES),
            has_math=any(_MATH.search(type(each).__module__) for each in patterns),
            has_bare_urls=self._has_bare_urls,
        )

    @property
    def _has_bare_urls(self) -> bool:
        """Whether an extension makes something of bare URLs."""
        md = self._md
        processors = (*md.preprocessors, *md.treeprocessors, *md.postprocessors)
        return any(_URLS.search(type(each).__module__) for each in processors) or any(
            each.compiled_re.search(_BARE_URL) for each in md.inlinePatterns
        )

    @cached_property
    def has_references(self) -> bool:
        """Whether an extension that we don't know may make links of brackets."""
        return not all(type(each).__module__.startswith(_KNOWN) for each in self._md.inlinePatterns)

    @cached_property
    def has_callouts(self) -> bool:
        """Whether an extension turns quotes that begin with `[!NOTE]` into admonitions."""
        processors = self._md.parser.blockprocessors
        quote = processors["quote"] if "quote" in processors else None  # noqa: SIM401
        return bool(getattr(quote, "callouts", False))

    @cached_property
    def has_own_quotes(self) -> bool:
        """Whether an extension of the site processes quotes."""
        return _is_replaced(self._md, "quote")

    @cached_property
    def _has_foreign_lists(self) -> bool:
        return any(_is_replaced(self._md, name) for name in ("olist", "ulist"))

    def wants(self, text: str) -> bool:
        """Whether an extension may turn a paragraph into something else."""
        if self.asks_for_all_text or _WANTED.search(text):
            return True
        return self._has_foreign_lists and _FANCY_ITEM.match(text) is not None

    def is_verbatim(self, text: str) -> bool:
        """Whether an extension may read a paragraph as something else than Markdown."""
        return _VERBATIM.search(text) is not None

    # Places of elements in a text

    @property
    def is_lacking(self) -> bool:
        """Whether there are elements whose marks have not been replaced."""
        return len(self._placed) < len(self.holders)

    def place(self, number: int) -> list[etree.Element]:
        """Return the elements that replace the mark with this number."""
        if number >= len(self.holders):
            return []
        self._placed.add(number)
        return list(self.holders[number])

    def hold(self) -> tuple[etree.Element, str]:
        """Make an element whose children replace its mark in the host's text."""
        holder = etree.Element("div")
        self.holders.append(holder)
        return holder, f"{STX}plan:{len(self.holders) - 1}{ETX}"

    def parse(self, parent: etree.Element, text: str, *, is_tight: bool) -> None:
        """Let all block processors parse a text with such marks."""
        if "<" in text:
            self.html.append(text)
            if _HTML_BLOCK in self._md.preprocessors:
                lines = self._md.preprocessors[_HTML_BLOCK].run(text.split("\n"))
                text = "\n".join(lines)
        parser = self._md.parser
        blocks = text.split("\n\n")
        if is_tight:
            # In this state the parser adds text to an item as it is, else as paragraphs.
            parser.state.set("list")
            # Processors would make a paragraph of its text, behind what already follows it.
            kept, parent.text = (parent.text, None) if len(parent) else (None, parent.text)
            parser.parseBlocks(parent, blocks)
            parent.text = kept or parent.text
        else:
            # What belongs to a definition would go beside it if it stood in an item.
            parser.state.set("plan")
            holder = etree.Element("div")
            parser.parseBlocks(holder, blocks)
            parent.extend(list(holder))
        parser.state.reset()

    # Code and HTML

    def sign(self, html: str) -> str:
        """Return the placeholder of a piece of HTML; equal pieces share one."""
        if html not in self._signs:
            self._signs[html] = self._md.htmlStash.store(html)
        return self._signs[html]

    def add_html(self, parent: etree.Element, html: str) -> None:
        """Add a block of HTML as it is.

        Of one that begins with an unknown tag Python-Markdown would make a paragraph; a comment
        before it says that it is a block. A comment that is never closed ends with the block, so
        that it does not hide what the theme has below.
        """
        self.html.append(html)
        html = html.lstrip(" ")  # a block that begins with spaces would be none to the host
        if open_comment(html) >= 0:
            html = f"{html}-->"
        match = _TAG.match(html)
        is_block = html.startswith(("<!", "<?")) or (
            match is not None and self._md.is_block_level(match[1].lower())
        )
        stashed = self._md.htmlStash.store(html if is_block else f"<!---->{html}")
        _add_line(parent, "p").text = stashed

    def add_code(self, parent: etree.Element, info: str | None, code: str) -> None:
        """Add a code block; fenced code is rendered by the site's own processor.

        Args:
            parent: What it stands in.
            info: What stands behind the opening fence; None: the code is indented.
            code: The code, its last line ended.
        """
        if info is None:
            pre = _add_line(parent, "pre")
            etree.SubElement(pre, "code").text = AtomicString(code_escape(f"{code.rstrip()}\n"))
            return
        _add_line(parent, "p").text = self._fenced(info.strip(), code)

    def _fenced(self, info: str, code: str) -> str:
        processor = self._processor_of_fences()
        language = _LANGUAGE.match(info)
        name = language[1] if language else ""
        for each in dict.fromkeys((info, name)) if processor else ():
            if shown := _shown(processor, each, code):
                return shown
        kind = f' class="language-{escape(name)}"' if name else ""
        return self._md.htmlStash.store(f"<pre><code{kind}>{escape(code)}</code></pre>")

    def _processor_of_fences(self) -> Preprocessor | None:
        # The registry has no `get`.
        known = self._md.preprocessors
        return known[_FENCED_CODE] if _FENCED_CODE in known else None  # noqa: SIM401


def take_blocks_over(md: Markdown) -> None:
    """Remove the host's processors of the blocks that GitHub's parser decides."""
    processors = md.parser.blockprocessors
    lists_are_foreign = any(_is_replaced(md, name) for name in ("olist", "ulist"))
    for name in _DECIDED:
        if not (lists_are_foreign and name == "indent"):
            processors.deregister(name, strict=False)
    for name in _DECIDED_UNLESS_REPLACED:
        if not _is_replaced(md, name):
            processors.deregister(name, strict=False)


def _is_replaced(md: Markdown, name: str) -> bool:
    processors = md.parser.blockprocessors
    if name not in processors:
        return False
    return not type(processors[name]).__module__.startswith("markdown.")


def _aligns_by_attribute(md: Markdown) -> bool:
    processors = md.parser.blockprocessors
    config = getattr(processors["table"], "config", {}) if "table" in processors else {}
    return bool(config.get("use_align_attribute"))


def _add_line(parent: etree.Element, tag: str) -> etree.Element:
    """Add a block on a separate line, so that a search does not join it with the text."""
    if parent.text and not len(parent):
        parent.text += "\n"
    return etree.SubElement(parent, tag)


def _shown(processor: Preprocessor | None, info: str, code: str) -> str | None:
    """Return the placeholder of code whose fence a processor has recognized, or None."""
    if processor is None:
        return None
    sign = "~" if "`" in info else "`"
    longest = max(map(len, _RUNS[sign].findall(code)), default=0)
    fence = sign * max(3, longest + 1)
    lines = code.removesuffix("\n").split("\n")
    shown = "\n".join(processor.run([f"{fence}{info}", *lines, fence]))
    return shown.strip() if _STASHED.fullmatch(shown) else None
