"""What a site's extensions do not read is read as on GitHub."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.hosts.markdown import syntaxes_of_site
from mkdocs_plan_plugin.reading import ReadingRules, read_document
from mkdocs_plan_plugin.reading.markdown import EVERY_SYNTAX, Syntax
from tests.hosts.markdown.shapes import BARE, SITE

TEXTS = {
    Syntax.ADMONITION: "!!! note\n    - [ ] cut\n",
    Syntax.DETAILS: "??? note\n    - [ ] cut\n",
    Syntax.TAB: '=== "A"\n    - [ ] cut\n',
    Syntax.BLOCK: "/// note\n2. [ ] cut\n",
    Syntax.HTML: "<div markdown>\n- [ ] cut\n</div>\n",
    Syntax.DEFINITION: "Term\n: - [ ] cut\n",
}


@pytest.mark.parametrize(
    ("extensions", "syntaxes"),
    [
        (BARE, set()),
        (SITE, EVERY_SYNTAX - {Syntax.BLOCK, Syntax.FOOTNOTE}),
        (["footnotes", "pymdownx.blocks.admonition"], {Syntax.FOOTNOTE, Syntax.BLOCK}),
        (["extra"], {Syntax.FOOTNOTE, Syntax.DEFINITION, Syntax.HTML}),
    ],
)
def test_the_syntax_of_a_site(extensions: list[str], syntaxes: set[Syntax]) -> None:
    assert syntaxes_of_site(extensions, None) == syntaxes


@pytest.mark.parametrize("syntax", TEXTS)
def test_a_box_counts_where_the_site_shows_it(syntax: Syntax) -> None:
    text = TEXTS[syntax]
    others = ReadingRules(syntaxes=EVERY_SYNTAX - {syntax})
    assert len(read_document("plan.md", text).tasks) == 1
    assert not read_document("plan.md", text, others).tasks
