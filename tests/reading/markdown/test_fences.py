"""Fences that GitHub closes before MkDocs does."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.markdown.fences import cuts_fences


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("```md\n1. x\n   ```sh\n   a\n   ```\n\n## B\n```\n", True),
        ("~~~\n  ~~~\n~~~\n", True),
        ("- a\n  ```md\n    ```sh\n    ```\n  b\n  ```\n", True),
        ("```a\nx\n```\n\n```b\ny\n```\n", False),
        ("````md\n```sh\n```\n````\n", False),
        ("```md\n    ```\n```\n", False),
        ("1. x\n   ```sh\n   a\n```\n\n1. y\n   ```sh\n   b\n   ```\n", False),
        ("```never closed\n   ```x\n", False),
        ("no fence", False),
    ],
)
def test_cut_fences(text: str, is_cut: bool) -> None:
    assert cuts_fences(text) is is_cut
