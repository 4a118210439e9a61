"""Code and HTML that Python-Markdown would misread, put into its stash before it looks.

It takes HTML up to the closing tag, whatever stands between; on GitHub HTML ends at a blank
line, and what follows is Markdown again. Of code it knows only some ways to fence it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import Preprocessor

from mkdocs_plan_plugin.extension.code_search import search_of
from mkdocs_plan_plugin.model import NormalizedText, RawBlock

_FENCE = re.compile(r" *(`{3,}|~{3,}) *\{? *\.?([\w#+-]*)")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s[^<>]*)?)(/?)>")
# `<exit_criteria>` is text to GitHub: a tag's name has no underscore.
_FALSE_TAG = re.compile(r"<(?=/?[a-zA-Z][a-zA-Z0-9-]*_[\w-]*(?:\s[^<>]*)?/?>)")
_MARKDOWN = re.compile(r"\bmarkdown\b")
_VOID = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def stash_raw(md: Markdown, normalized: NormalizedText) -> list[str]:
    """Return the lines of a text with marks where code and HTML stood that now is in the stash."""
    lines = normalized.text.split("\n")
    if _FALSE_TAG.search(normalized.text):
        _show_false_tags(md, lines, normalized.raw)
    if not normalized.raw:
        return lines
    html = _unbalanced(lines, normalized.raw)
    fences = search_of(md)
    for block in reversed(normalized.raw):
        own = _own_lines(lines, block)
        if block.is_html:
            mark = _stash_html(md, "\n".join(own)) if block.first in html else ""
        elif _is_read_by(fences, block):
            mark = ""
        else:
            mark = _stash_code(md, fences, own)
        if mark:
            lines[block.first : block.last + 1] = [block.prefix + mark]
    return lines


def _show_false_tags(md: Markdown, lines: list[str], blocks: Sequence[RawBlock]) -> None:
    """Keep Python-Markdown from taking words in angle brackets for tags, which it would hide."""
    sign = md.htmlStash.store("&lt;")
    raw = {number for block in blocks for number in range(block.first, block.last + 1)}
    for number, line in enumerate(lines):
        if number not in raw and "_" in line:
            lines[number] = _FALSE_TAG.sub(sign, line)


def _own_lines(lines: Sequence[str], block: RawBlock) -> list[str]:
    """The lines of a block without what stands before them."""
    first, *others = lines[block.first : block.last + 1]
    return [first[len(block.prefix) :], *(line[len(block.inset) :] for line in others)]


def _is_read_by(fences: Preprocessor | None, block: RawBlock) -> bool:
    """Whether the site's own processor finds this code. Python-Markdown's looks into no item."""
    if isinstance(fences, FencedBlockPreprocessor) and block.prefix:
        return False
    return fences is not None and block.is_plain


def _stash_html(md: Markdown, html: str) -> str:
    """Stash a block of HTML, of which Python-Markdown would make a paragraph if it is unknown.

    A comment before it says that it is a block.
    """
    match = _TAG.match(html)
    known = match is None or md.is_block_level(match[2].lower())
    return md.htmlStash.store(html if known else f"<!---->{html}")


def _stash_code(md: Markdown, fences: Preprocessor | None, lines: Sequence[str]) -> str:
    """Hand code to the site's own processor, fenced so that it understands; return its mark."""
    match = _FENCE.match(lines[0])
    if not match:
        return ""
    sign, language = match[1][0], match[2]
    ends = (
        len(lines) > 1
        and lines[-1].strip().startswith(match[1])
        and not lines[-1].strip(" " + sign)
    )
    code = lines[1:-1] if ends else lines[1:]
    if fences:
        longest = max(
            (len(run) for line in code for run in re.findall(f"{sign}+", line)), default=2
        )
        fence = sign * max(3, longest + 1)
        mark = "\n".join(fences.run([fence + language, *code, fence])).strip()
        if mark and "\n" not in mark and fence not in mark:
            return mark
    kind = f' class="language-{language}"' if language else ""
    return md.htmlStash.store(f"<pre><code{kind}>{escape(chr(10).join(code))}\n</code></pre>")


def _without_comments(html: str) -> str:
    """In one pass, however many comments begin and never end."""
    before, *others = html.split("<!--")
    return before + "".join(other.partition("-->")[2] for other in others)


def _unbalanced(lines: Sequence[str], blocks: Sequence[RawBlock]) -> set[int]:
    """The first lines of the HTML blocks that open or close an element of other blocks.

    Elements with the attribute `markdown`, which Python-Markdown looks into, are left to it.
    """
    found: set[int] = set()
    open_tags: list[tuple[str, int, bool]] = []
    for block in blocks:
        if not block.is_html:
            continue
        html = _without_comments("\n".join(_own_lines(lines, block)))
        for closes, name, attributes, ends in _TAG.findall(html):
            tag = name.lower()
            if ends or tag in _VOID:
                continue
            if not closes:
                open_tags.append((tag, block.first, bool(_MARKDOWN.search(attributes))))
                continue
            at = next((n for n in reversed(range(len(open_tags))) if open_tags[n][0] == tag), None)
            if at is None:
                found.add(block.first)
                continue
            for _, first, is_markdown in open_tags[at:]:
                if first != block.first and not is_markdown:
                    found |= {first, block.first}
            del open_tags[at:]
    return found | {first for _, first, is_markdown in open_tags if not is_markdown}
