"""A block of HTML does not swallow what follows it."""

from __future__ import annotations

import time

import pytest

from mkdocs_plan_plugin.reading.markdown import without_swallowing


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


@pytest.mark.parametrize(
    "html", ["<script>" * 30_000, "<xmp></xmp>" * 30_000, "<xmp><title>" * 9999]
)
def test_many_tags_take_no_time(html: str) -> None:
    start = time.perf_counter()
    without_swallowing(html, lambda _: False)
    assert time.perf_counter() - start < 10
