"""What a page says of its state in words: front matter, `Status:` lines, marks of phases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_plan_plugin.model import Claim, PhaseHeading, Section
from mkdocs_plan_plugin.reading.blocks import Blocks
from mkdocs_plan_plugin.reading.evidence import (
    claim_of_meta,
    is_status_label,
    phase_states,
    read_heading_claim,
    read_status_line,
    status_state,
)
from mkdocs_plan_plugin.reading.phases import read_phase_heading

# Parts of the words for "status", to find the few lines that may tell one.
_SIGNS = (
    "tatus",
    "TATUS",
    "stado",
    "tatut",
    "ituação",
    "tand:",
    "татус",
    "状态",
    "狀態",
    "状態",
    "상태",
    "الحالة",
    "סטטוס",
)
_NEAR = 60
# Deeper headings are of a part of the page.
_MOST_LEVELS = 2


def read_claims(
    meta: Mapping[str, object],
    body: str,
    blocks: Blocks,
    phases: Mapping[int, PhaseHeading],
) -> tuple[Claim, ...]:
    """Find what a page says of itself and of its phases."""
    front = claim_of_meta(meta)
    return (
        *((front,) if front else ()),
        *_of_sections(body, blocks.sections),
        *_of_headings(blocks.sections, phases),
        *_of_tables(blocks, phases),
        *_of_lines(body, blocks, phases),
    )


def _of_sections(body: str, sections: Sequence[Section]) -> Iterator[Claim]:
    """`## Status` with nothing but a state below it, as stories and decision records have it."""
    found = [section for section in sections if is_status_label(section.title)]
    lines = body.split("\n") if found else []
    for section in found:
        if section.level > _MOST_LEVELS:
            continue
        below = enumerate(lines[section.line :], section.line + 1)
        at, text = next(((at, line) for at, line in below if line.strip()), (0, ""))
        is_alone = at and not "".join(lines[at : at + 1]).strip()
        words = text.strip(" *_`")
        is_state = is_alone and len(words) <= _NEAR and not text.startswith("#")
        state = status_state(words) if is_state else None
        if state:
            yield Claim(state, words, at)


def _of_headings(
    sections: Sequence[Section], phases: Mapping[int, PhaseHeading]
) -> Iterator[Claim]:
    for index in phases:
        section = sections[index]
        if not section.box and (state := read_heading_claim(section.title)):
            yield Claim(state, section.title, section.line, index)


def _of_tables(blocks: Blocks, phases: Mapping[int, PhaseHeading]) -> Iterator[Claim]:
    if not phases or not blocks.tables:
        return
    known = {(heading.kind, heading.number): index for index, heading in phases.items()}
    for table in blocks.tables:
        for name, state, written, line in phase_states(table):
            heading = read_phase_heading(name)
            index = known.get((heading.kind, heading.number)) if heading else None
            if index is not None:
                yield Claim(state, written, line, index)


def _of_lines(body: str, blocks: Blocks, phases: Mapping[int, PhaseHeading]) -> Iterator[Claim]:
    starts = [section.line for section in blocks.sections]
    for at in sorted(set(_lines_with_signs(body))):
        end = body.find("\n", at)
        text = body[at : end if end >= 0 else len(body)]
        line = body.count("\n", 0, at) + 1
        if text.lstrip(" >")[:1] in ("|", "#") or _in_code(line, blocks.code):
            continue
        said = read_status_line(text.strip(" >-*").replace("*", "").replace("`", ""))
        section = bisect_right(starts, line) - 1
        if said and section in phases:
            yield Claim(said[0], said[1], line, section)
        elif said and _is_preamble(blocks.sections, section):
            yield Claim(said[0], said[1], line)


def _lines_with_signs(body: str) -> Iterator[int]:
    """Where the lines begin that have the word near their start."""
    for sign in _SIGNS:
        at = body.find(sign)
        while at >= 0:
            start = body.rfind("\n", 0, at) + 1
            if at - start <= _NEAR:
                yield start
            at = body.find(sign, at + len(sign))


def _in_code(line: int, code: Sequence[tuple[int, int]]) -> bool:
    return any(first <= line <= last for first, last in code)


def _is_preamble(sections: Sequence[Section], index: int) -> bool:
    """Whether what stands below a heading is said of the page: its title, or no heading yet."""
    return index < 0 or (index == 0 and sections[0].level == 1)
