"""Text that GitHub shows otherwise than Python-Markdown: escapes, raw tags, definitions, alerts."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_plan_plugin.reading import read_document
from tests.hosts.markdown.shapes import BARE, SITE, render


def page(text: str, extensions: tuple[str, ...] = SITE) -> Tag:
    html = render(text, extensions, document=read_document("plan.md", text))
    return BeautifulSoup(html, "html.parser")


def shown(text: str) -> str:
    return page(text).get_text("\n").strip()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"Pay \$50 \& go", "Pay $50 & go"),
        (r"\$50 first", "$50 first"),
        (r"the \<berth-id\> sign", "the <berth-id> sign"),
        (r"a \~5 m \| b \" \' \, \: \; \= \? \@ \^ \/ \%", "a ~5 m | b \" ' , : ; = ? @ ^ / %"),
        (r"\* no item and \_ no emphasis\_", "* no item and _ no emphasis_"),
        (r"ä\$ö \\$", r"ä$ö \$"),
        (r"\a stays", r"\a stays"),
    ],
)
def test_escaped_signs(written: str, expected: str) -> None:
    for before in ("", "- [ ] ", "# ", "> ", "1. x\n   - "):
        assert shown(f"{before}{written}\n").endswith(expected)


def test_backslashes_in_code_and_cells() -> None:
    text = "| a \\| \\$ | `x\\|y` |\n|---|---|\n| `\\$` | \\~ |\n"
    assert [cell.get_text() for cell in page(text).select("th, td")] == [
        "a | $",
        "x|y",
        "\\$",
        "~",
    ]


@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_backslash_breaks_a_line(before: str) -> None:
    inset = before.replace("-", " ")
    found = page(f"{before}one\\\n{inset}two\n")
    assert len(found.select("br")) == 1
    assert "\\" not in found.get_text()


def test_the_last_backslash_of_a_paragraph_is_shown() -> None:
    assert shown("one\\\n") == "one\\"


@pytest.mark.parametrize("tag", ["script", "title", "textarea", "style", "iframe", "XMP"])
def test_a_tag_that_is_never_closed_is_text(tag: str) -> None:
    text = f"- [x] Add a <{tag}> tag\n- [ ] Note\n\n## After <{tag}>\n\nRest <{tag} id=a> of it.\n"
    found = page(text)
    assert [item.get_text().strip() for item in found.select("li")] == [
        f"Add a <{tag}> tag",
        "Note",
    ]
    assert found.h2 is not None
    assert found.h2.get_text() == f"After <{tag}>"
    assert found.p is not None
    assert found.p.get_text() == f"Rest <{tag} id=a> of it."
    document = read_document("plan.md", text)
    assert [task.text for task in document.tasks] == [f"Add a <{tag}> tag", "Note"]
    assert document.sections[0].title == f"After <{tag}>"


def test_a_tag_is_not_closed_in_another_cell() -> None:
    found = page("| a | b |\n|---|---|\n| see <title> | and </title> |\n| c | d |\n")
    assert [cell.get_text().strip() for cell in found.select("td")] == [
        "see <title>",
        "and",
        "c",
        "d",
    ]


def test_an_element_that_is_closed_stays() -> None:
    text = '- [ ] See <iframe src="a.html"></iframe> and <b>b</b>\n'
    found = page(text)
    assert found.select_one("li iframe") is not None
    assert found.select_one("li b") is not None
    assert [task.text for task in read_document("plan.md", text).tasks] == ["See and b"]


def test_definitions_that_links_use() -> None:
    text = (
        "See [runbook], [the code][Core] and [the tool].\n\n"
        "[runbook]: runbook\n[core]: core 'Title'\n[the tool]:\n  https://example.org/tool\n"
        "[Component 1]: [Description]\n"
    )
    found = page(text)
    assert [(a.get_text(), a["href"]) for a in found.select("a")] == [
        ("runbook", "runbook"),
        ("the code", "core"),
        ("the tool", "https://example.org/tool"),
    ]
    assert "Component" not in found.get_text()  # nor is it shown on GitHub


ALERT = "> [!WARNING]\n> Mind the tide.\n>\n> - [ ] Ask the pilot\n"


@pytest.mark.parametrize("extensions", [SITE, BARE])
def test_alerts(extensions: tuple[str, ...]) -> None:
    found = page(ALERT, extensions)
    alert = found.select_one("div.admonition.warning")
    assert alert is not None
    assert [part.get_text(strip=True) for part in alert.select("p")] == [
        "Warning",
        "Mind the tide.",
    ]
    assert alert.select_one("li input[data-plan-quoted]") is not None
    assert not read_document("plan.md", ALERT).tasks


@pytest.mark.parametrize(
    "quote",
    [
        "> [!WARNING] with a title\n> text\n",
        "> [!OTHER]\n> text\n",
        "> [!NOTE]\n",
        "> [!NOTE]\n>\n",
        "- item\n  > [!NOTE]\n  > text\n",
        "> > [!NOTE]\n> > text\n",
    ],
)
def test_quotes_that_are_no_alerts(quote: str) -> None:
    found = page(quote)
    assert found.select_one("blockquote") is not None
    assert found.select_one(".admonition") is None
    assert "[!" in found.get_text()
