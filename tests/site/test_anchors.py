"""Links to headings lead to the ids that the site gives them, in every script."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import BuildSite
from tests.support.sites import build_site, write_site

SPEC = "# Feature Specification: Lampe\n\n## Über uns\n\n## Фаза 1. Подготовка\n\n## 目标 & Ziel\n"
PLAN = """# Implementation Plan: Lampe

- [Oben](#über-uns)
- [ ] Lies `spec.md#über-uns`, spec.md#фаза-1-подготовка und [Ziel](spec.md#目标--ziel)
- [ ] Lies `spec.md#unbekannt` und [Wurzel](/specs/1/spec.md#über-uns)

## Über uns
"""
PAGES = {"specs/1/plan.md": PLAN, "specs/1/spec.md": SPEC}
TOC = (
    "{}",
    "{slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}",
    "{separator: _, baselevel: 2}",
)


@pytest.mark.parametrize("toc", TOC)
def test_links_to_headings(tmp_path: Path, toc: str) -> None:
    config = {"validation": {"links": {"anchors": "warn"}}}
    settings = write_site(tmp_path, PAGES, config)
    text = settings.read_text().replace("toc:\n    permalink: true", f"toc: {toc}")
    settings.write_text(text)
    built = build_site(settings)
    assert toc in text
    assert not built.warnings
    plan, spec = built.page("specs/1/plan/index.html"), built.page("specs/1/spec/index.html")
    ids = [heading["id"] for heading in spec.select("h2[id], h3[id]")][-3:]
    links = {link.text: link["href"] for link in plan.select("a[href*=spec]")}
    assert unquote(str(links["spec.md#über-uns"])) == f"../spec/#{ids[0]}"
    assert unquote(str(links["spec.md#фаза-1-подготовка"])) == f"../spec/#{ids[1]}"
    assert unquote(str(links["Ziel"])) == f"../spec/#{ids[2]}"
    assert unquote(str(links["Wurzel"])) == f"../spec/#{ids[0]}"
    assert links["spec.md#unbekannt"] == "../spec/"
    own = plan.select_one("h2[id*='ber'], h3[id*='ber']")
    assert own is not None
    top = plan.find("a", string="Oben")
    assert top is not None
    assert unquote(str(top["href"])) == f"#{own['id']}"
    assert "data-plan-fragment" not in str(plan)


@pytest.mark.parametrize("own", ['<a id="cut">', "<A ID=cut>", "<p>\n<b id = 'cut'>"])
def test_no_task_takes_an_id_that_the_author_has_set(make_site: BuildSite, own: str) -> None:
    page = make_site({"plan.md": f"# Plan: Kite\n\n{own}\n\n- [ ] Cut\n"}).page("plan/index.html")
    assert [item["id"] for item in page.select("li.task-list-item")] == ["cut-2"]
