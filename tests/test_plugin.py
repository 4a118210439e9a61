"""Complete builds of sites with `plugins: [plan]`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import BuildSite
from tests.support.example import FILES, PLAN, SPEC, TASKS


def test_summary_under_the_title(make_site: BuildSite) -> None:
    page = make_site(FILES).page("maps/plan/index.html")
    summary = page.select_one("h1 + section[data-plan-widget=summary]")
    assert summary is not None
    assert "In progress" in summary.text
    assert "75% 3 of 4 tasks" in summary.text
    bar = summary.select_one("[role=progressbar]")
    assert bar is not None
    assert (bar["aria-valuenow"], bar["aria-valuemax"]) == ("3", "4")
    assert bar["aria-valuetext"] == "3 of 4 tasks, 75%"
    assert [link["href"] for link in summary.select(".plan-tabs a")] == ["../spec/"]
    (task,) = summary.select(".plan-next a")
    assert page.select_one(f"li{task['href']}") is not None  # the next open task itself


def test_bar_in_each_phase_heading(make_site: BuildSite) -> None:
    page = make_site(FILES).page("maps/plan/index.html")
    counts = {
        str(heading["id"]): widget.get_text(strip=True)
        for heading in page.select("h1, h2, h3")
        if (widget := heading.select_one("[data-plan-widget=phase]"))
    }
    assert counts == {"phase-1-storage": "2 of 2", "phase-2-sync": "1 of 2"}


def test_timeline_under_its_heading(make_site: BuildSite) -> None:
    page = make_site(FILES).page("maps/plan/index.html")
    chart = page.select_one("h2#timeline + section[data-plan-widget=timeline]")
    assert chart is not None
    rows = [
        [cell.get_text(strip=True) for cell in row.select("th, td")] for row in chart.select("tr")
    ]
    assert rows == [
        ["Phase", "Planned", "Start", "Progress"],
        ["Phase 1: Storage", "2 weeks", "weeks 1–2", "2 of 2 tasks, 100%"],
        ["Phase 2: Sync", "1-2 weeks", "weeks 3–4", "1 of 2 tasks, 50%"],
    ]


def test_names_become_links_in_place(make_site: BuildSite) -> None:
    built = make_site(FILES)
    page = built.page("maps/plan/index.html")
    assert [(link["href"], link.get_text()) for link in page.select("[data-plan-link]")] == [
        ("../spec/", "spec.md"),
        ("../spec/", "Link to specification"),
    ]


def test_missing_page_is_a_note_not_a_warning(make_site: BuildSite) -> None:
    files = FILES | {"maps/plan.md": PLAN.replace("missing.md", "research.md")}
    built = make_site(files)
    (note,) = [line for line in built.log if "research.md" in line]
    assert note.startswith("INFO")
    assert "maps/plan.md:3: `research.md` matches no page of the site" in note


def test_spec_links_to_the_plan_that_builds_on_it(make_site: BuildSite) -> None:
    page = make_site(FILES).page("maps/spec/index.html")
    strip = page.select_one("h1 + section[data-plan-widget=links]")
    assert strip is not None
    text = " ".join(strip.text.split())
    assert text == "PlanSpec Offline maps In progress 3 of 4 tasks, 75%"
    assert strip["aria-label"] == "Used by"
    assert {link["href"] for link in strip.select("a")} == {"../plan/"}


def test_tasks_of_both_pages_are_counted_together(make_site: BuildSite) -> None:
    built = make_site(FILES | {"maps/tasks.md": TASKS})
    plan, tasks = built.page("maps/plan/index.html"), built.page("maps/tasks/index.html")
    summary = plan.select_one("[data-plan-widget=summary]")
    assert summary is not None
    assert "50% 3 of 6 tasks" in summary.text
    assert "from plan.md and tasks.md" in summary.text
    # Phase 2 is one phase on two pages; each heading counts the tasks below it.
    phases = [item.get_text(" ", strip=True) for item in summary.select(".plan-phases li")]
    assert phases == ["Storage 2/2", "Sync 1/3", "Polish 0/1"]
    assert [w.get_text(strip=True) for w in tasks.select("[data-plan-widget=phase]")] == [
        "0 of 1 here",
        "0 of 1",
    ]
    strip = tasks.select_one("[data-plan-widget=links]")
    assert strip is not None
    assert "3 of 6 tasks, 50%" in strip.text


def test_overview_shows_the_same_number(make_site: BuildSite) -> None:
    built = make_site(FILES | {"maps/tasks.md": TASKS})
    group, row = built.page("index.html").select("[data-plan-widget=overview] tbody tr")
    assert group.get_text(" ", strip=True) == "In progress · 1"
    cells = [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
    assert cells[:4] == ["Offline maps", "In progress", "50%", "4 weeks"]
    bar = row.select_one("[role=progressbar]")
    assert bar
    assert bar["aria-valuetext"] == "3 of 6 tasks, 50%"
    assert [link["href"] for link in row.select(".plan-links a")] == ["maps/spec/", "maps/tasks/"]
    assert row.select("th a")[0]["href"] == "maps/plan/"


def test_pages_of_no_plan_are_unchanged(make_site: BuildSite) -> None:
    report = "# Capacity\n\nA report named like a plan.\n\n- It has `spec.md` in it.\n"
    files = {"index.md": "# Home\n", "capacity-plan.md": report}
    options = {"plugins": [{"plan": {"index": False}}]}
    with_us = make_site(files, options).html("capacity-plan/index.html")
    without = make_site(files, {"plugins": []}).html("capacity-plan/index.html")
    assert re.sub(r'\s*<link href="[^"]*plan\.css[^>]*>', "", with_us) == without


def test_plan_without_tasks_has_no_bar(make_site: BuildSite) -> None:
    page = make_site({"a/plan.md": "# Implementation Plan: A\n\nText.\n", "a/spec.md": SPEC}).page(
        "a/plan/index.html"
    )
    assert page.select_one("[data-plan-widget=summary]") is not None
    assert not page.select("[role=progressbar]")


def test_no_schedule_no_chart(make_site: BuildSite) -> None:
    page = make_site(
        {"a/plan.md": "# Plan: A\n\n## Timeline\n\n- Phase 1: [Duration]\n- Total: TBD\n"}
    ).page("a/plan/index.html")
    assert not page.select("[data-plan-widget=timeline]")


def test_excluded_pages_are_never_linked(make_site: BuildSite) -> None:
    built = make_site(FILES, {"exclude_docs": "maps/spec.md\n"})
    page = built.page("maps/plan/index.html")
    assert not page.select('a[href*="spec"]')
    assert not page.select("[data-plan-link]")


def test_drafts_are_never_linked(make_site: BuildSite) -> None:
    built = make_site(FILES, {"draft_docs": "maps/spec.md\n"})
    assert not built.page("maps/plan/index.html").select('a[href*="spec"]')


def test_page_text_is_escaped(make_site: BuildSite) -> None:
    evil = """\
        # Plan: <img src=x onerror=alert(1)> "quoted" & more

        ## Phase 1: <b onmouseover="alert(1)">bold</b> & "co"

        - [ ] &lt;script&gt;alert(1)&lt;/script&gt;
        - [ ] `<script>alert(2)</script>`

        ## Timeline

        - Phase 1: 2 weeks <script>alert(3)</script> & &lt;i&gt;
        """
    built = make_site({"a/plan.md": evil, "index.md": "# Home\n\n<!-- plan:overview -->\n"})
    for path in ("a/plan/index.html", "index.html"):
        for widget in built.page(path).select("[data-plan-widget]"):
            own = "script:not([src*='assets/plan/']), img, i, b:not(.plan-count > b)"
            assert not widget.select(own)
            for tag in widget.find_all(True):
                assert not [name for name in tag.attrs if name.startswith("on")]


def test_directive_in_code_stays_code(make_site: BuildSite) -> None:
    text = "# Home\n\n```\n<!-- plan:overview -->\n```\n\nIn `<!-- plan:overview -->` too.\n"
    page = make_site({"index.md": text, "maps/plan.md": PLAN}).page("index.html")
    assert not page.select("[data-plan-widget]")
    assert page.text.count("<!-- plan:overview -->") == 2


def test_builds_share_no_state(make_site: BuildSite) -> None:
    first = make_site(FILES)
    again = make_site(FILES | {"maps/plan.md": PLAN.replace("- [ ]", "- [x]")})
    assert "75%" in first.log[-2] or any("3 of 4" in line for line in first.log)
    assert any("tasks done: 4 of 4" in line for line in again.log)


def test_no_slots_remain_in_the_html(make_site: BuildSite) -> None:
    built = make_site(FILES | {"maps/tasks.md": TASKS})
    for path in built.root.rglob("*.html"):
        assert "plan-section" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "mark", ["<!--plan-section 99-->", "<!--plan-section 4-->", "<!--plan-section 1"]
)
def test_slots_written_by_authors_are_ignored(make_site: BuildSite, mark: str) -> None:
    page = make_site(FILES | {"maps/plan.md": PLAN + f"\n    {mark}\n"}).html(
        "maps/plan/index.html"
    )
    assert page.count("data-plan-widget") == 5


def test_overview_on_a_page_that_is_not_among_the_files(
    make_site: BuildSite, tmp_path: Path
) -> None:
    """Blog posts, for example, are added later by their plugin."""
    hook = tmp_path / "hook.py"
    hook.write_text(
        "from mkdocs.structure.files import File\n"
        "from mkdocs.structure.pages import Page\n\n\n"
        "def on_env(env, config, files):\n"
        "    file = File.generated(config, 'post/late.md', content='# Late')\n"
        "    file.page = Page(None, file, config)\n"
        "    file.page.markdown = ''\n"
        "    file.page.content = '<h1>Late</h1><!-- plan:overview -->'\n"
        "    files.append(file)\n"
        "    return env\n"
    )
    page = make_site(FILES, {"hooks": [str(hook)]}).page("post/late/index.html")
    links = {link["href"] for link in page.select("[data-plan-widget=overview] tr a")}
    assert {"../../maps/plan/", "../../maps/spec/"} <= links


def test_a_title_is_not_a_phase(make_site: BuildSite) -> None:
    text = "# Plan: A\n\n- [ ] early\n\n## Phase 1: B\n\n- [x] b\n"
    page = make_site({"a/plan.md": text}).page("a/plan/index.html")
    assert not page.select("h1 [data-plan-widget]")
    summary = page.select_one("[data-plan-widget=summary]")
    assert summary is not None
    parts = [item.get_text(" ", strip=True) for item in summary.select(".plan-phases li")]
    assert parts == ["Other tasks 0/1", "B 1/1"]


def test_code_with_marks_in_a_heading(make_site: BuildSite) -> None:
    text = "# Plan: A\n\n## Phase 1: `a && <b>`\n\n- [x] b\n"
    assert make_site({"a/plan.md": text}).page("a/plan/index.html").select("h2 [data-plan-widget]")


def test_logs_a_summary(make_site: BuildSite) -> None:
    log = make_site(FILES).log
    assert "INFO: plan: Plans found: 1, on 2 of 3 pages; tasks done: 3 of 4" in log


def test_disabled_does_nothing(make_site: BuildSite) -> None:
    built = make_site(FILES, {"plugins": [{"plan": {"enabled": False}}]})
    assert not built.page("maps/plan/index.html").select("[data-plan-widget]")
    assert not (built.root / "assets/plan").exists()


def test_task_lists_are_rendered_without_configuration(make_site: BuildSite) -> None:
    page = make_site(FILES).page("maps/plan/index.html")
    assert len(page.select("li input[type=checkbox]")) == 4


def test_own_task_list_settings_are_kept(make_site: BuildSite) -> None:
    extension = {"pymdownx.tasklist": {"clickable_checkbox": True, "custom_checkbox": True}}
    page = make_site(FILES, {"markdown_extensions": [extension]}).page("maps/plan/index.html")
    assert len(page.select("li .task-list-control input:not([disabled])")) == 4


def test_templates_and_style_can_be_overridden(make_site: BuildSite, tmp_path: Path) -> None:
    theme = tmp_path / "overrides"
    (theme / "plan").mkdir(parents=True)
    (theme / "plan/banner.html").write_text("<em>{{ label }}</em>")
    (theme / "assets/plan").mkdir(parents=True)
    (theme / "assets/plan/plan.css").write_text(".plan { color: teal }")
    built = make_site(FILES, {"theme": {"name": "mkdocs", "custom_dir": "overrides"}})
    assert "<em>Used by</em>" in built.html("maps/spec/index.html")
    assert built.html("assets/plan/plan.css") == ".plan { color: teal }"
