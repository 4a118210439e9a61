"""Links that widgets show: to plans, phases, tasks and pages."""

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
from mkdocs_plan_plugin.rendering.localization import Words
from mkdocs_plan_plugin.rendering.locator import Locator
from mkdocs_plan_plugin.rendering.shortening import shorten

_SHORT_NAME = 24


@dataclass(frozen=True, slots=True)
class Link:
    """A link's URL and text."""

    url: str
    text: str


class Linker:
    """Creates links. `page` is the path of the page that contains the link.

    Args:
        words: The catalogue.
        locator: Finds URLs.
    """

    def __init__(self, words: Words, locator: Locator) -> None:
        self._words = words
        self._locator = locator

    def plan(self, plan: Plan, page: str) -> Link:
        """Return a link to a plan."""
        return Link(self._locator.url(Location(plan.path), page), plan.title)

    def phase(self, phase: Phase, page: str) -> Link:
        """Return a link to a phase."""
        text = phase.title or self._words("other-tasks")
        return Link(self._locator.url(phase.location, page), text)

    def task(self, task: OpenTask | CompletedTask, page: str) -> Link:
        """Return a link to a task, or to its heading when the task has no anchor."""
        url = self._locator.task_url(task.location.path, task.line, page)
        return Link(url or self._locator.url(task.location, page), shorten(task.text))

    def entry(self, entry: CountedTask, page: str) -> Link:
        """Return a link to a counted task."""
        place = Location(entry.path, entry.task.section)
        return self.task(OpenTask(entry.task.text, place, entry.task.line), page)

    def short_entry(self, entry: CountedTask, page: str) -> Link:
        """Return a link to a counted task, labeled with its id or its first words."""
        text = entry.task.text
        return Link(self.entry(entry, page).url, task_id(text) or shorten(text, _SHORT_NAME))

    def target(self, target: IdTarget, page: str) -> str:
        """Return the URL of the definition of an id."""
        return f"{self._locator.url(Location(target.path), page)}#{quote(target.anchor)}"

    def pages(self, plan: Plan, page: str) -> list[Link]:
        """Return links to a plan's other pages, labeled by role, and by title if roles repeat."""
        return [
            Link(self._locator.url(Location(member.path), page), self.name(member, plan.members))
            for member in plan.members
            if member.path != page
        ]

    def siblings(self, plan: Plan, page: str) -> list[Link]:
        """Return links to all pages of a plan; the current page has no URL."""
        others = {member.path: self.name(member, plan.members) for member in plan.members}
        return [
            Link("" if path == page else self._locator.url(Location(path), page), name)
            for path, name in {plan.path: self._words("role.plan"), **others}.items()
        ]

    def name(self, member: Member, members: Sequence[Member]) -> str:
        """Return the label of a plan's page among these pages."""
        alike = [other for other in members if other.role is member.role]
        role = self._words(f"role.{member.role}")
        return role if len(alike) == 1 else f"{role}: {shorten(_distinct_name(member, alike))}"


def _distinct_name(member: Member, others: Sequence[Member]) -> str:
    """Return a page's title, or its file's or folder's name if others share the title."""
    names = [(other.title, _file_name(other.path), from_path(other.path)) for other in others]
    columns = list(zip(*names, strict=True))
    own = names[others.index(member)]
    once = (name for name, same in zip(own, columns, strict=True) if same.count(name) == 1)
    return next(once, member.path)


def _file_name(path: str) -> str:
    name = PurePosixPath(path).stem.replace("-", " ").replace("_", " ")
    return name[:1].upper() + name[1:]
