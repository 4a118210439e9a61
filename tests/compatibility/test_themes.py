"""The three themes that most sites use, in both styles of address."""

from __future__ import annotations

import pytest

from tests.conftest import BuildSite
from tests.support.example import FILES, TASKS

THEMES = ("material", "mkdocs", "readthedocs")


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("theme", THEMES)
def test_widgets_and_links_in_every_theme(
    make_site: BuildSite, theme: str, directory_urls: bool
) -> None:
    from tests.verify.thorough import check_thoroughly

    settings = {
        "theme": {"name": theme},
        "plugins": ["search", "plan"],
        "use_directory_urls": directory_urls,
    }
    built = make_site(FILES | {"maps/tasks.md": TASKS}, settings)
    assert check_thoroughly(built.root) == []
    page = built.page("maps/plan/index.html" if directory_urls else "maps/plan.html")
    widgets = [str(tag["data-plan-widget"]) for tag in page.select("[data-plan-widget]")]
    assert widgets == ["summary", "phase", "phase", "timeline", "written"]
    styles = [str(tag["href"]) for tag in page.select("link[rel=stylesheet]")]
    ours = [href for href in styles if "assets/plan/plan.css?v=" in href]
    assert len(ours) == 1
    assert (built.root / "assets/plan/plan.css").is_file()


@pytest.mark.parametrize("theme", THEMES)
def test_title_and_contents_stay(make_site: BuildSite, theme: str) -> None:
    settings = {"theme": {"name": theme}, "plugins": ["plan"]}
    page = make_site(FILES, settings).page("maps/plan/index.html")
    assert page.title is not None
    assert page.title.text == "Implementation Plan: Offline maps - Test"
    assert "of 2" not in " ".join(tag.text for tag in page.select("nav a"))
