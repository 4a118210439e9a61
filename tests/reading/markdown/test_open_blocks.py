"""What is open at the end of a MkDocs block does not go on below it."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document
from mkdocs_plan_plugin.reading.markdown.open_blocks import open_block


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
