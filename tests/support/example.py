"""A small site with a plan, its specification and its tasks."""

from __future__ import annotations

PLAN = """\
    # Implementation Plan: Offline maps

    Built on `spec.md` and `missing.md`.

    ## Implementation Plan

    ### Phase 1: Storage

    - [x] Tile cache
    - [x] Eviction

    ### Phase 2: Sync

    - [x] Download queue
    - [ ] Resume after a lost connection

    ## Timeline

    - Phase 1: 2 weeks
    - Phase 2: 1-2 weeks
    - Total: 4 weeks

    ## References

    - [Link to specification]
    """
SPEC = "# Feature Specification: Offline maps\n\nA hiker has no signal.\n"
TASKS = """\
    # Tasks: Offline maps

    ## Phase 2: Sync

    - [ ] T001 Write the queue's tests

    ## Polish

    - [ ] T002 Measure
    """
FILES = {
    "index.md": "# Home\n\n<!-- plan:overview -->\n",
    "maps/plan.md": PLAN,
    "maps/spec.md": SPEC,
}
