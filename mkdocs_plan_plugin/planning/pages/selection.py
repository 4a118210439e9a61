"""Select plans by name or filter: `specs/001-alerts`, `status=in-progress tag=field`."""

from __future__ import annotations

import posixpath
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from mkdocs_plan_plugin.model import Health, Plan, Status
from mkdocs_plan_plugin.planning.pages.slugs import slugs_of
from mkdocs_plan_plugin.reading import did_you_mean

_NEAREST = 3
_NONE = "none"

_FILTERS: Mapping[str, Callable[[Plan], Iterable[str]]] = {
    "status": lambda plan: (plan.status or _NONE,),
    "health": lambda plan: (plan.assessment.health if plan.assessment else _NONE,),
    "owner": lambda plan: plan.owners or (_NONE,),
    "tag": lambda plan: plan.tags or (_NONE,),
}
# The filters that have a fixed set of values.
_VALUES: Mapping[str, Sequence[str]] = {
    "status": (*Status, _NONE),
    "health": (*Health, _NONE),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected plans, or the problem with the argument and the nearest valid names."""

    plans: tuple[Plan, ...] = ()
    problem: str = ""
    nearest: tuple[str, ...] = ()


class Selector:
    """Finds plans by name or filter.

    Args:
        plans: All plans of the site.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = plans
        self._slugs = slugs_of(plan.path for plan in plans)

    def select(self, argument: str, page: str) -> Selection:
        """Return the plans that a non-empty argument on a page selects."""
        try:
            words = shlex.split(argument)
        except ValueError:
            words = argument.split()
        filters = [word.partition("=") for word in words if "=" in word]
        if len(filters) == len(words):
            return self._filtered([(key.lower(), value) for key, _, value in filters])
        return self._named(" ".join(words), page)

    def _filtered(self, filters: Sequence[tuple[str, str]]) -> Selection:
        for key, value in filters:
            if key not in _FILTERS:
                return _unknown(f"no filter named '{key}'", key, [*_FILTERS])
            for each in _split(value):
                if each not in (known := _VALUES.get(key, (each,))):
                    return _unknown(f"no {key} named '{each}'", each, known)
        found = tuple(
            plan
            for plan in self._plans
            if not plan.is_archived and all(_matches(plan, key, value) for key, value in filters)
        )
        return Selection(found)

    def _named(self, name: str, page: str) -> Selection:
        written = name.strip("/").removeprefix("./")
        relative = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
        for path in (written, relative):
            found = [plan for plan in self._plans if path in self._names(plan)]
            if len(found) == 1:
                return Selection((found[0],))
        ending = f"/{written.lower()}"
        found = [
            plan
            for plan in self._plans
            if f"/{self._slugs[plan.path]}".lower().endswith(ending)
            or plan.title.casefold() == name.casefold()
        ]
        if len(found) == 1:
            return Selection((found[0],))
        if found:
            names = tuple(self._slugs[plan.path] for plan in found)
            return Selection(problem=f"'{name}' matches several plans", nearest=names)
        known = [*self._slugs.values()]
        nearest = get_close_matches(written, known, _NEAREST, 0.4) or known[:_NEAREST]
        return _unknown(f"no plan named '{name}'", written, nearest)

    def _names(self, plan: Plan) -> tuple[str, ...]:
        stem = plan.path.removesuffix(".md")
        return plan.path, stem, posixpath.dirname(plan.path), self._slugs[plan.path]


def _matches(plan: Plan, key: str, value: str) -> bool:
    values = _split(value)
    return any(str(each).casefold() in values for each in _FILTERS[key](plan))


def _split(value: str) -> list[str]:
    return [each.strip().casefold() for each in value.split(",")]


def _unknown(problem: str, written: str, known: Sequence[str]) -> Selection:
    return Selection(problem=problem + did_you_mean(written, known), nearest=tuple(known))
