"""Text by the bytes that the parser tells."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.hosts.markdown.blocks.source import SourceText


def _sign(html: str) -> str:
    return f"[{html}]"


@pytest.mark.parametrize("sign", ["a", "é", "任", "😀", "e\u0301"])
def test_places_are_bytes(sign: str) -> None:
    source = SourceText(f"{sign}\n{sign}b\n", 5)
    width = len(sign.encode())
    assert source.size == 2 * width + 3
    assert source.between(width + 1, 2 * width + 2) == f"{sign}b"
    assert (source.line(0), source.line(width), source.line(width + 1)) == (5, 5, 6)


def test_a_run_loses_quotes_and_margins() -> None:
    text = "> > a\n> >   b\nlazy\n"
    assert SourceText(text, 1).written(4, len(text), 2, _sign) == "a\nb\nlazy"


def test_for_the_host_lines_keep_their_indentation() -> None:
    text = "  a\n      b\n c\n"
    assert SourceText(text, 1).for_host(2, len(text), 0, _sign) == "a\n    b\nc"


@pytest.mark.parametrize(
    ("text", "start", "shown"),
    [
        ("Map<a, b> c", 0, "Map[&lt;]a, b> c"),
        ("\\<b>", 1, "[&lt;]b>"),  # the parser's text begins behind the backslash
        ("a\\<b>", 0, "a[&lt;]b>"),
        ("é \\\\<b>", 0, "é \\\\[&lt;]b>"),
        ("1 < 2", 0, "1 < 2"),
    ],
)
def test_what_looks_like_a_tag_is_text(text: str, start: int, shown: str) -> None:
    source = SourceText(text, 1)
    source.find_false_tags(start, source.size)
    assert source.written(0, source.size, 0, _sign) == shown


@pytest.mark.parametrize(
    ("text", "definitions"),
    [
        ("[a]: b.md\n", "[a]: b.md"),
        ("> - [a]: b.md\n", "[a]: b.md"),
        ("[a]:\n  /url\n  'title'\n", "[a]:\n/url\n'title'"),
        ("[Lamp]: [Shines]\n", "[Lamp]: [Shines]"),
        ("\n\n", ""),
    ],
)
def test_definitions(text: str, definitions: str) -> None:
    assert SourceText(text, 1).definitions(0, len(text)) == definitions


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("> [!NOTE]\n> a\n", "[!NOTE]", "a\n"),
        (">[!tip]- T\n  > é\n", "[!tip]- T", "é\n"),
        ("> [!NOTE]\nlazy\n", "[!NOTE]", "lazy\n"),
        ("> [!NOTE]", "[!NOTE]", ""),
    ],
)
def test_heads_of_callouts(text: str, head: str, rest: str) -> None:
    source = SourceText(text, 1)
    found = source.callout(0, 1)
    assert found is not None
    assert (found[0].rstrip("\n"), source.between(found[1], source.size)) == (head, rest)


@pytest.mark.parametrize("text", ["> [a]\n", "> text [!NOTE]\n", "> [!NOTE\n"])
def test_other_quotes_are_no_callouts(text: str) -> None:
    assert SourceText(text, 1).callout(0, 1) is None
