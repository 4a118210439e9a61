"""Decode files: byte order marks, UTF-16, line ends, tabs, blank lines, control characters."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Those that neither XML nor terminals can take: control characters, halves of surrogate pairs, and
# two that are no characters.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
# Most texts have no byte that could begin one of them, which is much faster to find out.
_LOW = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_LEADS = (b"\xc2", b"\xed", b"\xef\xbf")
_TAB = 4
_BLANK = re.compile(r"(?<=\n) +\n")


def decode(data: bytes) -> str:
    """Return the text of a Markdown file with line feeds as line ends and no byte order mark.

    Raises:
        UnicodeDecodeError: The bytes are neither UTF-8 nor marked UTF-16.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unify(data[len(mark) :].decode(encoding))
    return _unify(data.decode("utf-8"))


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normalize_whitespace(text: str) -> str:
    """Normalize line ends, tabs and blank lines, as Python-Markdown does first."""
    text = _unify(text) if "\r" in text else text
    if "\t" in text:
        text = text.expandtabs(_TAB)
    return _BLANK.sub("\n", text) if " \n" in text else text


def without_controls(text: str) -> str:
    """Replace control characters and the like, as CommonMark does with the first of them."""
    data = text.encode(errors="surrogatepass")
    if len(data.translate(None, _LOW)) == len(data) and not any(lead in data for lead in _LEADS):
        return text
    return _CONTROLS.sub(_REPLACEMENT, text)
