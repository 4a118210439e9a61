"""Resolve the ids named on pages to the definitions that they link to."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from mkdocs_plan_plugin.model import (
    Category,
    DefinitionForm,
    Diagnostic,
    Document,
    IdTarget,
    Mention,
    Plan,
    Role,
)
from mkdocs_plan_plugin.planning.links.ids import Meaning, PlanIds, is_near, is_wide
from mkdocs_plan_plugin.reading.links import is_requirement

_BELOW_HEADS = re.compile(r"[\s>|:-]+")


@dataclass(frozen=True, slots=True)
class ResolvedIds:
    """The ids of a page: the targets of those that it names, and those that it defines."""

    links: Mapping[str, IdTarget] = field(default_factory=dict)
    defined: tuple[IdTarget, ...] = ()


NO_IDS = ResolvedIds()


class IdLinker:
    """Links the ids of all pages of a site.

    Args:
        documents: Every page.
        roles: The role of each page that has one.
        plans_of: The plans that each page is part of.
        ids: The ids of each plan, by the plan's path.
        site: The definitions on pages outside plans.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        roles: Mapping[str, Role],
        plans_of: Mapping[str, Sequence[Plan]],
        ids: Mapping[str, PlanIds],
        site: Mapping[str, Sequence[IdTarget]],
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._documents = documents
        self._roles = roles
        self._plans_of = plans_of
        self._ids = ids
        self._site = site
        self._folders = _heads_by_folder(ids)
        self._defined_on = cache(self._count_definitions)

    def pages(self) -> Iterator[tuple[str, ResolvedIds]]:
        """Yield the resolved ids of each page that has any."""
        for path, document in self._documents.items():
            if document.ids.mentions or document.ids.definitions:
                found = self._page(document)
                if found.links or found.defined:
                    yield path, found

    def _page(self, document: Document) -> ResolvedIds:
        path = document.path
        plans = self._plans_of.get(path, ())
        known = [self._ids[plan.path] for plan in plans] or [self._ids_outside_plans(document)]
        headings = {section.line for section in document.sections}
        if not plans:
            headings.update(_column_heads(document))
        links: dict[str, IdTarget] = {}
        seen: set[str] = set()
        for mention in document.ids.mentions:
            if mention.key in seen or mention.line in headings:
                continue
            meaning = _agreed([ids.meaning(mention.key, path) for ids in known])
            if not plans and meaning.target and _is_at(meaning.target, path, mention.line):
                continue
            seen.add(mention.key)
            if meaning.target and (plans or self._is_certain(meaning.target, path)):
                links[mention.key] = meaning.target
            elif plans and len(meaning.candidates) > 1:
                self._report_ambiguity(path, mention, meaning.candidates)
        defined = dict.fromkeys(target for ids in known for target in ids.chosen_on(path))
        certain = [target for target in defined if plans or self._is_certain(target, path)]
        return ResolvedIds(links, tuple(certain))

    def _ids_outside_plans(self, page: Document) -> PlanIds:
        """The ids for a page outside plans: those of the one plan in the nearest folder, if any."""
        folder = posixpath.dirname(page.path)
        role = self._roles.get(page.path, Role.NONE)
        while folder:
            if heads := self._folders.get(folder):
                if len(heads) == 1:
                    return self._ids[heads[0]].joined_by(page, role)
                break
            folder = posixpath.dirname(folder)
        return PlanIds({page.path: role}, self._documents, self._site)

    def _is_certain(self, target: IdTarget, page: str) -> bool:
        """Whether an id is unambiguous outside plans, unlike short ids such as `T2`."""
        if target.path != page and target.path in self._plans_of:
            return True  # the page is in the folder of that plan
        key, form = target.definition.key, target.definition.form
        if target.path == page and form is DefinitionForm.PARAGRAPH:
            return True
        if target.path == page and form is DefinitionForm.ITEM and self._is_series(page, key):
            return True
        is_heading = form is DefinitionForm.HEADING
        is_here = is_heading and (target.path == page or is_near(target, page))
        return is_here or is_requirement(key) or (is_heading and is_wide(key))

    def _is_series(self, page: str, key: str) -> bool:
        """Whether a page lists several items with such ids, and defines this one once: `V1`."""
        defined, prefixes = self._defined_on(page)
        return defined[key] == 1 and prefixes[_prefix_of(key)] > 1

    def _count_definitions(self, page: str) -> tuple[Counter[str], Counter[str]]:
        """Count the definitions of each key on a page, and the keys of items by their prefix."""
        definitions = self._documents[page].ids.definitions
        items = {each.key for each in definitions if each.form is DefinitionForm.ITEM}
        return Counter(each.key for each in definitions), Counter(map(_prefix_of, items))

    def _report_ambiguity(
        self, path: str, mention: Mention, candidates: Iterable[IdTarget]
    ) -> None:
        lines = ", ".join(sorted(f"{each.path}:{each.definition.line}" for each in candidates))
        self.diagnostics.append(
            Diagnostic(
                path,
                mention.line,
                f"{mention.key} is ambiguous, so it is not linked; it is defined at {lines}",
                "give each definition its own id, or link to the one you mean",
                category=Category.IDS,
            )
        )


def _is_at(target: IdTarget, page: str, line: int) -> bool:
    return target.path == page and target.definition.line == line


def _column_heads(document: Document) -> Iterator[int]:
    """Yield the lines with the heads of tables, whose columns may be called like anything."""
    for number, line in enumerate(document.body.split("\n")):
        if "-|" in line.replace(" ", "").replace(":", "") and _BELOW_HEADS.fullmatch(line):
            yield number


def _prefix_of(key: str) -> str:
    return key.rstrip("0123456789.")


def _heads_by_folder(paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        found[posixpath.dirname(path)].append(path)
    return found


def _agreed(meanings: Sequence[Meaning]) -> Meaning:
    """Return the meaning of an id on a page shared by plans: the target that all agree on."""
    targets = {meaning.target for meaning in meanings if meaning.target}
    if len(targets) == 1:
        return Meaning(targets.pop())
    return meanings[0] if len(meanings) == 1 else Meaning()
