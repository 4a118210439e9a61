"""Bare URLs and e-mail addresses are links, as on GitHub."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from pymdownx.magiclink import makeExtension

from tests.hosts.markdown.shapes import BARE, SITE, on_github, render

Link = tuple[str, str]


def links(html: str) -> list[Link]:
    """Return the address and the text of each link."""
    found = BeautifulSoup(html, "html.parser").select("a")
    return [(str(link.get("href")), link.get_text()) for link in found]


def shown(html: str) -> tuple[list[Link], list[str], str]:
    """Return the links of a page, its emphasis, and all of its text."""
    soup = BeautifulSoup(html, "html.parser")
    emphasis = [part.get_text() for part in soup.select("em, strong, del")]
    return links(html), emphasis, " ".join(soup.get_text().split())


URLS = {
    "schemes": (
        "https://a.org/x HTTP://A.ORG ftp://a.org/b ftps://a.org ssh://a.org http://lamp\n"
    ),
    "www": "www.a.org/x (www.a.org) *www.a.org* /www.a.org |www.a.org -www.a.org WWW.a.org\n",
    "within words": (
        "xhttps://a.org -https://a.org xwww.a.org `c`www.a.org `c`https://a.org é://a\n"
    ),
    "punctuation": (
        "https://a.org/x. https://a.org/x?! www.a.org, 'https://a.org/x' \"www.a.org\"\n"
    ),
    "signs at the end": (
        "https://a.org/x** www.a.org_ https://a.org/~ https://a.org/x; www.a.org:\n"
    ),
    "entities": (
        "https://a.org/?a=1&b=2 https://a.org/x&amp; https://a.org/x&amp;y &lt;www.a.org\n"
    ),
    "brackets": "(https://a.org/x_(y)) (www.a.org/x) https://a.org/x) https://a.org/(x)(y)).\n",
    "square brackets": (
        "[https://a.org] x [y www.a.org] www.a.org/[x] https://a.org/] a ![z www.a.o\n"
    ),
    "underscores": (
        "https://a_b.org https://a.b_c https://a_b.c.org www.a_b https://_a.org www.a.b_c/d\n"
    ),
    "domains": (
        "https://-a https://.a https://? www. https://*.a.org https://a.org:80/x localhost:80\n"
    ),
    "other writing": (
        "https://lampe.org/ö https://ä.org/x https://a.org。次 “https://a.org/x” www.ä.org\n"
    ),
    "users": "https://a@b.org http://a:b@c.org www.a@b.org git@a.org:b/c.git ssh://git@a.org\n",
    "in code": "`https://a.org` ``a@b.org`` `www.a.org\n",
    "in links": (
        "[https://a.org](b) [a@b.org](c) [*www.a.org*](d) ![https://a.org](e) <https://a.org>\n"
    ),
    "in references": "[https://a.org][r] [a@b.org] www.a.org\n\n[r]: https://r.org\n",
    "after a bracket that opens nothing": "x ](https://a.org x\n",
    "after links": "[a](b)https://a.org [a](b) www.a.org [a\\]www.a.org \\[ www.a.org\n",
    "in tags": '<b title="https://a.org">https://b.org</b> <br>www.c.org\n',
    "markup": "https://a.org/_x_/*y*/**z and https://a.org/**/b https://a.org/~c~ *d* _e_ ~f~\n",
    "markup that ends outside": (
        "https://a.org/`b c` https://a.org/[b](c) https://a.org/b\\_c\\*d\n"
    ),
    "in emphasis": (
        "*see https://a.org/b* **https://a.org/b_c_** _www.a.org/b_ ~~https://a.org~~\n"
    ),
    "beside emphasis": "*a https://a.org/b*c d*\n",
    "over lines": "see\nwww.a.org\nhttps://a.org\\\nb\n",
    "quotes": "> see\n> www.a.org\n>https://a.org\n>www.b.org\n> > a@b.org\n",
    "items": (
        "- https://a.org\n- [ ] www.a.org\n- [x] a@b.org\n\n  https://b.org\n\n1. **www.a.org**\n"
    ),
    "headings": "# https://a.org #\n\nwww.a.org\n---\n\n## a@b.org\n",
    "cells": (
        "| https://a.org | www.a.org |\n|---|---|\n| https://a.org/x\\|y | a@b.org `www.a.org` |\n"
    ),
    "HTML": "<div>\nhttps://a.org\n</div>\n\nwww.a.org <!-- https://b.org -->\n",
    "blocks of code": "```\nhttps://a.org\n```\n\n    www.a.org a@b.org\n",
    "definitions": (
        "[a]: https://a.org\n\n[b]:\n  https://b.org 'www.b.org'\n\n[a] and [c]: www.c.org [b]\n"
    ),
}
MAILS = {
    "addresses": "a@b.org x.y+z-1_2@a-b.c.org .a@b.org -a@b.org a..b@c.org A@B.ORG\n",
    "none": "a@b a@b.org- a@b.org_ a@b..org a@b.o9 @b.org a@é.org a @b.org\n",
    "what follows": "a@b.org. a@b.org, a@b.org/c a@b.org: a@b.orgé (a@b.org) a@b@c.org\n",
    "protocols": (
        "mailto:a@b.org xmpp:a@b.org/c MAILTO:a@b.org x:a@b.org mailto:a mailto:a@b.org?c=d\n"
    ),
    "escaped": "a\\_b@c.org a\\@b.org \\_a@b.org a@b\\.org\n",
    "in emphasis": "*a@b.org* _a_b@c.org_ **a@b.org** *a*b@c.org ~a@b.org~\n",
    "in brackets": "[a@b.org] [x a@b.org <a@b.org>\n",
}


@pytest.mark.parametrize("text", [*URLS.values(), *MAILS.values()], ids=[*URLS, *MAILS])
@pytest.mark.parametrize("extensions", [BARE, SITE])
def test_links_as_on_github(text: str, extensions: Sequence[Any]) -> None:
    assert shown(render(text, tuple(extensions))) == shown(on_github(text))


_PARTS = st.sampled_from(
    [
        *("https://a.org", "http://b_c.org", "ftp://a", "www.a.org", "a@b.org", "a_b@c-d.org"),
        *("/x", "?y=1", "&amp;", "&copy;", "é", "。", "a", " ", " ", "\n", "<b>"),
        *(".", ",", ";", ":", "!", "'", '"', ")", "(", "[ ", " ]"),
    ]
)


@given(st.lists(_PARTS, max_size=9).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_urls(text: str) -> None:
    text = f"x {text.strip()} x\n"
    assert shown(render(text, BARE)) == shown(on_github(text))


@given(st.lists(st.sampled_from("*_~`/ab "), max_size=9).map("".join))
@settings(max_examples=300, deadline=None)
def test_markup_in_a_url_is_none(path: str) -> None:
    url = f"https://a.org/{path.replace(' ', '')}x"
    link = (url.replace("`", "%60"), url)
    assert shown(render(f"see {url} now\n", BARE)) == ([link], [], f"see {url} now")


def test_what_stands_in_a_link_of_html_is_no_link() -> None:
    html = render('<a href="b">https://a.org *c@d.org*</a> and c@d.org\n')
    assert links(html) == [("b", "https://a.org c@d.org"), ("mailto:c@d.org", "c@d.org")]


def test_the_table_of_contents_has_no_links_of_titles() -> None:
    md_text = "[TOC]\n\n# See https://a.org/b_c now\n\n## `c` www.a.org\n"
    soup = BeautifulSoup(render(md_text), "html.parser")
    assert [(a["href"], a.get_text()) for a in soup.select(".toc a")] == [
        ("#see-httpsaorgb_c-now", "See https://a.org/b_c now"),
        ("#c-wwwaorg", "c www.a.org"),
    ]
    assert [a["href"] for a in soup.select("h1 a, h2 a")] == [
        "https://a.org/b_c",
        "http://www.a.org",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n    https://a.org\n",
        "??? note\n    - [ ] https://a.org\n",
        '=== "Tab"\n    https://a.org\n',
        "Term\n:   https://a.org\n",
        "a[^1]\n\n[^1]: https://a.org\n",
        "> [!NOTE]\n> https://a.org\n",
        "<div markdown>\nhttps://a.org\n</div>\n",
        "- a\n\n    !!! note\n        https://a.org\n",
    ],
)
def test_links_in_other_blocks(text: str) -> None:
    found = links(render(text, (*SITE, "footnotes")))
    assert [link for link in found if not link[0].startswith("#")] == [("https://a.org",) * 2]


@pytest.mark.parametrize(
    ("text", "extension", "expected"),
    [
        ("*[API]: see https://a.org\n\nAPI\n", "abbr", '<abbr title="see https://a.org">'),
        ("::: lamp\n    url: https://a.org\n", "abbr", "url: https://a.org"),
        ("$$\nhttps://a.org\n$$\n", "pymdownx.arithmatex", "\nhttps://a.org\n"),
        ("a $https://a.org$ b\n", "pymdownx.arithmatex", "https://a.org"),
        ("[a](see https://a.org)\n", "abbr", '<a href="see https://a.org">a</a>'),
        ("[a](see a@b.org)\n", "abbr", '<a href="see a@b.org">a</a>'),
    ],
)
def test_what_extensions_read_as_something_else(text: str, extension: str, expected: str) -> None:
    html = render(text, (*SITE, extension))
    assert expected in html
    assert '<a href="https' not in html


class _Shouts(Extension):
    """Shows bare URLs in its own way."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        class Shout(InlineProcessor):
            def handleMatch(  # type: ignore[override]  # noqa: N802 (the host's name)
                self,
                m: Any,
                data: str,
            ) -> tuple[Element, int, int]:
                element = Element("mark")
                element.text = m[0].upper()
                return element, m.start(0), m.end(0)

        md.inlinePatterns.register(Shout(r"https?://[a-z./]+", md), "shout", 90)


@pytest.mark.parametrize(
    "extension",
    ["pymdownx.magiclink", _Shouts()],
    ids=["magiclink", "other"],
)
@pytest.mark.parametrize(
    "text",
    [
        "https://a.org/_b_/*c*/d and _e_\n",
        "[a] https://a.org/x_y. And (https://b.org)\n",
        "https://a.org/**/b https://a.org/**/c\n",
    ],
)
def test_the_site_s_own_links_win(text: str, extension: Any) -> None:
    extensions = (*SITE, extension)
    assert render(text, extensions) == Markdown(extensions=[*extensions]).convert(text)


def test_options_of_the_site_win() -> None:
    magiclink = makeExtension(hide_protocol=True)
    assert links(render("https://a.org/b\n", (*SITE, magiclink))) == [
        ("https://a.org/b", "a.org/b")
    ]
