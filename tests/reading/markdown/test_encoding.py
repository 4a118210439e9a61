"""Bytes to text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é\n".encode(), "é\n"),
        ("é\n".encode("utf-8-sig"), "é\n"),
        ("é\n".encode("utf-16"), "é\n"),
        (b"\xfe\xff" + "é\n".encode("utf-16-be"), "é\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize("data", [b"\xe9", b"\xff\xfea"])
def test_other_encodings_are_told(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(data)


@given(st.binary())
def test_raises_nothing_else(data: bytes) -> None:
    with contextlib.suppress(UnicodeDecodeError):
        assert "\r" not in decode(data)


@given(st.text().map(lambda text: text.replace("\r", "")), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_marked_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
