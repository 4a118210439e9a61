"""Estimate the width of a text on a badge, without loading a font."""

from __future__ import annotations

import unicodedata

# The printable ASCII characters from the space on, in tenths of a pixel: DejaVu Sans at 11 px,
# which is as wide as Verdana.
_TABLE = """
35 44 51 92 70 105 86 30 43 43 55 92 35 40 35 37 70 70 70 70 70 70 70 70 70 70 37 37 92 92
92 58 110 75 75 77 85 70 63 85 83 32 32 72 61 95 82 87 66 87 76 70 67 81 75 109 75 67 75
43 37 43 92 55 55 67 70 60 70 68 39 70 70 31 31 64 31 107 70 67 70 70 45 57 43 70 65 90 65
65 58 70 37 70 92
"""
_TENTHS = [int(width) for width in _TABLE.split()]
_WIDE, _OTHER = 110, 70


def text_width(text: str) -> float:
    """Return the width of a text at 11 px, in pixels."""
    return sum(map(_tenths, text)) / 10


def _tenths(char: str) -> int:
    at = ord(char) - 32
    if 0 <= at < len(_TENTHS):
        return _TENTHS[at]
    if unicodedata.combining(char):
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "FW" else _OTHER
