"""Labels in brackets stay text, whatever other extensions make of brackets."""

from __future__ import annotations

import pytest

from tests.conftest import BuildSite

PLAN = """# Implementation Plan: Lamp [P] [US1]

- [ ] T001 [P] [US1] Buy a bulb
- [ ] T002 [P][US2] Screw **it** [CORE] [P] in, as [home] [a-heading]

| Task | Labels |
|------|--------|
| T003 | [P] [US3] über |

See [the home page][home], [t][home] [P] and [Phase 1][phase-1].

## Phase 1

[home]: ../index.md
"""


def test_labels_are_no_references(make_site: BuildSite) -> None:
    pytest.importorskip("mkdocs_autorefs")
    files = {"index.md": "# Home\n", "a/plan.md": PLAN}
    page = make_site(files, {"plugins": ["autorefs", "plan"]}).page("a/plan/index.html")
    text = page.get_text(" ", strip=True)
    for labels in ("[P] [US1] Buy", "[P][US2] Screw", "[CORE] [P] in", "[P] [US3] über"):
        assert labels in text
    links = [link["href"] for link in page.select("p > a[href]")]
    assert links[:3] == ["../../", "../../", "#phase-1"]
