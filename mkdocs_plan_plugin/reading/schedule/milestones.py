"""Which entries of a schedule are a point in time: `Milestone: Beta - 2026-03-01`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.phases import forms
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

_CALLED = re.compile(rf"\W*(?:{alternation(forms('milestone'))})(?![^\W\d_])", re.IGNORECASE)


def is_milestone(name: str, span: Span) -> bool:
    """Whether a name and its time are those of a milestone.

    That is one day, of what is called so or of what is no phase: for a phase, a single date says
    when it starts or ends, and not how long it takes.
    """
    if not is_one_day(span):
        return False
    return is_called_milestone(name) or read_phase_heading(name) is None


def is_called_milestone(name: str) -> bool:
    """Whether a name, or the head of a column, says that it is of milestones."""
    return bool(_CALLED.match(name))


def is_one_day(span: Span) -> bool:
    """Whether a time is one date and nothing else."""
    return (span.start is None) != (span.end is None) and span.least is None
