"""Pages read for their schedule alone."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Diagnostic, WrittenSchedule
from mkdocs_plan_plugin.reading.markdown.blocks import read_blocks
from mkdocs_plan_plugin.reading.markdown.front_matter import split_front_matter
from mkdocs_plan_plugin.reading.schedule.front_matter import read_schedule_meta
from mkdocs_plan_plugin.reading.schedule.schedule import read_schedule
from mkdocs_plan_plugin.reading.tasks.phases import read_phase_heading
from mkdocs_plan_plugin.reading.time.rules import DEFAULT_SPAN_RULES, SpanRules


def read_page(
    page: str, rules: SpanRules = DEFAULT_SPAN_RULES
) -> tuple[WrittenSchedule, tuple[Diagnostic, ...]]:
    """The schedule of a page's whole text, and what is wrong with it."""
    meta, text, _, key_lines = split_front_matter("p.md", page)
    front = read_schedule_meta("p.md", meta, key_lines, rules)
    blocks = read_blocks(text)
    headings = enumerate(map(read_phase_heading, (section.title for section in blocks.sections)))
    phases = {index: heading for index, heading in headings if heading}
    return read_schedule("p.md", front, blocks, phases, text=text, rules=rules)
