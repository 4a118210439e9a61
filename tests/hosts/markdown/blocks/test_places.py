"""No mark stays on a page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from markdown import Markdown
from markdown.util import ETX, STX

from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.places import LastMarks, LeftMarks
from tests.hosts.markdown.shapes import SITE, render


def _left(html: str, *held: str) -> str:
    """Fill the marks `@0`, `@1` ... in a tree with what is held for each."""
    md = Markdown()
    host = Host(md)
    for each in held:
        holder, _ = host.hold()
        holder.extend(etree.fromstring(f"<div>{each}</div>"))
    root = etree.fromstring(html)
    for element in root.iter():
        for number in range(len(held)):
            mark = f"{STX}plan:{number}{ETX}"
            element.text = (element.text or "").replace(f"@{number}", mark)
            element.tail = (element.tail or "").replace(f"@{number}", mark)
    LeftMarks(md, host).run(root)
    assert not host.is_lacking
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("html", "held", "filled"),
    [
        ("<p>a @0 b</p>", ["<p>x</p>"], "<p>a x b</p>"),
        ("<p>@0</p>", ["<p>x<b>y</b>z</p>"], "<p>x<b>y</b></p>"),
        ("<div>a @0 b</div>", ["<hr /><ul />"], "<div>a <hr /><ul /> b</div>"),
        ("<div><i />@0 b @1</div>", ["<hr />", "<p>x</p>"], "<div><i /><hr /> b x</div>"),
        ("<div>@0@1</div>", ["<hr />", "<ol />"], "<div><hr /><ol /></div>"),
    ],
)
def test_marks_in_text_are_filled(html: str, held: list[str], filled: str) -> None:
    assert _left(html, *held) == filled.replace("<b>y</b></p>", "<b>y</b>z</p>")


def test_marks_in_stashed_html_become_words() -> None:
    md = Markdown()
    host = Host(md)
    holder, mark = host.hold()
    etree.SubElement(holder, "p").text = "a <b> & c"
    assert LastMarks(md, host).run(f"<pre>{mark}</pre>") == "<pre>a &lt;b&gt; &amp; c</pre>"


@pytest.mark.parametrize(
    "text", ["\x02plan:0\x03", "a \x02plan:99\x03\n\n!!! n\n    \x02plan:1\x03\n"]
)
def test_an_author_cannot_write_marks(text: str) -> None:
    html = render(text)
    assert "\x02" not in html
    assert "\x03" not in html
    assert "plan:" in html  # it is text


HEADS = [
    '!!! note "T `x` *y*"\n    a\n',
    "## Head [x](y) `z` <b>q</b>\n",
    '![a `b`](c.png "t `q`")\n',
    "- [ ] <b title='x'>a</b> `<c>` **d**\n",
    "| `x` | [ ] |\n|---|---|\n| <b>y</b> | [x] z |\n",
    "Text { title='a `b`' }\n",
    "[^1]: note\n\n/// caption\nx\n///\n",
    '<div markdown title="x">\n\n- [ ] a\n\n</div>\n',
]


@pytest.mark.parametrize("text", HEADS)
def test_no_mark_is_left_on_a_page(text: str) -> None:
    extensions = (*SITE, "footnotes", "pymdownx.blocks.caption")
    html = render(text, extensions)
    assert html.strip()
    assert not [each for each in (STX, ETX, "plan:", "wzxhzdk") if each in html]
