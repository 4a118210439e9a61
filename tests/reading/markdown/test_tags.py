"""A block of HTML does not swallow what follows it."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.markdown import open_comment, without_swallowing
from tests.support.work import work


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<textarea>\nx", "&lt;textarea>\nx"),
        ("<div><Script>\nx", "<div>&lt;Script>\nx"),
        ("<script>\n'<style>'\n</script>", "<script>\n'<style>'\n</script>"),
        ("<script></SCRIPT ><xmp>a", "<script></SCRIPT >&lt;xmp>a"),
        ("<script></script><script>", "<script></script>&lt;script>"),
        ("<style>\n<script>\n</script>", "&lt;style>\n<script>\n</script>"),
        ("</iframe><titles><div>", "</iframe><titles><div>"),
    ],
)
def test_tags_that_are_never_closed_are_text(html: str, shown: str) -> None:
    assert without_swallowing(html, lambda _: False) == shown


def test_an_element_may_be_closed_in_a_later_block() -> None:
    html = "<xmp><iframe src='x'>"
    assert without_swallowing(html, lambda name: name == "iframe") == "&lt;xmp><iframe src='x'>"


@pytest.mark.parametrize("part", ["<script>", "<xmp></xmp>", "<xmp><title>"])
def test_four_times_the_tags_are_not_sixteen_times_the_work(part: str) -> None:
    def shown(count: int) -> str:
        return without_swallowing(part * count, lambda _: False)

    assert work(lambda: shown(8_000)) < 10 * work(lambda: shown(2_000))


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
