"""The blocks that are found are those of GitHub, with the ranges of the text as written."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.markdown import events_of
from mkdocs_plan_plugin.reading.markdown.blocks import read_blocks
from mkdocs_plan_plugin.reading.markdown.parser.misreadings import find_additions
from tests.support.work import work

TABLE = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ("| c | d |\n    | e | f |\n| g | h |\n", 1),
        ("    x\n", 0),
        ("   x\n", 1),
        ("x\n     y\n", 1),
        ("<br>\n| c | d |\n", 0),
        ("| c | d |\n  <a id='x'>\n", 1),
        ("</span>\n", 0),
        ("<br> x\n", 1),
        ("<br\n", 1),
        ("<b x=1>y</b>\n", 1),
    ],
)
def test_a_table_ends_where_it_does_on_github(below: str, rows: int) -> None:
    (table,) = read_blocks(TABLE + below).tables
    assert len(table.rows) == rows


@pytest.mark.parametrize("prefix", ["> ", "  ", "> > ", ">   "])
def test_a_table_in_a_container_ends_there_too(prefix: str) -> None:
    text = "".join(f"{prefix}{line}\n" for line in (*TABLE.split("\n")[:2], "x", "    y"))
    marker = "- " if prefix == "  " else ""
    text = marker + text.removeprefix("  ") if marker else text
    (table,) = read_blocks(text).tables
    assert table.rows == (("x", ""),)
    assert len(read_blocks(text).code) == 1


@pytest.mark.parametrize("prefix", ["", "> ", "  "])
@pytest.mark.parametrize("delimiters", ["|---|- -|", "| --- | --\t-- |", "|---|-  -"])
def test_dashes_with_space_between_delimit_no_table(prefix: str, delimiters: str) -> None:
    text = f"{prefix}| a | b |\n{prefix}{delimiters}\n{prefix}| c | d |\n{prefix}---\n"
    blocks = read_blocks(text)
    assert blocks.tables == []
    assert [section.level for section in blocks.sections] == [2]


@pytest.mark.parametrize("prefix", ["", "> ", "  "])
def test_a_comment_in_html_ends_where_it_is_closed(prefix: str) -> None:
    lines = ("<x>", "<!-- a", "", "- [ ] no task", "", "b -->", "", "- [ ] cut", "</x>")
    text = "".join(f"{prefix}{line}\n" for line in lines)
    text = "- " + text.removeprefix("  ") if prefix == "  " else text
    assert [item.text for item in read_blocks(text).items if item.ticked is not None] == ["cut"]


@pytest.mark.parametrize(
    "html", ["<x>\n<!-- a\n", "<x title='<!--'>\n", "<x> <!-- a\n", "<script>\n'<!--'\n</script>\n"]
)
def test_what_is_below_another_comment_is_read(html: str) -> None:
    closed = "\nb -->\n" if html.startswith("<x> <!") else "\n"
    blocks = read_blocks(f"{html}\n- [ ] cut\n{closed}")
    assert [item.text for item in blocks.items] == ["cut"]


def test_all_that_is_indented_below_a_table_is_one_block_of_code() -> None:
    blocks = read_blocks(f"{TABLE}    x\n    y\n     z\n")
    assert blocks.code == [(3, 5)]
    assert blocks.tables[0].rows == ()


def test_a_row_indented_as_its_item_is_a_row() -> None:
    text = "1.  x\n\n    | a | b |\n    |---|---|\n    | c | d |\n       | e | f |\n"
    (table,) = read_blocks(text).tables
    assert table.lines == (5, 6)


@pytest.mark.parametrize(
    ("text", "header", "line"),
    [
        ("Text\nName | Status\n--- | ---\na | b\n", ("Name", "Status"), 4),
        ("Text\n  more\nName | Status |\n:--|--:\na | b\n", ("Name", "Status"), 5),
        ("Text\n     Name | Status\n--- | ---\na | b\n", ("Name", "Status"), 4),
        ("Status\n|---|\na\n", ("Status",), 3),
        ("Status\n:-:\na\n", ("Status",), 3),
        ("\\|x\n|-|\na\n", ("|x",), 3),
        ("> Text\n> Ünit | B\n> --- | ---\n> a | b\n", ("Ünit", "B"), 4),
        ("- Text\n  A | B\n  --- | ---\n  a | b\n", ("A", "B"), 4),
    ],
)
def test_the_last_line_of_a_paragraph_is_a_head(
    text: str, header: tuple[str, ...], line: int
) -> None:
    (table,) = read_blocks(text).tables
    assert table.header == header
    assert table.lines == (line,)


@pytest.mark.parametrize(
    "text",
    [
        "Text\na | b\n--- | --- | ---\n",
        "Text\na | b\n    --- | ---\n",
        "> Text\n> a | b\n--- | ---\n",
        "***\n|-|\n",
        "\\\n|-|\n",
        "Text\n---\n",
        "Text\n    |a|\n|-|\n",
    ],
)
def test_what_is_no_head_stays_text(text: str) -> None:
    assert read_blocks(text).tables == []
    assert not find_additions(text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- [ ] a\n<br>\n- [ ] b\n\n- [ ] c\n", ["a", "c"]),
        ("- [ ] a\n  <br>\n- [ ] b\n", ["a", "b"]),
        ("- [ ] a <br>\n- [ ] b\n", ["a", "b"]),
        ("1. - [ ] a\n   </task>\n   - [ ] b\n\n   - [ ] c\n", ["a", "c"]),
        ("- [ ] a `b\n</task>\nc`\n\n- [ ] d\n", ["a `b", "d"]),
        ("- [ ] a\n</task>\n</tasks>\n\n- [ ] d\n", ["a", "d"]),
    ],
)
def test_a_tag_below_an_item_ends_it(text: str, items: list[str]) -> None:
    ticked = [item.text for item in read_blocks(text).items if item.ticked is not None]
    assert [text.replace("<br>", "").strip() for text in ticked] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- [ ]\n  2) [x] cut\n", [("[ ] 2) [x] cut", None)]),
        ("- [x]\n  text\n", [("[x] text", None)]),
        ("- [ ]", [("[ ]", None)]),
        ("- [ ] \n  1. [x] cut\n", [("", False), ("cut", True)]),
    ],
)
def test_a_box_without_a_space_is_text(text: str, items: list[tuple[str, bool | None]]) -> None:
    assert [(item.text, item.ticked) for item in read_blocks(text).items] == items


@pytest.mark.parametrize(
    "text",
    [
        f"ü\n\n{TABLE}<br>\n\n## Ende\n",
        f"- [ ]\n\n{TABLE}    code\n\n> é\n</task>\n\n`x`\n",
        "Text\nA | B\n--|--\nc | d\n\nü\n- [x]\n</b>\n\n# H\n",
    ],
)
def test_ranges_are_those_of_the_text(text: str) -> None:
    data = text.encode()
    additions = {addition.text for addition in find_additions(text)}
    assert additions
    for event, span in events_of(text):
        written = data[span["start"] : span["end"]].decode()
        if "Text" in event:
            assert event["Text"] == written
        if "Html" in event:
            assert event["Html"].strip() == written.strip() != "<!B>"
        if "Start" in event and isinstance(event["Start"], dict) and "Heading" in event["Start"]:
            assert written.startswith("#")


def test_four_times_the_broken_tables_are_not_sixteen_times_the_work() -> None:
    def read(count: int) -> object:
        return list(events_of(f"{TABLE}    x\n| c | d |\n|---|---|\n<br>\n" * count))

    assert work(lambda: read(600)) < 10 * work(lambda: read(150))
