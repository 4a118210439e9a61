"""A few hundred random pages: `make fuzz` builds as many as wanted."""

from __future__ import annotations

from itertools import islice

import pytest

pytest.importorskip("cmarkgfm")

from fuzz.cli import pages
from fuzz.shape import shape_of, shape_on_github
from fuzz.shrinking import shrink
from fuzz.site import Finding, check_pages

SEED, COUNT = 7, 300
FOUND = (
    "| a | b |\n|---|--\t--|\n---\n- [ ] cut\n",  # no table, but a heading
    "+ [ ] cut\n   ===\n",  # a box in a heading
    "# Plan: Kite\n\n* [X] cut\n  ===\n",
    "-   [~] cut\n    # [x] Step: Sew\n",  # a heading with a box in an item
    "2) [ ] <!-- c -->\n    ## [x] Step: Sew\n",
    "#### Acceptance Criteria\n\n1. ☐ cut\n   # [x] Step: Sew\n2. ☐ join\n",
    " # [x] Step: Sew\n ## Acceptance Criteria\n\n- [-] fly\n",
    "- [ ] cut\n\n> ## [x] Step: Sew\n",  # quoted
    "> | Task | Status |\n> | --- | --- |\n> | cut | Done |\n",
    "- # Head\n  ☐ cut\n\n- [ ] sew\n",  # text after a heading in an item
    "+ [ ] # no head ~~drop~~ it\n  #### [x] Step: Sew\n+ [-] fly\n",
    "1. [x] <!-- c -->\n\n        code\n    ===\n1. [ ] join\n",  # a box with only a comment
    "- [ ] \n- [x]  \n  cut\n- [ ]\n  sew\n",  # text on the next line
    "- [ ]\n  2) [x] cut\n\n- [x] sew\n",
    '+ [ ] <input type="checkbox" checked> by hand\n',  # two boxes
    "| Task |\n|---|\n    | cut |\n| sew |\n1. \n- [ ] join\n",  # code right below a table
    "-\t[ ] cut\n    | Task | Due |\n    | :-: | :-: |\n        sew\n        join\n",
    "| Task |\n|---|\n<br>\n1. \n- [ ] cut\n\n- [x] sew\n",  # HTML right below a table
    "- [ ] cut\n<br>\n- [ ] join\n\n> - sew\n</task>\n- fly\n\n- [x] sew\n",  # below an item
    "# Tasks\nBelow:\nTask | Due\n--- | ---\ncut | May\n\n- [ ] sew\n",  # a head in a paragraph
    "- [ ] cut\n\n  Task\n  :-:\n  sew\n",
    '=== "A"\n     === "B"\n         - [ ] cut\n         ~~~py\n- [ ] sew\n',  # an open fence
    "!!! note\n    <!-- cut\n- [ ] sew\n\nTerm\n:   <script>\n\n- [x] join\n",
    "<ul><li>x</li></ul>\n: 1. [~] \n\n      1. [x] cut\n",  # no term
    "> - ✅ cut\n>     <textarea>\n-   [ ] sew\n",  # an element that is never closed
    "> <script>\n> join\n\n- [ ] cut\n\n- a\n  <style>\n- [ ] sew\n",
    '> [!CAUTION]\n> - [X] cut <input type="checkbox" checked>\n\n+ [ ] sew\n',  # a second box
    '|Task|Status|\n|-|-|\n| <input type="checkbox"> | [x] |\n| sew | Done |\n',
    '|Task|Done|\n|-|-|\n|<input type="checkbox">|<input type="checkbox" checked>|\n|sew|x|\n',
    "- ☐ cut\n    : sew\n- [~] join\n    : fly\n",  # a term
    "- [ ]* cut\n  1. [X]\n        code\n    /// note\n",  # a block of MkDocs below a list
    '- > ☐ cut\n- > [~] fly\n- > <input type="checkbox"> join\n- [ ] sew\n',  # all of it quoted
    "- ```\n  code\n  ```\n  ☐ cut\n- <div>text</div>\n\n  ☐ sew\n",  # text below code
    '> <div markdown="1">\n* [ ] cut\n',  # HTML that is open in a quote
    "- [ ] cut\n<br>\n<!-- a\n\n- [ ] sew\n",  # and a comment in HTML
    '<a id="x">\n!!! note\n\n       * [-] cut\n\n- [ ] sew\n',  # a block of MkDocs within HTML
    "1. [ ] cut\n      : -\n      1. [ ] sew\n",
    "- [x] cut\n    : 10. [ ] sew\n\nTerm\n: ---\n    - [ ] join\n",  # below a term
    "- [ ] ~~cut~~\n  # [x] Step: Sew\n* [x] join\n",  # below a heading in an item
    '- [ ] cut\n- [ ] sew <a id="cut"></a>\n\n<p id="sew">\n',  # ids of the author
)
"""Pages with faults that the fuzzer has found."""


@pytest.mark.parametrize("part", range(3))
def test_random_pages(part: int) -> None:
    size = COUNT // 3
    batch = [*islice(pages(SEED, COUNT), part * size, (part + 1) * size)]
    assert [(found.problem, found.page) for found in check_pages(batch)] == []


@pytest.mark.parametrize("page", FOUND)
def test_former_findings_stay_fixed(page: str) -> None:
    assert [found.problem for found in check_pages([page])] == []


def test_pages_are_the_same_for_the_same_seed() -> None:
    assert [*pages(1, 9)] == [*pages(1, 9)]
    assert [*pages(1, 9)] != [*pages(2, 9)]


def test_a_difference_is_found() -> None:
    text = "- [x] cut\n  1. sew\n"
    assert shape_of("<ul><li>cut</li></ul>") != shape_on_github(text)
    found = "<ul><li><input type=checkbox checked>cut<ol><li>sew</li></ol></li></ul>"
    assert shape_of(found) == shape_on_github(text)


def test_a_page_is_reduced_to_what_shows_the_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(pages: list[str]) -> list[Finding]:
        return [Finding("the page says no", page) for page in pages if "no" in page]

    monkeypatch.setattr("fuzz.shrinking.check_pages", check)
    page = "".join(f"{word}\n" for word in ("a", "b", "no", "c", "d", "e"))
    assert shrink(Finding("the page says no", page)) == "no\n"
