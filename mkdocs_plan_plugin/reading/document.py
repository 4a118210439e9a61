"""Read a page's text into a `Document`: front matter, blocks, tasks, phases and schedule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_plan_plugin.model import Document, PhaseHeading, Reference, Section, Task
from mkdocs_plan_plugin.reading.links import (
    DEFAULT_ID_RULES,
    IdRules,
    read_general_names,
    read_names,
    read_page_ids,
    read_placeholders,
)
from mkdocs_plan_plugin.reading.markdown import (
    EVERY_SYNTAX,
    Blocks,
    Syntax,
    flatten,
    may_strike,
    normalize_whitespace,
    read_blocks,
    split_front_matter,
    without_controls,
    without_struck_parts,
)
from mkdocs_plan_plugin.reading.pages import read_ownership
from mkdocs_plan_plugin.reading.schedule import (
    find_timeline,
    read_schedule,
    read_schedule_meta,
    with_task_times,
)
from mkdocs_plan_plugin.reading.tasks import (
    TaskRules,
    read_phase_heading,
    read_phase_rows,
    read_stated_status,
    read_tasks,
    take_boxes,
)
from mkdocs_plan_plugin.reading.time import DEFAULT_SPAN_RULES, SpanRules


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """The user's options on how pages are read, and the syntax that the site has."""

    tasks: TaskRules = field(default_factory=TaskRules)
    spans: SpanRules = DEFAULT_SPAN_RULES
    ids: IdRules = DEFAULT_ID_RULES
    syntaxes: frozenset[Syntax] = EVERY_SYNTAX


DEFAULT_RULES = ReadingRules()
NO_LINES: Mapping[str, int] = MappingProxyType({})


def read_document(
    path: str,
    text: str,
    rules: ReadingRules = DEFAULT_RULES,
    *,
    source: str = "",
) -> Document:
    """Read a page. Never raises.

    Args:
        path: The page's path on the site, relative to the docs folder.
        text: The whole file, as `decode` returns it.
        rules: The user's options.
        source: Its path in the repository, if not `path`.
    """
    meta, body, diagnostics, key_lines = split_front_matter(path, text)
    document = read_body(path, meta, body, rules, source=source, key_lines=key_lines)
    if not diagnostics:
        return document
    return replace(document, diagnostics=diagnostics + document.diagnostics)


def read_body(
    path: str,
    meta: Mapping[str, object],
    body: str,
    rules: ReadingRules = DEFAULT_RULES,
    *,
    source: str = "",
    key_lines: Mapping[str, int] = NO_LINES,
) -> Document:
    """Read a page whose front matter has been split off. Never raises."""
    task_rules = rules.tasks.on(source or path)
    body = normalize_whitespace(body)
    flat = flatten(without_controls(body), rules.syntaxes)
    blocks = read_blocks(flat)
    blocks.sections = take_boxes(blocks.sections, blocks.items, task_rules)
    phases = _phases(blocks.sections)
    timeline = find_timeline(blocks.sections)
    front_matter = read_schedule_meta(path, meta, key_lines, rules.spans)
    read = read_tasks(path, flat, blocks, task_rules)
    tasks = read.tasks
    said = _Unstruck(flat, blocks, tasks)
    references, general_names = _references(flat, blocks)
    if may_strike(flat):
        said = _without_struck(path, flat, task_rules)
    schedule, unread = read_schedule(
        path,
        front_matter,
        said.blocks,
        {index: heading for index, heading in phases.items() if said.blocks.sections[index].title},
        text=said.text,
        rules=rules.spans,
    )
    schedule, unread_dates = with_task_times(path, schedule, said.tasks, rules.spans)
    return Document(
        path=path,
        meta=meta,
        body=body,
        sections=tuple(blocks.sections),
        phases=phases,
        tasks=tasks,
        phase_labels=read.phase_labels,
        phase_rows=read_phase_rows(blocks.tables),
        malformed=read.malformed,
        references=references,
        general_names=general_names,
        directives=tuple(blocks.directives),
        stated_statuses=read_stated_status(meta, flat, blocks, phases, key_lines),
        schedule=schedule,
        timeline_section=timeline,
        diagnostics=unread + read.diagnostics + unread_dates,
        ids=read_page_ids(flat, blocks, tasks, rules.ids),
        ownership=read_ownership(meta, flat, blocks.sections),
        key_lines=key_lines,
    )


def read_sections_and_tasks(
    body: str, rules: TaskRules
) -> tuple[Sequence[Section], tuple[Task, ...]]:
    """Read only the sections and tasks of a text without front matter."""
    flat = flatten(without_controls(normalize_whitespace(body)))
    blocks = read_blocks(flat)
    blocks.sections = take_boxes(blocks.sections, blocks.items, rules)
    return blocks.sections, read_tasks("", flat, blocks, rules).tasks


class _Unstruck(NamedTuple):
    """A text without what is struck, its blocks and its tasks."""

    text: str
    blocks: Blocks
    tasks: Sequence[Task]


def _without_struck(path: str, text: str, rules: TaskRules) -> _Unstruck:
    """Read a text again without what it strikes, for times, which struck text does not say."""
    blocks = read_blocks(text, with_struck=False)
    blocks.sections = take_boxes(blocks.sections, blocks.items, rules)
    tasks = read_tasks(path, text, blocks, rules).tasks
    return _Unstruck("\n".join(map(without_struck_parts, text.split("\n"))), blocks, tasks)


def _references(text: str, blocks: Blocks) -> tuple[tuple[Reference, ...], frozenset[str]]:
    """Return the references of a page, and the names that mean any such file."""
    has_names, has_placeholders = ".md" in text, "[link" in text or "[Link" in text
    if not (has_names or has_placeholders):
        return tuple(blocks.references), frozenset()
    lines = text.split("\n")
    unseen = chain.from_iterable(
        range(first, last + 1) for first, last in chain(blocks.code, blocks.comments)
    )
    hidden = frozenset(chain(unseen, (section.line for section in blocks.sections)))
    names = read_names(lines, hidden) if has_names else ()
    placeholders = read_placeholders(lines, hidden) if has_placeholders else ()
    general = read_general_names(lines, hidden) if has_names else frozenset()
    return (*blocks.references, *names, *placeholders), general


def _phases(sections: Sequence[Section]) -> dict[int, PhaseHeading]:
    """Return the sections that are phases. A single top-level heading is the page's title."""
    top = [index for index, section in enumerate(sections) if section.level == 1]
    headings = (
        (index, read_phase_heading(section.title))
        for index, section in enumerate(sections)
        if [index] != top
    )
    return {index: heading for index, heading in headings if heading}
