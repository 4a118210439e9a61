"""Elements and text for the host come in order."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown

from mkdocs_plan_plugin.hosts.markdown.blocks.containers import Container
from mkdocs_plan_plugin.hosts.markdown.blocks.host import Host
from mkdocs_plan_plugin.hosts.markdown.blocks.places import HeldBlocks


def _container(tag: str = "li") -> Container:
    md = Markdown()
    host = Host(md)
    md.parser.blockprocessors.register(HeldBlocks(md.parser, host), "held", 200)
    return Container(etree.Element(tag), host)


def _html(container: Container) -> str:
    container.close()
    return etree.tostring(container.element, encoding="unicode")


def test_without_text_for_the_host_elements_stand_at_once() -> None:
    container = _container()
    etree.SubElement(container.target(), "hr")
    container.add_text("a")
    container.add_text("b")
    assert _html(container) == "<li><hr />\na\nb</li>"


def test_elements_behind_text_for_the_host_wait_with_it() -> None:
    container = _container("blockquote")
    etree.SubElement(container.target(), "hr")
    container.add_for_host("one")
    etree.SubElement(container.target(), "br")
    container.add_for_host("two")
    assert _html(container) == "<blockquote><hr /><p>one</p><br /><p>two</p></blockquote>"


def test_text_of_a_tight_item_is_in_no_paragraph() -> None:
    container = _container()
    container.add_for_host("one")
    container.add_text("two")
    assert "<p>" not in _html(container)


def test_text_joins_the_block_before_it_but_no_element() -> None:
    container = _container()
    container.add_for_host("one")
    container.add_for_host("two", joins=True)
    assert container.text() == "one\ntwo"
    container.target()
    container.add_for_host("three", joins=True)
    assert container.text().split("\n\n")[2] == "three"
