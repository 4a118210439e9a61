"""The short way for plain text leads where the long one does, and no one else's way is cut off."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from tests.hosts.markdown.shapes import SITE, render
from tests.support.work import work


class Shout(BlockProcessor):
    """Takes every line that begins with a word that it knows."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith("Hear")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        etree.SubElement(parent, "strong").text = blocks.pop(0).upper()


class Shouts(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.parser.blockprocessors.register(Shout(md.parser), "shout", 90)


def test_processors_of_others_are_asked() -> None:
    html = render("Hear this.\n\n- Hear that\n- Hear\n  me\n", (*SITE, Shouts()))
    assert html.count("<strong>HEAR") == 3


@pytest.mark.parametrize(
    "text",
    [
        "Plain.\n\n**Bold** and *more*.\n\nTerm\n\n:   Definition\n",
        "Text { .cls }\n\nAPI\n\n*[API]: Interface\n",
        "Line  \nbreak\n\na | b\n--|--\n1 | 2\n",
        "/// note\nText\n///\n\nTitle\n=====\n\nText\n",
        "> Quote\n\n!!! note\n    Text\n\n    More\n\nText\n",
    ],
)
def test_the_page_is_the_same(text: str) -> None:
    extensions = (*SITE, "abbr", "pymdownx.blocks.admonition")
    plain = Markdown(extensions=list(extensions)).convert(text)
    assert render(text, extensions).split() == plain.split()


def test_lists_in_lists_without_end_are_shown_as_far_as_may_be() -> None:
    """Python-Markdown's own processor ends the build here."""
    deep = "- " * 3000 + "a\n"
    assert render(deep).startswith("<ul>\n<li>")


def test_four_times_the_comments_that_never_end_are_not_sixteen_times_the_work() -> None:
    def show(count: int) -> str:
        return render("<!-- x " * count + "\n")

    assert work(lambda: show(20_000)) < 10 * work(lambda: show(5_000))
