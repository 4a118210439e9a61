"""Tell the day on which something was finished from a plan: `Phase 1 ✅ (2026-02-01)`."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.model import Span, State
from mkdocs_plan_plugin.reading.schedule.rows.milestones import is_one_day
from mkdocs_plan_plugin.reading.tasks import heading_state, read_phase_heading, status_state

_BEFORE = " —–-:,(（["
_AROUND = "()（）[].,;:*_ "


def says_done(text: str) -> bool:
    """Return whether a text with a time begins or ends with a state: `Done 2026-02-01`."""
    words = [word for part in text.split() if (word := part.strip(_AROUND))]
    ends = (words[0], words[-1]) if words else ()
    return any(status_state(word) is State.DONE for word in ends)


def is_done_on(name: str, texts: Iterable[str], span: Span) -> bool:
    """Return whether the time of a phase is the day on which it was finished.

    The name may have the time in it: `Phase 1 — COMPLETE — 2026-02-01`.
    """
    if not is_one_day(span):
        return False
    if any(map(says_done, texts)):
        return True
    if read_phase_heading(name) is None:
        return False
    bare = [name.partition(text)[0].rstrip(_BEFORE) for text in texts if text]
    return any(heading_state(each) is State.DONE for each in (name, *bare))
