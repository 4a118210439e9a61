"""Bytes to text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading import decode
from mkdocs_plan_plugin.reading.markdown import without_controls


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
def test_other_encodings_are_reported(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(data)


@given(st.binary())
def test_raises_nothing_else(data: bytes) -> None:
    with contextlib.suppress(UnicodeDecodeError):
        assert "\r" not in decode(data)


@given(st.text().map(lambda text: text.replace("\r", "")), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_marked_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "sign",
    ["\0", "\x08", "\x0b", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\ufffe", "\uffff"],
)
def test_control_characters_are_replaced(sign: str) -> None:
    assert without_controls(f"a{sign}b–ü") == "a\ufffdb–ü"


@pytest.mark.parametrize("text", ["", "a\tb\nc\r\n", "«é» 한글 ＡＢ \ufffd", "\u200d\U0001f600"])
def test_other_characters_stay(text: str) -> None:
    assert without_controls(text) == text
