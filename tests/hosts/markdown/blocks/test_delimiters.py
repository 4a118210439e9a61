"""Tildes strike, and delimiters stay text, as on GitHub."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tests.hosts.markdown.shapes import SITE, on_github, render

MATH = (*SITE, "pymdownx.arithmatex")


def shown(html: str) -> tuple[str, list[str]]:
    """Return the text and the struck parts of a page."""
    soup = BeautifulSoup(html, "html.parser")
    struck = [" ".join(part.get_text().split()) for part in soup.select("del")]
    return " ".join(soup.get_text().split()), struck


STRUCK = {
    "around words": "Keep ~the old lamp~ the new lamp\n",
    "within words": "Lamps L1~L7 in L2~L9 and L3~L4\n",
    "other writing": "등대 T001~T008이 T010~T013보다\n",
    "one and two": "a ~b~~ c~ d ~~e~ f~~\n",
    "before and after signs": "a →~5 m / ~2 m; b →~3 m; c →~1 m\n",
    "about": "takes ~2 days, or ~3\n",
    "in emphasis": "**a ~b~ c** ~d **e ~f** g~\n",
    "around emphasis": "~a **b** `c` [d](e.md)~ f\n",
    "in code": "`~a` b~ `c~`\n",
    "escaped": "\\~a~ b~ ~c\\~ d\n",
    "three": "a ~~~b~~~ c\n",
    "nested": "~~a ~b~ c~~\n",
    "in cells": "| a~b | c~d |\n|---|---|\n| ~e~ | 1~2, 3~4 |\n",
    "in items": "- [ ] ~a b~\n- a~b\n- c~d~\n",
    "in headings": "# a ~b~\n\nTwo~\n~lines\n---\n",
    "over lines": "> a ~b\n> c~ d\n",
    "in addresses": "see https://example.org/~ann/x~y and ~z\n",
}


@pytest.mark.parametrize("text", STRUCK.values(), ids=STRUCK)
def test_text_between_tildes_is_struck(text: str) -> None:
    assert shown(render(text)) == shown(on_github(text))


@given(st.text(st.sampled_from("ab~é .(→\n\\"), max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_tildes(text: str) -> None:
    text = f"x {text.strip()} x\n"
    assert shown(render(text)) == shown(on_github(text))


@pytest.mark.parametrize("text", ["- [~] Cut 5~10\n", "- [~] Cut\n- [x] Saw 1~2\n", "[~] a [~]\n"])
def test_the_mark_of_a_task_strikes_nothing(text: str) -> None:
    assert not shown(render(text))[1]


def test_tildes_of_an_extension_are_its_own() -> None:
    text = "H~2~O and ~~no~~ and 5~10, 6~7\n"
    extensions = (*SITE, "pymdownx.tilde")
    assert render(text, extensions) == Markdown(extensions=list(extensions)).convert(text)


TEXTS = {
    "names with underscores": (
        "Run _check by `a` in a/__init__.py, specify_cli.lamp (is_lit_now.__module__), map-*: all\n"
    ),
    "only openers": "f(*args, **kwargs) and **bold**\n",
    "only closers": "a* b* and *c*\n",
    "signs": "a_b**.**.c_d and e*.* f\n",
    "one of code": "a ` b `` c `d` e\n",
    "escaped": "\\*a\\* \\_b\\_ \\`c\\` and *d*\n",
    "addresses": "https://example.org/_a/*b and _c_\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("before", ["", "- [ ] ", "# ", "> "])
def test_delimiters_that_pair_with_nothing_are_shown(text: str, before: str) -> None:
    ours, theirs = (
        BeautifulSoup(html(before + text), "html.parser") for html in (render, on_github)
    )
    assert ours.get_text().split() == theirs.get_text().split()
    for tag in ("em", "strong", "code"):
        assert [part.get_text() for part in ours(tag)] == [part.get_text() for part in theirs(tag)]


def test_a_fence_in_a_text_is_no_code() -> None:
    """Not compared with cmark-gfm, which has a fault here."""
    soup = BeautifulSoup(render("so ``` stays, `code` and `more` too\n"), "html.parser")
    assert soup.get_text().strip() == "so ``` stays, code and more too"
    assert [part.get_text() for part in soup("code")] == ["code", "more"]


def test_emphasis_of_an_extension_is_its_own() -> None:
    text = "a_b_c and _d and **e** f*\n"
    extensions = (*SITE, "pymdownx.betterem")
    assert render(text, extensions) == Markdown(extensions=list(extensions)).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "Light $5~\\mathrm{lm}$ or $3\\,x_{i}~y$ and $a<b>c$\n",
        "$$\na~b\\,c~d\n$$\n",
        "\\(a~b\\;c~d\\) and **e**\n",
    ],
)
def test_formulas_are_left_to_the_extension(text: str) -> None:
    assert render(text, MATH).split() == Markdown(extensions=list(MATH)).convert(text).split()


def test_beside_formulas_tildes_strike() -> None:
    assert shown(render("~a~ and $b~c$ or $d~e$\n", MATH))[1] == ["a"]
