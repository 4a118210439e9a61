"""What is open at the end of a MkDocs block does not go on below it."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.markdown.open_blocks import open_block, open_comment
from tests.support.work import work


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n```py\nx", 1),
        ("```\nx\n```", None),
        ("```\n~~~", 0),
        ("````\n```", 0),
        ("```\n````", None),
        ("> é\n> ~~~\n> x", 1),
        ("- x\n  ```\n  y\n", 1),
        ("- x\n  ```\n\ny\n", None),
        ("    ```", None),
        ("<!-- x\n\ny", 0),
        ("<!-- x -->", None),
        ("<div>\nx", None),
        ("a\n\n<pre>\n\nx", 2),
        ("<script>\n</script>", None),
        ("", None),
    ],
)
def test_what_is_open(text: str, line: int | None) -> None:
    assert open_block(text.split("\n")) == line


@pytest.mark.parametrize(
    "head", ["!!! note\n    ", "??? tip\n\n    x\n\n    ", '=== "A"\n    ', "Term\n:   "]
)
@pytest.mark.parametrize("opened", ["~~~py\n", "<!-- a\n", "<script>\n", "> ```\n"])
def test_what_is_below_is_read(head: str, opened: str) -> None:
    below = "" if head[0] != "T" else "\n"
    text = f"{head}{opened}    - [ ] no task\n{below}- [ ] cut\n- [x] sew\n"
    assert [task.text for task in read_document("plan.md", text).tasks][-2:] == ["cut", "sew"]


@pytest.mark.parametrize(
    ("html", "at"),
    [
        ("<div>\n<!-- a", 6),
        ("<!-- a -->\n<b>\n<!-- c <!-- d", 15),
        ("<!-- a -->", -1),
        ("<div title='<!--'>", -1),
        ('<div title="<!--" id=x>', -1),
        ("<script>'<!--'</script>", -1),
        ("<TEXTAREA>\n<!--", -1),
        ("<script>'<!--'</script><!-- x", 23),
        ("<pre>\n<!-- a</pre>", 6),  # in which a browser sees one
        ("<a '<!--", 4),  # no tag
        ("a", -1),
    ],
)
def test_where_a_comment_is_open(html: str, at: int) -> None:
    assert open_comment(html) == at


@pytest.mark.parametrize("part", ["<script", "<script>", "<!-- -->", "<a '", '<a "', "<a ", "<!"])
def test_four_times_the_html_is_not_sixteen_times_the_work(part: str) -> None:
    def search(count: int) -> float:
        return work(lambda: open_comment(f"{part * count}<!--"))

    assert search(40_000) < 10 * search(10_000) + 0.01
