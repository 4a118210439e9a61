"""Find the definition of an id: in its own plan first, ranked by the roles of the pages."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_plan_plugin.model import Definition, DefinitionForm, Document, Form, IdTarget, Role
from mkdocs_plan_plugin.reading.links import is_requirement, key_of
from mkdocs_plan_plugin.reading.tasks import anchor_of, task_id

_MAY_BE_TASK = re.compile(r"[A-Z]{1,10}-?\d|Task |[A-Z-]+\d|\d")
_TASK = re.compile(r"(?:T|TASK|WP|ST|STEP)-?\d.*")
# Specific enough to be unique in a whole project.
_WIDE = re.compile(r"[A-Z]{2,8}(?:-[A-Z][A-Z0-9]*)*-\d.*|ADR\d+")
_NUMBERED = re.compile(r"(?!T\d)[A-Z]{1,4}\d{1,3}(?:\.\d{1,3})*")
_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORT = re.compile(r"(?!T)[A-Z]\d{1,2}")
_FORMS = tuple(DefinitionForm)
_OF_TASKS = (Role.TASKS, Role.PLAN, Role.SPEC)
_OF_REQUIREMENTS = (
    Role.SPEC,
    Role.PLAN,
    Role.RESEARCH,
    Role.DATA_MODEL,
    Role.CONTRACT,
    Role.QUICKSTART,
    Role.TASKS,
    Role.CHECKLIST,
    Role.DECISION,
)
_REVIEW = re.compile(
    r"(?<![^\W_])(?:reviews?|reports?|audits?|retrospectives?)(?![^\W_])", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\W_]+")


class Meaning(NamedTuple):
    """The meaning of an id: one target, several candidates, or neither if it is unknown."""

    target: IdTarget | None = None
    candidates: tuple[IdTarget, ...] = ()


NOTHING = Meaning()


class PlanIds:
    """The ids of one plan.

    Args:
        roles: The plan's pages and their roles.
        documents: The documents of at least these pages.
        site: The definitions on pages outside plans.
    """

    def __init__(
        self,
        roles: Mapping[str, Role],
        documents: Mapping[str, Document],
        site: Mapping[str, Sequence[IdTarget]] = MappingProxyType({}),
    ) -> None:
        self._roles = roles
        self._documents = documents
        self._site = site
        self._known: dict[tuple[str, str], Meaning] = {}
        self._chosen: dict[str, tuple[IdTarget, ...]] = {}
        self._boxes_on: dict[str, frozenset[int]] = {}

    @cached_property
    def _written(self) -> dict[str, list[IdTarget]]:
        pages = [self._documents[path] for path in self._roles]
        return definitions_of(pages)

    @cached_property
    def _tasks(self) -> dict[str, list[IdTarget]]:
        found: defaultdict[str, list[IdTarget]] = defaultdict(list)
        for path in self._roles:
            for task in self._documents[path].tasks:
                if written := task_id(task.text):
                    key = key_of(written)
                    form = DefinitionForm.ROW if task.form is Form.ROW else DefinitionForm.TASK
                    definition = Definition(key, written, task.line, form, task.text, task.section)
                    found[key].append(IdTarget(path, definition, anchor_of(task.text)))
        # "Task 1.4" is the one that is numbered 1.4, if only one is.
        numbered = {f"Task {key}": each for key, each in found.items() if _NUMBER.fullmatch(key)}
        for key, targets in numbered.items():
            if len(targets) == 1 and key not in found:
                found[key] = targets
        return found

    def meaning(self, key: str, page: str) -> Meaning:
        """Return the meaning of an id on a page."""
        if (key, page) not in self._known:
            self._known[key, page] = self._meaning(key, page)
        return self._known[key, page]

    def joined_by(self, page: Document, role: Role) -> PlanIds:
        """Return these ids with one more page."""
        path = page.path
        return PlanIds({**self._roles, path: role}, {**self._documents, path: page}, self._site)

    def chosen_on(self, page: str) -> Sequence[IdTarget]:
        """Return the definitions on a page that its own ids resolve to, each once, in order."""
        if page not in self._chosen:
            found = (
                self.meaning(definition.key, page).target
                for definition in self._documents[page].ids.definitions
            )
            own = (target for target in found if target and target.path == page)
            self._chosen[page] = tuple(dict.fromkeys(own))
        return self._chosen[page]

    def _meaning(self, key: str, page: str) -> Meaning:
        found = [each for each in self._written.get(key, ()) if _may_define(each.definition)]
        if not is_requirement(key) and _MAY_BE_TASK.match(key):
            found += self._tasks.get(key, ())
        if not found:
            return _only(self._wide(key) or self._near(key, page))
        is_unsettled = is_requirement(key) and not any(map(self._is_settled, found))
        if is_unsettled and len(wide := self._wide(key)) == 1:
            return Meaning(wide[0])
        if len(found) == 1:
            return Meaning(found[0])
        ranks = [self._rank(target, page) for target in found]
        best = min(ranks)
        equal = [target for target, rank in zip(found, ranks, strict=True) if rank == best]
        if _SHORT.fullmatch(key) and _is_repeated(equal):
            return NOTHING  # numbers that restart in each table or list
        if _is_task(key) and _contradict(equal, equal[0]):
            return NOTHING  # a number that two tasks have
        is_usual = is_requirement(key) or _is_task(key)
        is_loose = (
            not is_usual and _NUMBERED.fullmatch(key) and not _is_only_heading(equal[0], found)
        )
        if is_loose and _contradict(found, equal[0]):
            return NOTHING
        # Only the first on each page is a candidate. One in the page's own folder is meant.
        candidates = list({target.path: target for target in reversed(equal)}.values())
        here = [each for each in candidates if _is_beside(each.path, page)]
        return _only(here if len(here) == 1 else candidates)

    def _boxes(self, page: str) -> frozenset[int]:
        if page not in self._boxes_on:
            tasks = self._documents[page].tasks
            self._boxes_on[page] = frozenset(task.line for task in tasks)
        return self._boxes_on[page]

    def _is_settled(self, target: IdTarget) -> bool:
        """Whether a definition is authoritative, by its page or its form, and not a repetition."""
        is_spec = self._roles[target.path] is Role.SPEC
        return is_spec or target.definition.form is DefinitionForm.HEADING

    def _wide(self, key: str) -> list[IdTarget]:
        """The definitions with a heading on pages outside plans, for project-wide ids."""
        is_story = key.startswith("US") and not any(
            self._is_settled(target)
            for other, targets in self._written.items()
            if other.startswith("US")
            for target in targets
        )
        found = self._site.get(key, ()) if is_story or is_wide(key) else ()
        is_criterion = key.startswith("US") and "." in key  # a list item below the story's heading
        return [
            each for each in found if is_criterion or each.definition.form is DefinitionForm.HEADING
        ]

    def _near(self, key: str, page: str) -> list[IdTarget]:
        """The definitions with a heading on pages without a plan in the folder of a page."""
        return [target for target in self._site.get(key, ()) if is_near(target, page)]

    def _rank(self, target: IdTarget, page: str) -> tuple[int, ...]:
        role = self._roles[target.path]
        key, form = target.definition.key, _FORMS.index(target.definition.form)
        if _is_task(key):
            return _role_rank(role, _OF_TASKS), form, target.path != page
        if is_requirement(key) and not key.startswith("AC"):  # each page has its own criteria
            # Outside specs, rows of tables track requirements and do not define them.
            is_row = target.definition.form is DefinitionForm.ROW
            is_tracking = is_row and role is not Role.SPEC
            rank = _role_rank(role, _OF_REQUIREMENTS)
            is_box = target.definition.line in self._boxes(target.path)
            is_work = is_box and role is not Role.SPEC
            return is_tracking, is_work, rank, is_row or is_box, target.path != page, form
        return target.path != page, _role_rank(role, _OF_REQUIREMENTS), form, not _begins(target)


@lru_cache(maxsize=8192)
def _is_task(key: str) -> bool:
    return bool(_TASK.fullmatch(key))


def is_wide(key: str) -> bool:
    """Whether an id is specific enough to be project-wide: `ADR-3`, not `R1`."""
    return bool(_WIDE.fullmatch(key))


def is_near(target: IdTarget, page: str) -> bool:
    """Whether a definition is a heading on a page in the same folder, which is no whole site."""
    return _is_beside(target.path, page) and target.definition.form is DefinitionForm.HEADING


def _is_beside(path: str, page: str) -> bool:
    folder = posixpath.dirname(page)
    return bool(folder) and posixpath.dirname(path) == folder


def definitions_of(pages: Iterable[Document]) -> dict[str, list[IdTarget]]:
    """Return the definitions on pages by key, without tasks, in order of pages and lines."""
    found: defaultdict[str, list[IdTarget]] = defaultdict(list)
    for page in pages:
        is_review = bool(_REVIEW.search(page.path))
        tasks = {task.line: task for task in page.tasks} if page.ids.definitions else {}
        for definition in page.ids.definitions:
            if is_review and _is_remark(definition):
                continue
            task = tasks.get(definition.line)
            anchor = anchor_of(task.text) if task else definition_anchor(definition.key)
            found[definition.key].append(IdTarget(page.path, definition, anchor))
    return found


@lru_cache(maxsize=8192)
def definition_anchor(key: str) -> str:
    """Return the HTML id of a definition: `fr-001`, `us1`, `requirement-1-2`."""
    return _BETWEEN.sub("-", key).strip("-").lower()


def _is_remark(definition: Definition) -> bool:
    """Whether an item begins with a short id, as a review does about what others define."""
    is_short = definition.key[1:2].isdigit() or definition.key.startswith("Task ")
    return is_short and definition.form in (DefinitionForm.ITEM, DefinitionForm.PARAGRAPH)


def _may_define(definition: Definition) -> bool:
    """Whether it is a definition: a decision needs a heading, other text just refers to it."""
    is_decision = definition.key.startswith("ADR")
    return not is_decision or definition.form is DefinitionForm.HEADING


def _begins(target: IdTarget) -> bool:
    """Whether a definition is not a heading that names its id later: `Afterwards: G6`."""
    definition = target.definition
    begins = _BETWEEN.match(definition.text)
    is_first = definition.text.startswith(definition.written, begins.end() if begins else 0)
    return is_first or definition.form is not DefinitionForm.HEADING


def _is_only_heading(chosen: IdTarget, found: Iterable[IdTarget]) -> bool:
    """Whether no other heading begins with the id of one, so that the rest just refers to it."""
    headings = [each for each in found if each.definition.form is DefinitionForm.HEADING]
    return [each for each in headings if _begins(each)] == [chosen]


def _contradict(found: Iterable[IdTarget], chosen: IdTarget) -> bool:
    """Whether another definition on the same page is about something else altogether."""
    own = _words(chosen)
    others = (_words(each) for each in found if each.path == chosen.path and each != chosen)
    return any(len(words) > 1 and len(own) > 1 and not own & words for words in others)


def _words(target: IdTarget) -> frozenset[str]:
    _, _, text = target.definition.text.partition(target.definition.written)
    return frozenset(_WORD.findall(text.casefold()))


def _is_repeated(targets: Sequence[IdTarget]) -> bool:
    """Whether a page defines an id several times, and differently."""
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for target in targets:
        texts[target.path].add(target.definition.text)
    return any(len(found) > 1 for found in texts.values())


def _role_rank(role: Role, order: Sequence[Role]) -> int:
    return order.index(role) if role in order else len(order)


def _only(targets: Sequence[IdTarget]) -> Meaning:
    if len(targets) == 1:
        return Meaning(targets[0])
    return Meaning(candidates=tuple(targets)) if targets else NOTHING
