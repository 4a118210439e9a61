"""Processors of the host are skipped on pages where they have nothing to do."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor

from mkdocs_plan_plugin.hosts.markdown import PlanExtension, RenderedPage
from mkdocs_plan_plugin.hosts.markdown.idle_processors import skip_idle

Asked = dict[str, int]
_CLASSES: dict[str, type[Treeprocessor]] = {
    "inline": InlineProcessor,
    "attr_list": AttrListTreeprocessor,
    "unescape": UnescapeTreeprocessor,
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Count the runs of the host's own processors."""
    counts = dict.fromkeys(_CLASSES, 0)

    def count(name: str, made: type[Treeprocessor]) -> None:
        run = made.run

        def counted(self: Treeprocessor, root: Element) -> Element | None:
            counts[name] += 1
            return run(self, root)

        monkeypatch.setattr(made, "run", counted)

    for name, made in _CLASSES.items():
        count(name, made)
    return counts


def host(*extensions: str) -> Markdown:
    ours = PlanExtension()
    ours.page = RenderedPage(is_github=True)
    return Markdown(extensions=["attr_list", *extensions, ours])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] Write `a.py` for **all**\n", {"inline": 0, "attr_list": 0, "unescape": 0}),
        ("A [link](a.md)\n", {"inline": 1, "attr_list": 0, "unescape": 0}),
        ("# Title {#t}\n", {"inline": 0, "attr_list": 1, "unescape": 0}),
        ("A \\* star\n", {"inline": 1, "attr_list": 0, "unescape": 1}),
    ],
)
def test_processors_run_only_where_needed(asked: Asked, text: str, expected: Asked) -> None:
    html = host().convert(text)
    assert asked == expected
    assert html == Markdown(extensions=["attr_list"]).convert(text)


def test_another_tree_is_processed(asked: Asked) -> None:
    md = host()
    md.convert("Plain\n")
    element = Element("div")
    element.append(Element("p"))
    element[0].text = "A [link](b.md)"
    md.treeprocessors["inline"].run(element)
    assert element[0][0].get("href") == "b.md"
    assert asked["inline"] == 1


def test_unknown_processors_are_not_wrapped() -> None:
    class Other(InlineProcessor):
        """A pattern that could match any text."""

    md = Markdown()
    md.treeprocessors.register(Other(md), "inline", 20)
    assert skip_idle(md, "inline") is None
    assert skip_idle(md, "attr_list") is None  # there is none
    md.treeprocessors.register(Treeprocessor(md), "late", 0)
    assert skip_idle(md, "unescape") is None  # it would run after that one
