"""Derive titles of plans and pages from front matter, headings and paths."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.reading.markdown import without_controls

_ROLE_WORDS = (
    r"(?:implementation plan|implementation tasks|technical plan|project plan|feature specification"
    r"|feature spec|specification|requirements document|requirements|design document"
    r"|technical design|design|proposal|change|research|tasks|plan|spec)"
)
_PREFIX = re.compile(rf"\A[\W_]*{_ROLE_WORDS}\s*(?:[:：]|\s[—–-]\s)\s*", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*(?:[:：—–-]\s*|\s)(?:feature )?(?:implementation (?:plan|tasks)|specification)\s*\Z",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_ROLE_WORDS}|\[[^\]]*\]|", re.IGNORECASE)
_NUMBERED = re.compile(r"\A(?:\d{4}-\d\d-\d\d|\d+)[-_ ]+")
_GENERIC_FOLDERS = frozenset(("", "docs", "plan", "plans", "specs", "development"))


def short_title(title: str) -> str:
    """Shorten `Implementation Plan: Checkout` to `Checkout`, and a generic title to nothing."""
    written = _on_one_line(title)  # in long runs of spaces the other patterns would be slow
    short = _SUFFIX.sub("", _PREFIX.sub("", written)).strip()
    return "" if _BARE.fullmatch(short) else short


def plan_title(head: Document, specs: tuple[Document, ...]) -> str:
    """Return a plan's title: from front matter, its heading, its spec's heading, or its folder.

    Specs in the plan's folder take precedence over others.
    """
    given = head.meta.get("title")
    if isinstance(given, str) and (title := short_title(given)):
        return title
    folder = posixpath.dirname(head.path)
    near = sorted(specs, key=lambda spec: posixpath.dirname(spec.path) != folder)
    for document in (head, *near):
        if title := short_title(document.heading):
            return title
    return head.heading if _is_title(head.heading) else from_path(head.path)


def page_title(document: Document) -> str:
    """Return the title of a page for links to it."""
    given = document.meta.get("title")
    title = given if isinstance(given, str) and given.strip() else document.heading
    return short_title(title) or _on_one_line(title) or from_path(document.path)


def from_path(path: str) -> str:
    """Derive a title from a path: `Offline maps` for `specs/001-offline-maps/plan.md`."""
    pure = PurePosixPath(path)
    folder = pure.parent.name
    generic = _BARE.fullmatch(pure.stem.replace("-", " ").replace("_", " "))
    name = folder if generic and folder.lower() not in _GENERIC_FOLDERS else pure.stem
    name = _NUMBERED.sub("", name).replace("-", " ").replace("_", " ").strip()
    return (name[:1].upper() + name[1:]) if name else pure.stem


def _on_one_line(title: str) -> str:
    return " ".join(without_controls(title).split())


def _is_title(heading: str) -> bool:
    return bool(heading) and "[" not in heading and not _BARE.fullmatch(heading)
