"""Tasks in the HTML of a page: named boxes, and permalinks behind their texts."""

from __future__ import annotations

import re

import pytest

from mkdocs_plan_plugin.rendering import Words, complete_tasks
from tests.support.work import work

WORDS = Words()
INPUT = '<input type="checkbox" disabled/>'
LABEL = '<span class="task-list-indicator"></span></label>'


def item(text: str, attributes: str = ' id="t014"') -> str:
    return f'<li class="task-list-item"{attributes}>{text}</li>'


def link(name: str, anchor: str = "t014") -> str:
    return f'<a class="plan-task-link" href="#{anchor}" aria-label="Link to {name}"></a>'


def box(name: str, state: str = "") -> str:
    return f'<input class="plan-box"{state} aria-label="{name}" type="checkbox" disabled/>'


@pytest.mark.parametrize(
    ("html", "completed"),
    [
        pytest.param(
            item(f"{INPUT} T014 Replay"), item(f"{box('T014 Replay')} T014 Replay{link('T014')}")
        ),
        pytest.param(
            item(f'<label class="c">{INPUT}{LABEL} T014 Re<em>play</em>\n'),
            item(
                f'<label class="c">{box("T014 Replay")}{LABEL} T014 Re<em>play</em>{link("T014")}\n'
            ),
            id="custom-box",
        ),
        pytest.param(
            item(f"\n<p>{INPUT} Dig</p>\n<p>More</p>\n"),
            item(f"\n<p>{box('Dig')} Dig{link('Dig')}</p>\n<p>More</p>\n"),
            id="loose",
        ),
        pytest.param(
            item(f"{INPUT} Dig<ul>{item('<b>x</b>', '')}</ul>"),
            item(f"{box('Dig')} Dig{link('Dig')}<ul>{item('<b>x</b>', '')}</ul>"),
            id="outer",
        ),
        pytest.param(
            item(f"{INPUT} Dig", ""), item(f"{box('Dig')} Dig", ""), id="without-an-address"
        ),
        pytest.param(
            item(f'{INPUT} "A" &amp; &lt;b&gt; – c', ""),
            item(f'{box("&quot;A&quot; &amp; &lt;b&gt; &#8211; c")} "A" &amp; &lt;b&gt; – c', ""),
            id="signs",
        ),
        pytest.param(
            item(f"{INPUT} Dig", ' data-plan-state="cancelled" id="t014"'),
            item(
                f"""{box("Dig", ' data-state="cancelled"')} Dig{link("Dig")}""",
                ' data-plan-state="cancelled" id="t014"',
            ),
            id="cancelled",
        ),
        pytest.param(
            item('<span class="plan-box" role="img"></span>Dig <!-- why -->deep'),
            item(
                f'<span class="plan-box" role="img"></span>Dig <!-- why -->deep{link("Dig deep")}'
            ),
            id="our-box",
        ),
        pytest.param("<li>Dig</li>", "<li>Dig</li>", id="no-task"),
    ],
)
def test_items(html: str, completed: str) -> None:
    assert complete_tasks(html, WORDS) == completed


def test_long_texts_are_named_by_their_first_words() -> None:
    text = "Write the rule for stations that have been silent for longer than a day " * 2
    html = complete_tasks(item(f"{INPUT} {text}"), WORDS)
    assert 'aria-label="Link to Write the rule for &#8230;"' in html
    assert 'silent for longer than a day Write the rule &#8230;" type=' in html


def test_a_text_that_does_not_end_is_named_by_its_beginning() -> None:
    html = complete_tasks(f'<li class="task-list-item">{INPUT} Dig {"<b" * 9999}', WORDS)
    assert 'aria-label="Dig"' in html


def test_a_page_in_ascii_remains_in_ascii() -> None:
    assert complete_tasks(item(f"{INPUT} Gr&#246;&#223;e &amp; mehr"), WORDS).isascii()


def test_rows_that_are_tasks_have_a_link_in_their_first_cell() -> None:
    cell = '<td><span class="plan-box" data-state="done"></span>Done</td>'
    rows = f'<tr id="t-1">\n<td>Dig</td>{cell}</tr><tr id="own"><td>Text</td></tr><tr>{cell}</tr>'
    assert complete_tasks(rows, WORDS) == rows.replace("<td>Dig", f"<td>Dig{link('Dig', 't-1')}")


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        pytest.param("<td>T1 Dig</td><td>{}</td><td>{}</td>", ["T1 Dig"] * 2, id="other-cell"),
        pytest.param("<td>1</td><td>{} <b>cut</b></td>", ["cut"], id="own-cell"),
        pytest.param("<td>{}</td><td>Dig &amp; fill</td>", ["Dig &amp; fill"], id="first-cell"),
        pytest.param("<th>Dig</th>\n<td>{}</td>", ["Dig"], id="head"),
    ],
)
def test_boxes_that_an_author_wrote_into_a_row_are_named(cells: str, names: list[str]) -> None:
    row = f"<table><tr>{cells}</tr></table>".replace("{}", "<input type=checkbox disabled>")
    html = complete_tasks(row, WORDS)
    named = re.findall(r'<input class="plan-box" aria-label="(.*?)" type=checkbox disabled>', html)
    assert named == names


@pytest.mark.parametrize(
    "cell",
    [
        '<input type="checkbox" class="own" aria-label="Own">',
        '<label><input type="checkbox"> Own</label>',
        '<input type="text">',
    ],
)
def test_other_boxes_in_a_row_stay(cell: str) -> None:
    row = f"<table><tr><td>Dig</td><td>{cell}</td></tr></table>"
    assert complete_tasks(row, WORDS) == row


def test_four_times_the_rows_are_not_sixteen_times_the_work() -> None:
    def completing(rows: int) -> float:
        html = '<td><input type="checkbox">' + "<tr>" * rows
        return work(lambda: complete_tasks(html, WORDS))

    assert completing(8000) < 10 * completing(2000) + 0.01
