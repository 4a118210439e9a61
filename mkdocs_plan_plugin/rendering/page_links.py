"""Links as the widgets show them: to plans, their phases, tasks and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from mkdocs_plan_plugin.model import (
    CompletedTask,
    CountedTask,
    IdTarget,
    Location,
    Member,
    OpenTask,
    Phase,
    Plan,
)
from mkdocs_plan_plugin.planning.pages import from_path
from mkdocs_plan_plugin.reading.tasks import task_id
from mkdocs_plan_plugin.rendering.catalogue import Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.shortening import shorten

_SHORT_NAME = 24


@dataclass(frozen=True, slots=True)
class Link:
    """A link's address and text."""

    url: str
    text: str


class Linker:
    """Makes links. `page` is always the path of the page that they stand on.

    Args:
        words: The catalogue.
        locator: Tells addresses.
    """

    def __init__(self, words: Words, locator: Locator) -> None:
        self._words = words
        self._locator = locator

    def plan(self, plan: Plan, page: str) -> Link:
        """A link to a plan."""
        return Link(self._locator.url(Location(plan.path), page), plan.title)

    def phase(self, phase: Phase, page: str) -> Link:
        """A link to a phase."""
        text = phase.title or self._words("other-tasks")
        return Link(self._locator.url(phase.place, page), text)

    def task(self, task: OpenTask | CompletedTask, page: str) -> Link:
        """A link to a task, or to the heading that it stands under."""
        url = self._locator.task_url(task.place.path, task.line, page)
        return Link(url or self._locator.url(task.place, page), shorten(task.text))

    def entry(self, entry: CountedTask, page: str) -> Link:
        """A link to a task that is counted."""
        place = Location(entry.path, entry.task.section)
        return self.task(OpenTask(entry.task.text, place, entry.task.line), page)

    def short_entry(self, entry: CountedTask, page: str) -> Link:
        """The same, called by the task's id or else by its first words."""
        text = entry.task.text
        return Link(self.entry(entry, page).url, task_id(text) or shorten(text, _SHORT_NAME))

    def target(self, target: IdTarget, page: str) -> str:
        """The address of what defines an id."""
        return f"{self._locator.url(Location(target.path), page)}#{quote(target.anchor)}"

    def pages(self, plan: Plan, page: str) -> list[Link]:
        """A plan's pages, called by their role; by their title where several have one role."""
        return [
            Link(self._locator.url(Location(member.path), page), self.name(member, plan.members))
            for member in plan.members
            if member.path != page
        ]

    def siblings(self, plan: Plan, page: str) -> list[Link]:
        """A plan's pages; the one that is shown has no address."""
        others = {member.path: self.name(member, plan.members) for member in plan.members}
        return [
            Link("" if path == page else self._locator.url(Location(path), page), name)
            for path, name in {plan.path: self._words("role.plan"), **others}.items()
        ]

    def name(self, member: Member, members: Sequence[Member]) -> str:
        """What a plan's page is called beside these others."""
        alike = [other for other in members if other.role is member.role]
        role = self._words(f"role.{member.role}")
        return role if len(alike) == 1 else f"{role}: {shorten(_told_apart(member, alike))}"


def _told_apart(member: Member, others: Sequence[Member]) -> str:
    """A page's title, or the name of its file where others have the same, or its folder's."""
    names = [(other.title, _file_name(other.path), from_path(other.path)) for other in others]
    columns = list(zip(*names, strict=True))
    own = names[others.index(member)]
    once = (name for name, same in zip(own, columns, strict=True) if same.count(name) == 1)
    return next(once, member.path)


def _file_name(path: str) -> str:
    name = PurePosixPath(path).stem.replace("-", " ").replace("_", " ")
    return name[:1].upper() + name[1:]
