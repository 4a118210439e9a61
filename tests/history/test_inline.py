"""The plain text of lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.history.inline import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two   words ", "two words"),
        ("`code`", "code"),
        ("``a ` b`` c", "a ` b c"),
        ("a ` b", "a ` b"),
        ("`a_b*c*` _d_", "a_b*c* d"),
        ("**a *b* c**", "a b c"),
        ("a*b*c", "abc"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("__a__ _b_ c_d_e _f", "a b c_d_e _f"),
        ("~~a~~", "a"),
        ("[a](b.md) [c](<d e> 'f') [g][h] [i]", "a c [g][h] [i]"),
        ("[**a** `b`](c(d).md)", "a b"),
        ("![a b](c.png)", "a b"),
        ("a <b>c</b> <!-- d --> e", "a c e"),
        ("<https://a.org/b_c> <me@a.org>", "https://a.org/b_c me@a.org"),
        ("a &amp; b &#65; &no entity", "a & b A &no entity"),
        (r"\*a\* \[b\] \c", r"*a* [b] \c"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(alphabet="ab *_`[]()<>!&;\\~\n"))
def test_any_text_has_a_plain_one(text: str) -> None:
    assert plain(text) == " ".join(plain(text).split())


@pytest.mark.parametrize(
    "sign", ["*", "_", "`", "[", "<!--", "![", "[](", "~~", "a*", "*a ", "[a](("]
)
def test_no_text_takes_long(sign: str) -> None:
    start = time.perf_counter()
    plain(sign * 2000)
    assert time.perf_counter() - start < 1
