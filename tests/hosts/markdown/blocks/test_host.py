"""What the site's other extensions get of a page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from tests.hosts.markdown.shapes import SITE, on_github, render

QUOTES = ("admonition", "pymdownx.details", "pymdownx.tasklist", "pymdownx.superfences")
CALLOUTS = (*QUOTES, "pymdownx.quotes")
CONFIGURED = {"pymdownx.quotes": {"callouts": True}}


def _with_callouts(text: str) -> BeautifulSoup:
    from pymdownx.quotes import QuotesExtension

    return BeautifulSoup(render(text, (*QUOTES, QuotesExtension(callouts=True))), "html.parser")


@pytest.mark.parametrize(
    "text",
    [
        "> [!NOTE]\n> Text\n",
        "> [!NOTE]\n>\n> Text\n>\n> more *x*\n",
        "> [!warning]- Collapsed\n> Text\nlazy\n",
        ">[!tip] Own *title*\n>Text\n\nafter\n",
        "> [!NOTE]\n",
        "- a\n\n    > [!TIP]\n    > x\n    > y\n\n- b\n",
        "> a\n>\n> > [!TIP]\n> > x\n",
        "> [!NOTE]\n> 😀 é\n",
    ],
)
def test_callouts_are_those_of_the_extension(text: str) -> None:
    plain = Markdown(extensions=list(CALLOUTS), extension_configs=CONFIGURED).convert(text)
    assert _with_callouts(text).prettify().split() == (
        BeautifulSoup(plain, "html.parser").prettify().split()
    )


def test_a_callout_holds_blocks_of_github() -> None:
    soup = _with_callouts("> [!NOTE]\n> Do:\n> - a\n>   - b\n>\n> > [!tip]\n> > c\n")
    assert len(soup.select(".admonition.note > ul > li > ul > li")) == 1
    assert soup.select_one(".admonition.note > .admonition.tip > p:last-child").text == "c"  # type: ignore[union-attr]


def test_without_the_option_callouts_stay_quotes() -> None:
    html = render("> [!NOTE]\n> x\n", (*SITE, "pymdownx.quotes"))
    assert html.split() == ["<blockquote>", "<p>[!NOTE]", "x</p>", "</blockquote>"]


def test_lists_with_letters_are_those_of_fancylists() -> None:
    text = "a. one\nb. two\n\ntext\n\nii. x\niii. y\n\n1. [ ] z\n"
    soup = BeautifulSoup(render(text, (*SITE, "pymdownx.fancylists")), "html.parser")
    lists = [(each.get("type"), [item.text.strip() for item in each("li")]) for each in soup("ol")]
    assert lists == [("a", ["one", "two"]), ("i", ["x", "y"]), (None, ["z"])]


class _Foreign(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.parser.blockprocessors.register(_Aside(md.parser), "aside", 50)
        md.parser.blockprocessors.register(_Verbatim(md.parser), "verbatim", 51)
        md.preprocessors.register(_Percent(md), "percent", 15)


class _Aside(BlockProcessor):
    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith("@@")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        etree.SubElement(parent, "aside").text = blocks.pop(0)[2:].strip()


class _Verbatim(BlockProcessor):
    def test(self, parent: etree.Element, block: str) -> bool:
        return block == ":raw"

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        end = blocks.index(":end")
        etree.SubElement(parent, "section").text = "\n\n".join(blocks[1:end])
        del blocks[: end + 1]


class _Percent(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [f"**{line[2:]}**" if line.startswith("%%") else line for line in lines]


def test_unknown_extensions_get_paragraphs_wherever_they_stand() -> None:
    text = "@@ hello *x*\n\n- a\n\n    @@ item\n\n> @@ quoted\n\n%%bold\n"
    soup = BeautifulSoup(render(text, (*SITE, _Foreign())), "html.parser")
    assert [each.decode_contents() for each in soup("aside")] == [
        "hello <em>x</em>",
        "item",
        "quoted",
    ]
    assert [each.parent.name for each in soup("aside")] == ["[document]", "li", "blockquote"]  # type: ignore[union-attr]
    assert soup.strong.text == "bold"  # type: ignore[union-attr]


def test_what_an_unknown_extension_takes_as_text_is_shown_there() -> None:
    text = ":raw\n\ntext *a*\n\n- [ ] x\n\n:end\n\nafter\n"
    soup = BeautifulSoup(render(text, (*SITE, _Foreign())), "html.parser")
    assert [item["id"] for item in soup.select("section li")] == ["x"]
    assert soup.section.em.text == "a"  # type: ignore[union-attr]
    assert "plan:" not in str(soup)


@pytest.mark.parametrize(
    "text",
    [
        '```py title="a.py" hl_lines="1"\nx = 1\n```\n',
        "```{ .py .extra #own }\nx\n```\n",
        "- a\n\n    ```py\n    x\n\n    y\n    ```\n\n- b\n",
        "> ```py\n> x\n> ```\n",
        "~~~\n```\n~~~\n",
    ],
)
def test_options_of_fences_reach_the_site(text: str) -> None:
    assert render(text).split() == Markdown(extensions=list(SITE)).convert(text).split()


def test_html_that_begins_with_spaces_is_a_block() -> None:
    html = render("text\n\n  <figure>\n  <b>x</b>\n  </figure>\n")
    assert "<p>  <figure>" not in html
    assert "<p><figure>" not in html


def test_what_github_escapes_is_escaped() -> None:
    text = "a < b & c > d &lt; `<i>` and Map<String, Foo> and \\<b>\n"
    soup = BeautifulSoup(render(text), "html.parser")
    assert soup.get_text().strip() == BeautifulSoup(on_github(text), "html.parser").text.strip()
    assert not soup("b")


@pytest.mark.parametrize("text", ["a\n\n<!-- b\n", "<!-- b\n\n- [ ] c\n", "- [ ] a\n\n<!--\nb"])
def test_a_comment_that_is_never_closed_ends_with_the_text(text: str) -> None:
    html = render(text)
    assert html.count("<!--") == html.count("-->") == 1


@pytest.mark.parametrize("html", ["<script>\nx = '<!--'\n</script>", '<div title="<!--">x</div>'])
def test_what_is_no_comment_stays_as_it_is(html: str) -> None:
    assert render(f"a\n\n{html}\n\nb\n").split("\n") == ["<p>a</p>", *html.split("\n"), "<p>b</p>"]


def test_a_comment_in_html_hides_what_is_in_it_and_no_more() -> None:
    soup = BeautifulSoup(render("<x>\n<!-- a\n\n- b\n\nc -->\n\n- d\n"), "html.parser")
    assert [item.get_text() for item in soup("li")] == ["d"]
    assert "c" not in soup.get_text().replace("Comment", "")


def test_a_comment_that_is_closed_stays_as_it_is() -> None:
    assert "<!-- a -->" in render("<!-- a -->\n\nb\n")
    assert render("<!--\na\n-->\n\nb\n").count("-->") == 1
