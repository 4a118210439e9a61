"""Which ids on a page become links, and to what."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
from mkdocs_plan_plugin.planning.links.ids import Meaning, PlanIds, is_wide
from mkdocs_plan_plugin.reading.links import is_requirement


@dataclass(frozen=True, slots=True)
class ResolvedIds:
    """The ids of a page: what each that it names means, and what the page itself defines."""

    links: Mapping[str, IdTarget] = field(default_factory=dict)
    defined: tuple[IdTarget, ...] = ()


NO_IDS = ResolvedIds()


class IdLinker:
    """Links the ids of all pages of a site.

    Args:
        documents: Every page.
        roles: The role of each page that has one.
        plans_of: The plans that each page is a part of.
        ids: What the ids of each plan mean, by the plan's path.
        site: What pages of no plan define.
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

    def pages(self) -> Iterator[tuple[str, ResolvedIds]]:
        """Each page with ids that mean something."""
        for path, document in self._documents.items():
            if document.ids.mentions or document.ids.definitions:
                found = self._page(document)
                if found.links or found.defined:
                    yield path, found

    def _page(self, document: Document) -> ResolvedIds:
        path = document.path
        plans = self._plans_of.get(path, ())
        known = [self._ids[plan.path] for plan in plans] or [self._alone(document)]
        headings = {section.line for section in document.sections}
        links: dict[str, IdTarget] = {}
        seen: set[str] = set()
        for mention in document.ids.mentions:
            if mention.key in seen or mention.line in headings:
                continue
            seen.add(mention.key)
            meaning = _agreed([ids.meaning(mention.key, path) for ids in known])
            if meaning.target and (plans or self._may_link(meaning.target, path)):
                links[mention.key] = meaning.target
            elif plans and len(meaning.candidates) > 1:
                self._note(path, mention, meaning.candidates)
        defined = dict.fromkeys(target for ids in known for target in ids.chosen_on(path))
        kept = [target for target in defined if plans or self._may_link(target, path)]
        return ResolvedIds(links, tuple(kept))

    def _alone(self, page: Document) -> PlanIds:
        """What ids mean on a page of no plan: as in the plan in whose folder it is, if in one."""
        folder = posixpath.dirname(page.path)
        role = self._roles.get(page.path, Role.NONE)
        while folder:
            if heads := self._folders.get(folder):
                if len(heads) == 1:
                    return self._ids[heads[0]].joined_by(page, role)
                break
            folder = posixpath.dirname(folder)
        return PlanIds({page.path: role}, self._documents, self._site)

    def _may_link(self, target: IdTarget, page: str) -> bool:
        """Whether a link is sure on a page of no plan: not for `T2` and the like."""
        if target.path != page and target.path in self._plans_of:
            return True  # the page is in the folder of that plan
        key = target.definition.key
        is_heading = target.definition.form is DefinitionForm.HEADING
        return is_requirement(key) or (is_heading and is_wide(key))

    def _note(self, path: str, mention: Mention, candidates: Iterable[IdTarget]) -> None:
        places = ", ".join(sorted(f"{each.path}:{each.definition.line}" for each in candidates))
        self.diagnostics.append(
            Diagnostic(
                path,
                mention.line,
                f"{mention.key} is defined at {places}, so it is no link",
                "give one of them another id, or link to the one that is meant",
                category=Category.IDS,
            )
        )


def _heads_by_folder(paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        found[posixpath.dirname(path)].append(path)
    return found


def _agreed(meanings: Sequence[Meaning]) -> Meaning:
    """What an id means on a page that several plans share: only what all of them say."""
    targets = {meaning.target for meaning in meanings if meaning.target}
    if len(targets) == 1:
        return Meaning(targets.pop())
    return meanings[0] if len(meanings) == 1 else Meaning()
