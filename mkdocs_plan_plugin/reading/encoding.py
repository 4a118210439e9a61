"""Bytes to text: byte order marks, UTF-16 and line ends."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


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
