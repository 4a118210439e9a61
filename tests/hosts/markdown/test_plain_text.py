"""Text that skips the host's inline patterns is rendered as they would render it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.hosts.markdown.plain_text import PlainText
from tests.hosts.markdown.shapes import SITE, render

MORE = (*SITE, "footnotes", "abbr", "pymdownx.emoji", "pymdownx.caret", "pymdownx.tilde")
PIECES = (
    *(
        "word",
        "two words",
        "`code`",
        "`a*b`",
        "**bold**",
        "**Label:**",
        "**Label**:",
        "*slanted*",
        "`:::py x`",
        "`a &lt; b`",
        "[P]",
        "[US1]",
    ),
    *(" ", "\n", "*", "**", "_", "`", "[", "](x.md)", "]", "!", "\\", "<b>", "&amp;", ":", "[^1]"),
)


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


_PLACEHOLDER = "wzxhzdk"


def without(text: str, extensions: tuple[str, ...]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlainText, "run", lambda _self, _root: None)
        return render(text, extensions)


@given(texts(), st.sampled_from([SITE, MORE]))
@settings(max_examples=250)
@example("[P] [US1] word", SITE)
@example("**bold**`code`**bold**", SITE)
@example("word **two words** `a*b` word", MORE)
def test_the_result_is_that_of_the_host(text: str, extensions: tuple[str, ...]) -> None:
    page = f"# Title\n\n- [ ] {text}\n\n{text}\n\n[us1]: other.md\n\n[^1]: Note\n"
    expected = without(page, extensions)
    assume(_PLACEHOLDER not in expected)  # which the host fails to replace
    assert render(page, extensions) == expected


def test_most_tasks_skip_the_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    run = PlainText.run

    def count(self: PlainText, root: Element) -> None:
        run(self, root)
        counts.append(len(self.atomic_texts))

    monkeypatch.setattr(PlainText, "run", count)
    html = render("- [ ] T1 [P] [US1] **Write** `a.py`\n- [ ] plain\n\n**Goal**: a *fine* thing\n")
    assert counts == [6]  # four texts, two of them empty, and two emphasized
    assert "<strong>Write</strong> <code>a.py</code>" in html
    assert "<em>fine</em>" in html


def test_a_label_that_the_page_defines_is_a_link() -> None:
    html = render("A [P] and a [Q]\n\n[p]: other.md\n")
    assert '<a href="other.md">P</a> and a [Q]' in html
