"""A site that has one of everything that the check looks at, and a way to break its pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plan_plugin.verify import verify_site

PLAN_PAGE = "maps/plan/index.html"
TASKS_PAGE = "maps/tasks/index.html"
SPEC_PAGE = "maps/spec/index.html"
SIGNS_PAGE = "signs/plan/index.html"
HOME = "index.html"
ITEM = '<li class="task-list-item">'

FILES = {
    "index.md": "# Home\n\n<!-- plan:overview -->\n",
    "maps/plan.md": """\
        # Implementation Plan: Offline maps

        Built on `spec.md`.

        ## Phase 1: Storage (2 weeks)

        - [x] Tile cache
        - [ ] Eviction
            - [x] By age
            - [x] By size
        - [~] Compression

        Legend:

        - [x] done

        ## Phase 2: Sync (1 week)

        - [ ] Resume after a lost connection
        - [ ]* Draw a queue

        **Acceptance criteria**:

        - [x] No tile is lost
        - [ ] Two days without a network

        ## Phase 3: Later

        - [N/A] Satellite images
            - [ ] At night
        """,
    "maps/spec.md": "# Feature Specification: Offline maps\n\nA hiker has no signal.\n",
    "maps/tasks.md": """\
        # Tasks: Offline maps

        ## Phase 2: Sync

        - [x] T001 Write the queue's tests

        ## Polish

        - [ ] T002 Measure
        """,
    "signs/plan.md": "# Plan: Signs\n\n## Phase 1: Draw ✅\n\nA\n\n## Phase 2: Mount\n\nB\n",
}
"""Maps has seven tasks that count and six that are left out; signs has phases and no tasks."""

CONFIG = {
    "repo_url": "https://github.com/example/maps",
    "edit_uri": "edit/main/docs/",
}


def break_page(root: Path, path: str, *changes: tuple[str, str]) -> list[str]:
    """Change a page of a site and return the findings."""
    page = root / path
    html = page.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in html, old
        html = html.replace(old, new.replace("{item}", ITEM), 1)
    page.write_text(html, encoding="utf-8")
    return [str(finding) for finding in verify_site(root).findings]
