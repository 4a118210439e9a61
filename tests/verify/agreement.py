"""Verify that every widget shows the same of a plan as the plan's own page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from mkdocs_plan_plugin.model import Progress, State
from mkdocs_plan_plugin.verify.bars import NOTHING, Count, bar_count
from mkdocs_plan_plugin.verify.breakdown import Breakdown, Key
from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.html import Element, Page
from mkdocs_plan_plugin.verify.pages import Pages

_NEXT = (State.OPEN, State.IN_PROGRESS)
_NUMBER = re.compile(r"\d+")

Breakdowns = Mapping[str, Breakdown]
"""The breakdowns of all plans, by the path of the plan's page."""


def check_agreement(page: Page, pages: Pages, breakdowns: Breakdowns) -> Iterator[Finding]:
    """Verify what a page shows of plans."""
    for widget in page.widgets:
        if widget.name in ("links", "progress"):
            plans = widget.root.first(cls="plan-parents")
            items = plans.find("li") if plans else ()
            shown = [_Shown(item, item.first("a")) for item in items]
        elif widget.name == "overview":
            archive = widget.root.first(cls="plan-archive")
            archived = list(_rows(archive)) if archive else []
            shown = list(_rows(widget.root))
            yield from _of_all(
                page, widget.root, shown[: len(shown) - len(archived)], pages, breakdowns
            )
        elif widget.name == "board":
            shown = [_Shown(item, item.first("a")) for item in widget.root.find("li")]
        else:
            continue
        for one in shown:
            yield from (
                Finding(page.path, problem)
                for problem in _differences(one, page, pages, breakdowns)
            )


def _rows(overview: Element) -> Iterator[_Shown]:
    """The rows of plans; those that name groups have no link."""
    for body in overview.find("tbody"):
        for row in body.find("tr"):
            head = row.first("th")
            if link := head.first("a") if head else None:
                yield _Shown(row, link)


def check_plan(breakdown: Breakdown, pages: Pages) -> Iterator[Finding]:
    """Verify the tables on a plan's page, and the tasks that it lists as next."""
    path = breakdown.page.path
    phases = _phases(breakdown)
    for widget in breakdown.page.widgets:
        strips = widget.root.find(cls="plan-phases")
        rows = chain(widget.root.find("tr"), *(strip.find("li") for strip in strips))
        for row in rows:
            head = row.first("th") if row.tag == "tr" else row.first("a")
            label = row.first(cls="plan-count")
            link = head.first("a") or head if head else None
            count = phases.get(link["href"] if link else "")
            if head and label and count and not is_said(count, label.text):
                yield Finding(path, f"{head.text!r} says {label.text!r}, but the breakdown {count}")
    summary = breakdown.page.widget("summary")
    for facts in summary.find(cls="plan-captions") if summary else ():
        for fact in facts.find("li"):
            if not is_said(NOTHING, fact.text, *_facts(breakdown)):
                yield Finding(path, f"the caption {fact.text!r} matches no task")
    for fact in summary.find(attribute="data-plan-completed") if summary else ():
        week, month = map(int, fact["data-plan-completed"].split())
        done = breakdown.count.done if breakdown.count else 0
        is_shown = all(str(number) in fact.text for number in (week, month) if number)
        if not (week <= month <= done and is_shown):
            yield Finding(path, f"{fact.text!r} is more than what is done")
    states: dict[Key, str] = {task.target.key: task.state for task in breakdown.tasks}
    for upcoming in summary.find(cls="plan-next") if summary else ():
        for link in upcoming.find("a"):
            key = pages.target(breakdown.page, link["href"]).key
            if states.get(key, State.OPEN) not in _NEXT:
                yield Finding(path, f"{link.text!r} is listed as next, but is not open")


def _phases(breakdown: Breakdown) -> dict[str, Count]:
    """The count of each phase in a breakdown, by the link of its title."""
    summary = breakdown.page.widget("summary")
    details = summary.first(cls="plan-breakdown") if summary else None
    found: dict[str, Count] = {}
    href = ""
    for element in details.children if details else ():
        if element.tag == "p":
            link = element.first("a")
            href = link["href"] if link else ""
        for head, body in zip(element.find("dt"), element.find("dd"), strict=True):
            if "data-excluded" not in head.attributes:
                total = len([*body.find("li")])
                is_done = State.DONE in (head["data-state"], head["data-phases"])
                row = Count(total if is_done else 0, total)
                found[href] = Count.sum((found.get(href, NOTHING), row))
    return found


def is_said(count: Count, words: str, *others: int) -> bool:
    """Whether the numbers in some words are none but a count's, and perhaps others."""
    percent = Progress(count.done, count.total).percent
    return {*map(int, _NUMBER.findall(words))} <= {count.done, count.total, percent, *others}


def _facts(breakdown: Breakdown) -> set[int]:
    """The numbers that may stand beside a plan's number: of checks, optional tasks and states."""
    kinds = Counter(task.exclusion or task.state for task in breakdown.tasks)
    families = Counter(kind.partition(".")[0] for kind in kinds.elements())
    return {*kinds.values(), *families.values()}


class _Shown(NamedTuple):
    """An element that shows a plan, and its link to the plan's page."""

    element: Element
    link: Element | None


def _of_all(
    page: Page, overview: Element, shown: list[_Shown], pages: Pages, breakdowns: Breakdowns
) -> Iterator[Finding]:
    """The number over an overview is the sum of its rows."""
    line = overview.first(cls="plan-line")
    found = [_breakdown_of(one, page, pages, breakdowns) for one in shown]
    count = Count.sum(one.count for one in found if one and one.count and not one.is_of_phases)
    if line and not is_said(count, line.text, len(shown)):
        yield Finding(page.path, f"the overview says {line.text!r}, and its plans {count}")


def _differences(one: _Shown, page: Page, pages: Pages, breakdowns: Breakdowns) -> Iterator[str]:
    breakdown = _breakdown_of(one, page, pages, breakdowns)
    if not one.link or not breakdown:
        return
    name, count = one.link.text, bar_count(one.element)
    if count != breakdown.count:
        yield f"{name!r} is {count or 'without a bar'} here and {breakdown.count} on its page"
    sign = one.element.first(attribute="data-plan-status")
    for status in (one.element["data-plan-status"], sign["data-plan-status"] if sign else ""):
        if status and status != breakdown.status:
            yield f"{name!r} is {status} here and {breakdown.status} on its page"
    shown = one.element.first(cls="plan-checks")
    if shown and not is_said(breakdown.checks, shown.text):
        yield f"{name!r} has {shown.text!r} here, and {breakdown.checks} on its page"


def _breakdown_of(
    one: _Shown, page: Page, pages: Pages, breakdowns: Breakdowns
) -> Breakdown | None:
    target = pages.target(page, one.link["href"]).page if one.link else None
    return breakdowns.get(target.path) if target else None
