"""Tests on real pages and sites of other projects; skipped where these are not at hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning.pages.source_map import SourceMap
from mkdocs_plan_plugin.planning.portfolio import Portfolio, build_portfolio
from mkdocs_plan_plugin.reading import RoleRules, decode, read_document

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")


@cache
def documents_below(folder: str) -> Mapping[str, Document]:
    """Every Markdown page below a folder of the corpus, such as `documents/project`."""
    root = CORPUS / folder
    paths = [path for path in sorted(root.rglob("*.md")) if path.is_file()]
    names = [path.relative_to(root).as_posix() for path in paths]
    return {
        name: read_document(name, decode(path.read_bytes()))
        for name, path in zip(names, paths, strict=True)
    }


@cache
def portfolio_of(folder: str) -> Portfolio:
    """The plans of a project of the corpus."""
    return build_portfolio(documents_below(folder), RoleRules(), repository=SourceMap("."))


def portfolios() -> Mapping[str, Portfolio]:
    """The plans of every project, by its name."""
    folders = sorted(path for path in (CORPUS / "documents").iterdir() if path.is_dir())
    return {folder.name: portfolio_of(f"documents/{folder.name}") for folder in folders}
