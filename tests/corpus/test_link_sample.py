"""Links on real pages lead where a careful reader would look, and what is not linked is rightly so.

`link_sample.tsv` has 100 links and 100 unlinked mentions, drawn at random from all projects and
labelled by reading. Paths are quoted as in addresses. `meant` is the line that defines an id, or
the page or folder of a name; `self` where an id is defined at the mention itself; `none` where
nothing at hand is meant. Several defensible meanings are separated by `|`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_plan_plugin.model import ReferenceKind
from mkdocs_plan_plugin.planning.portfolio import Portfolio
from tests.corpus import needs_corpus, portfolio_of

SAMPLE = Path(__file__).with_name("link_sample.tsv")


class Mention(NamedTuple):
    """A row of the sample. `project` is the folder that the paths are in."""

    project: str
    page: str
    line: int
    mention: str
    kind: str
    meant: tuple[str, ...]


def mentions(sample: Path) -> Iterator[Mention]:
    """Read a sample."""
    with sample.open(encoding="utf-8", newline="") as file:
        for cells in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            written, line, mention, kind, meant = cells
            page, meant = unquote(written), unquote(meant)
            if page != "page":
                project = "/".join(page.split("/")[:2])
                start = f"{project}/"
                meanings = tuple(each.removeprefix(start) for each in meant.split("|"))
                yield Mention(project, page.removeprefix(start), int(line), mention, kind, meanings)


def linked(mention: Mention) -> str:
    """Where a mention leads: a page, for ids with a line, or nothing."""
    portfolio = portfolio_of(mention.project)
    if mention.kind == "id":
        return _id_link(portfolio, mention)
    found = portfolio.references.get(mention.page, {}).get(
        (ReferenceKind(mention.kind), mention.mention)
    )
    if not found:
        return ""
    return f"{found.page}#{found.fragment}" if found.fragment else found.page


def _id_link(portfolio: Portfolio, mention: Mention) -> str:
    ids = portfolio.ids.get(mention.page)
    named = (mention.mention, mention.line)
    is_named = named in {each[:2] for each in portfolio.documents[mention.page].ids.mentions}
    target = ids.links.get(mention.mention) if ids and is_named else None
    return f"{target.path}:{target.definition.line}" if target else ""


def is_right(mention: Mention, found: str) -> bool:
    """Whether a link leads to one of the meanings: to the page that represents a folder, too."""
    if found == f"{mention.page}:{mention.line}":  # a definition does not link to itself
        found = ""
    for meant in mention.meant:
        is_folder = meant.endswith("/") and found.startswith(meant)
        is_nothing = meant in ("none", "self") and not found
        if found == meant or found.partition("#")[0] == meant or is_folder or is_nothing:
            return True
    return False


@needs_corpus
def test_links_lead_to_what_is_meant_and_the_rest_is_unlinked() -> None:
    rows = [*mentions(SAMPLE)]
    found = [(mention, linked(mention)) for mention in rows]
    for kind, share in ((True, 0.99), (False, 0.97)):
        group = [(mention, link) for mention, link in found if bool(link) is kind]
        wrong = [(*mention, link) for mention, link in group if not is_right(mention, link)]
        assert len(group) >= 80
        assert len(wrong) <= (1 - share) * len(group), wrong
