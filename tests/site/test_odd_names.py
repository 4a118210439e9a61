"""Sites whose titles and folders have signs that files, links and terminals read as their own."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest

from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.verify import verify_site
from tests.conftest import BuildSite

TITLES = {
    "escape": '"a\\eb"',
    "null": '"a\\0b"',
    "no-character": '"a\\ufffeb\\uffffc"',
    "surrogate": '"a\\ud800b"',
    "pair": '"a\\ud83d\\ude00b"',
    "lines": '"a\\nb\\x85c\\u2028d"',
    "next": '"a\\x9b31mb"',
}
PAGE = "---\ntitle: {title}\nowner: {title}\ntags: [{title}]\n---\n# Plan: A\x1bB\n\n"
BODY = "## Phase 1: \x07Bell (2026-01-05 to 2026-01-09)\n\n- [x] Ring\x1b[31m\n- [ ] Stop\n"
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@pytest.fixture(params=TITLES)
def built(request: pytest.FixtureRequest, make_site: BuildSite) -> Path:
    page = PAGE.format(title=TITLES[request.param]) + BODY
    files = {"f/plan.md": page, "index.md": "# Home\n\n<!-- plan:overview -->\n"}
    return make_site(files, {"site_url": "https://example.org/"}).root


def test_control_characters_reach_no_file(built: Path) -> None:
    for path in built.rglob("plans.*"):
        text = path.read_bytes().decode()
        assert not CONTROLS.search(text), path
        if path.suffix == ".atom":
            etree.fromstring(text)
    badge = etree.fromstring((built / "badges/f.svg").read_text(encoding="utf-8"))
    assert badge.get("aria-label", "").endswith(": 50%")
    data = json.loads((built / "plans.json").read_text(encoding="utf-8"))
    assert not CONTROLS.search(json.dumps(data, ensure_ascii=False).replace("\\n", ""))
    assert "\n" not in data["plans"][0]["title"]


def test_a_list_has_a_line_for_each_plan(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(built)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)


def test_a_list_of_another_file_obeys_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    progress = {"unit": "tasks", "done": 1, "total": 2, "percent": 50}
    title = "A\x1b[2J\r\n\u202eB\u2028C"
    plan = {"title": title, "status": "in-progress\x1b[31m", "progress": progress}
    content = json.dumps({"plans": [plan], "progress": progress})
    (tmp_path / "plans.json").write_text(content, encoding="utf-8")
    assert main(["list", str(tmp_path)]) == 0
    first, second, end = capsys.readouterr().out.split("\n")
    assert first == "  50%        1/2  in-progress [31m  A [2J B C"
    assert second.endswith("1 plans")
    assert end == ""


FOLDERS = [
    "a#b",
    "100%",
    "a?b",
    "a&b",
    "a b",
    "it's",
    'say "x"',
    "a%20b",
    "a+b",
    "a=b;c",
    "[x]",
    "é",
]


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_of_any_name(make_site: BuildSite, folder: str) -> None:
    files = {
        f"{folder}/plan.md": "# Plan: A\n\n## Phase 1: B (2026-01-05 to 2026-01-09)\n\n"
        "- [ ] T001 See [spec](spec.md) and FR-001\n",
        f"{folder}/spec.md": "# Spec\n\n- **FR-001**: It rings\n",
        "index.md": "# Home\n\n<!-- plan:overview -->\n\n<!-- plan:roadmap -->\n",
    }
    site = make_site(files, {"site_url": "https://example.org/docs/"})
    root = site.root
    assert [str(each) for each in verify_site(root).findings] == []
    data = json.loads((root / "plans.json").read_text(encoding="utf-8"))
    (plan,) = data["plans"]
    badge = root / "badges" / f"{plan['id']}.svg"
    assert etree.fromstring(badge.read_text(encoding="utf-8")).tag.endswith("svg")
    urls = [plan["url"], *(page["url"] for page in plan["pages"]), plan["phases"][0]["url"]]
    urls.append(plan["timeline"][0]["url"])
    calendar = (root / "plans.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    urls += re.findall(r"^URL:(.*?)\r?$", calendar, re.MULTILINE)
    for url in urls:
        parts = urlsplit(urljoin(data["url"], url))
        assert not parts.query, url
        target = root / unquote(parts.path).removeprefix("/docs/")
        assert (target / "index.html").is_file(), url


@pytest.mark.parametrize("folder", ["a#b", "100%", "a?b", "a b"])
def test_sources_in_folders_of_any_name(make_site: BuildSite, tmp_path: Path, folder: str) -> None:
    specs = tmp_path / "specs" / folder
    specs.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (specs / "plan.md").write_text("# Plan: A\n\n- [ ] T001 See [spec](spec.md)\n")
    (specs / "spec.md").write_text("# Spec\n")
    config = {
        "repo_url": "https://github.com/o/r",
        "plugins": [{"plan": {"sources": ["specs"]}}],
    }
    root = make_site({"index.md": "# Home\n\n<!-- plan:overview -->\n"}, config).root
    assert [str(each) for each in verify_site(root).findings] == []
    (page,) = (path for path in root.rglob("plan/index.html") if folder in str(path))
    assert f"/specs/{quote(folder)}/plan.md?plain=1#L3" in page.read_text(encoding="utf-8")
