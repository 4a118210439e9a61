"""The plain text of a line of Markdown: what is left when its marks and links are taken away.

Close to what the parser says, and much faster: history has many more lines than a site.
"""

from __future__ import annotations

import html
import re

# Each way begins with one sign, so that a search passes over all other text quickly.
_MARKS = re.compile(r"\\|\*|~|<|&|``|\]\(|_(?!\w)|_(?<!\w_)")
_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    |`(?P<ticks>`*)(?!`)(?P<code>.+?)(?<!`)`(?P=ticks)(?!`)
    |<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>
    |<(?P<html>!--.*?--|/?[A-Za-z][^<>]*)>
    |\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]
        \((?:<[^<>]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
    |&(?P<entity>(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});)
    |~(?P<strokes>~)
    |\*(?P<stars>\*{0,2})(?=[^\s*])(?P<starred>.+?)(?<=\S)\*(?P=stars)
    |_(?<!\w_)(?P<lows>_{0,2})(?=[^\s_])(?P<lowered>.+?)(?<=\S)_(?P=lows)(?!\w)
    |!\[(?P<picture>[^\[\]]*)\]\([^()]*\)
    """,
    re.VERBOSE | re.DOTALL,
)


def plain(text: str) -> str:
    """Take the marks of Markdown out of a text."""
    if _MARKS.search(text) or text.count("`") % 2:
        text = _TOKEN.sub(_inner, text)
    elif "`" in text:
        text = text.replace("`", "")
    if text.isascii() and "  " not in text and "\n" not in text and "\t" not in text:
        return text.strip(" ")
    return " ".join(text.split())


def _inner(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "code":
        return match["code"]
    if kind in ("label", "picture", "starred", "lowered"):
        return plain(match[kind])
    if kind == "entity":
        return html.unescape(f"&{match['entity']}")
    return match["escaped"] or match["address"] or ""
