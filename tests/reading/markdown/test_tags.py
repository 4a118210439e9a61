"""A block of HTML does not swallow what follows it."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.markdown import without_swallowing
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
