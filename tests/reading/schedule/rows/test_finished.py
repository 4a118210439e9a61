"""The day on which a phase was finished is no plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_document


@pytest.mark.parametrize(
    "text",
    [
        "## Phase 1 ✅ (2026-02-01)\n",
        "## ✅ Phase 1: Hull (2026-02-01)\n",
        "## Phase 1: Hull — COMPLETE (2026-02-01)\n",
        "## Phase 1 — COMPLETE — 2026-02-01\n",
        "## Phase 1: Hull (done 2026-02-01)\n",
        "## Phase 1: Hull (completed Feb 1, 2026)\n",
        "## Fase 1: Casco — terminada (2026-02-01)\n",
        "## Timeline\n\n- [x] Phase 1 (completed 2026-02-01)\n",
        "## Timeline\n\n- Phase 1 ✅: 2026-02-01\n",
        "## Timeline\n\n- Phase 1: 2026-02-01 ✅\n",
        "## Timeline\n\n- Phase 1: done 2026-02-01\n",
        "| Phase | Date |\n|---|---|\n| Phase 1 | Done 2026-02-01 |\n",
        "| Phase | Target |\n|---|---|\n| Phase 1 | 2026-02-01 (done) |\n",
        "| Phase | Date |\n|---|---|\n| Phase 1 ✅ | 2026-02-01 |\n",
    ],
)
def test_no_row(text: str) -> None:
    document = read_document("p.md", f"# Plan\n\n{text}")
    assert not document.schedule
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "## Phase 1: Hull (2026-02-01)\n",
        "## Phase 1 ✅ (2026-01-05 to 2026-02-01)\n",
        "## Phase 1 ✅\n\n**Due**: 2026-02-01\n",
        "## Timeline\n\n- [x] Phase 1: 2026-02-01\n",
        "## Timeline\n\n- ✅ Prototype: 2026-02-01\n",
        "| Phase | Status | Date |\n|---|---|---|\n| Phase 1 | Done | 2026-02-01 |\n",
    ],
)
def test_dates_that_are_a_plan(text: str) -> None:
    (entry,) = read_document("p.md", f"# Plan\n\n{text}").schedule.entries
    assert entry.span.start or entry.span.end
