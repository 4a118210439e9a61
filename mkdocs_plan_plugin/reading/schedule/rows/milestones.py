"""Decide which schedule entries are milestones: `Milestone: Beta - 2026-03-01`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Span
from mkdocs_plan_plugin.reading.lexicon.phases import forms
from mkdocs_plan_plugin.reading.lexicon.words import alternation
from mkdocs_plan_plugin.reading.tasks import read_phase_heading

_CALLED = re.compile(rf"\W*(?:{alternation(forms('milestone'))})(?![^\W\d_])", re.IGNORECASE)


def is_milestone(name: str, span: Span) -> bool:
    """Return whether a name and its time are those of a milestone.

    A milestone is a single day and either called so or not a phase: a phase with a single date
    starts or ends on that day.
    """
    if not is_one_day(span):
        return False
    return is_called_milestone(name) or read_phase_heading(name) is None


def is_called_milestone(name: str) -> bool:
    """Return whether a name or the head of a column begins with the word."""
    return bool(_CALLED.match(name))


def is_one_day(span: Span) -> bool:
    """Return whether a time is a single date and nothing else."""
    return (span.start is None) != (span.end is None) and span.least is None
