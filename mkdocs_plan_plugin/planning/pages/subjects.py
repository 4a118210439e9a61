"""Decide whether pages in one folder are about the same thing: a folder may be a whole site.

In a folder of plans every page belongs to the plan. Where most pages are others, a task list or a
spec is a plan's only if its title has a word of the plan's title.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping

from mkdocs_plan_plugin.model import Document, Role
from mkdocs_plan_plugin.planning.pages.titles import short_title
from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern
from mkdocs_plan_plugin.reading.lexicon.pages import (
    IMPLEMENTATION,
    OF,
    PLAN_OF,
    PROJECT_WORK,
    ROLE_NAMES,
    WHOLE_SPEC_NAMES,
)
from mkdocs_plan_plugin.reading.pages import is_canonical_plan, plain

_WORD = re.compile(r"[^\W_]{2,}")
_UNSPACED = lazy_pattern(r"[\u2e80-\U0003ffff]{2,}")
_FRONT = ("index", "readme")
# Beside a page called plan.md these are its own; a quick start may be that of the site.
_OF_PLANS = (Role.SPEC, Role.RESEARCH)
# Words that say what a page is, and not what it is about.
_COMMON = frozenset(
    (
        *(word for words in ROLE_NAMES.values() for word in words),
        *(*WHOLE_SPEC_NAMES, *PLAN_OF, *OF, *IMPLEMENTATION, *PROJECT_WORK),
        *("roadmap", "task", "list", "feature", "project", "todo", "backlog", "document", "draft"),
        *("the", "an", "and", "for", "of", "in", "on", "to", "with", "new", "our", "und", "et"),
    )
)


class Subjects:
    """Compares what pages are about.

    Args:
        documents: Every page.
        roles: The role of each page that has one.
    """

    def __init__(self, documents: Mapping[str, Document], roles: Mapping[str, Role]) -> None:
        self._documents = documents
        self._roles = roles
        self._surplus = Counter[str]()
        for path in documents:
            folder, name = posixpath.split(path)
            if posixpath.splitext(name)[0].lower() not in _FRONT:
                self._surplus[folder] += -1 if path in roles else 1

    def may_belong(self, page: str, head: str) -> bool:
        """Whether a page may be part of the plan whose main page is in its folder."""
        folder = posixpath.dirname(head)
        if posixpath.dirname(page) != folder or self._surplus[folder] <= 0:
            return True
        role = self._roles.get(page)
        own, other = self._words(page), self._words(head)
        is_generic = is_canonical_plan(head)
        if is_generic and role in _OF_PLANS:
            return True
        if own and other:
            return bool(own & other)
        return is_generic and role is Role.TASKS

    def _words(self, path: str) -> frozenset[str]:
        """The words of a page's title that tell its subject."""
        title = plain(short_title(self._documents[path].heading))
        pairs = (run[at : at + 2] for run in _UNSPACED.findall(title) for at in range(len(run) - 1))
        return frozenset((*_WORD.findall(title), *pairs)) - _COMMON
