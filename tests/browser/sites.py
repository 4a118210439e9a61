"""The sites that the browser tests open: the sample in several themes, and odd timelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Tag
from filelock import FileLock

from scripts.sample_history import write_sample
from scripts.serve import served
from tests.support.sites import Built, build_site, write_site

PLAN = "plans/checkout/plan/"
TASKS = "specs/001-station-alerts/tasks/"
SPEC = "plans/checkout/spec/"
OVERVIEW = "plans/"
TABLE = "plans/2026-10-05-winter-service/"
MAIN_PAGES = [PLAN, TASKS, SPEC, OVERVIEW, TABLE]
"""One of each sort of pages with widgets."""

MATERIAL = {"name": "material", "font": False}

_TRANSLATED = {"nav": None, "exclude_docs": "/guide/\n/notes/\n/index.md\n"}
"""Without the pages that have no widgets."""

# What mkdocs-techdocs-core 1.7.1 sets. It requires other versions of some packages than we have.
_TECHDOCS = [
    "admonition",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.extra",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.tilde",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    {"toc": {"permalink": True}},
]

VARIANTS: Mapping[str, Mapping[str, Any]] = {
    "sample": {},
    "without": {"plugins": []},
    "mkdocs": {"theme": {"name": "mkdocs", "color_mode": "auto"}},
    "readthedocs": {"theme": {"name": "readthedocs"}},
    "rtl": {"theme": {"language": "ar", "direction": "rtl"}},
    **{language: _TRANSLATED | {"theme": {"language": language}} for language in ("de", "ru")},
    "plain": {"theme": {"name": None, "custom_dir": "plain"}},
    "techdocs": {"theme": {"palette": {}}, "markdown_extensions": _TECHDOCS},
}
"""What each site says differently from the sample; "without" is without the plugin.

None has a search, whose index each page would load.
"""

PLAIN_PAGE = """\
<!doctype html>
<html lang="en">
<head><title>{{ page.title }}</title>
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path | url }}">{% endfor %}
</head>
<body><main>{{ page.content }}</main></body>
</html>
"""

TIMELINES: Mapping[str, str] = {
    "days": "- Phase 1: 1 day\n- Phase 2: 2 days\n- Phase 3: 4h\n",
    "weeks": "- Phase 1: 1 week\n- Phase 2: 2-6 weeks\n- Phase 3: 1 day\n",
    "year": "- Phase 1: 5 months\n- Phase 2: 20 weeks\n- Phase 3: 30 weeks\n",
    "one-day": "- Kick-off: 2027-03-01\n",
    "fortnight": "- Phase 1: 2027-02-24 to 2027-03-05\n- Launch: 2027-03-09\n",
    "summer": "- Phase 1: 2026-05-30 to 2026-08-31\n- Launch: 2026-09-01\n",
    "winter": "- Phase 1: 2026-11-02 to 2027-03-31\n- Phase 2: 6-9 weeks\n",
    "decade": "- Kick-off: 2021-01-01\n- Phase 1: 2021-01-02 to 2030-12-30\n- End: 2030-12-31\n",
    "long-names": (
        "- Measure what the quarter-hourly_forecasts_of_empty_stations_would_have_said: 2 weeks\n"
        "- internal/notifications/webhooks/signatures/verify_incoming_messages.go: 3 weeks\n"
    ),
}
"""Schedules of many lengths, with names and milestones where there is hardly room for them."""


ODD_OPTIONS = {"plan": {"link_bars": True}}
ODD: Mapping[str, str] = {
    "a/plan.md": "# Plan: A\n\n**Owner**: Bo\n\n- [ ] T1 B\n- [x] T2 C\n\nSee `c/spec.md`.\n",
    "a/spec.md": "# Spec: A\n",
    "a/research.md": "# Research: A\n",
    "b/plan.md": "# Plan: B\n\n## Phase 1: X (2026-11-02 to 2026-11-06)\n\n- [ ] T1 B\n",
    "b/spec.md": "# Spec: B\n",
    "archive/c/plan.md": "# Plan: C\n\n- [ ] T1 D\n",
    "archive/c/spec.md": "# Spec: C\n",
    "any.md": (
        "# Any\n\n<!-- plan:progress -->\n\n<!-- plan:links -->\n\n<!-- plan:tasks a open -->\n\n"
        "<!-- plan:timeline b -->\n\n<!-- plan:board -->\n\n<!-- plan:issues -->\n\n"
        "[A](a/plan.md)\n"
    ),
}
"""Short names, an archive, notes for authors, and every widget that a page can ask for."""


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    built: Built
    address: str

    @cached_property
    def paths(self) -> list[str]:
        """The addresses of all pages, below the site's own."""
        root = self.built.root
        folders = (file.parent.relative_to(root) for file in root.rglob("index.html"))
        return sorted(f"{folder}/" if folder.name else "" for folder in folders)

    @cached_property
    def widget_paths(self) -> list[str]:
        """Those of the pages with a widget."""
        return [path for path in self.paths if "data-plan-widget=" in self.html(path)]

    @cached_property
    def telling_paths(self) -> list[str]:
        """Few of those pages that together hold all that is on any: each class, state and tag."""
        parts = {path: _parts(self.built.page(f"{path}index.html")) for path in self.widget_paths}
        missing = set().union(*parts.values())
        found = []
        while missing:
            best = max(parts, key=lambda path: len(parts[path] & missing))
            found.append(best)
            missing -= parts[best]
        return found

    def html(self, path: str) -> str:
        return self.built.html(f"{path}index.html")


def _parts(page: BeautifulSoup) -> set[tuple[str, str]]:
    """What widgets are made of: each element's widget and tag, with its classes and states."""
    return {
        (str(widget["data-plan-widget"]), " ".join((part.name, *_kinds(part))))
        for widget in page.select("[data-plan-widget]")
        for part in (widget, *widget.find_all(True))
    }


def _kinds(part: Tag) -> Iterator[str]:
    yield from part.get_attribute_list("class")
    yield from (str(part.get(name, "")) for name in ("data-plan-status", "data-plan-health"))


Sites = Callable[[str], Site]


class Builder:
    """Builds each site when it is first asked for, once for all processes, and serves it.

    Args:
        shared: Where sites go. Other processes have the same folder.
        own: Where those go that are different in each process.
        servers: Ends the servers.
    """

    def __init__(self, shared: Path, own: Path, servers: ExitStack) -> None:
        self._shared = shared
        self._own = own
        self._servers = servers
        self._sites: dict[str, Site] = {}

    def __call__(self, name: str) -> Site:
        if name not in self._sites:
            folder = (self._own if name == "instant" else self._shared) / name
            (folder / "site").mkdir(parents=True, exist_ok=True)
            address = self._servers.enter_context(served(folder / "site"))
            with _first_one(folder) as is_first:
                if is_first:
                    built = build_site(self._settings(name, folder, address))
                    assert not built.warnings, built.warnings
            self._sites[name] = Site(Built(folder / "site", ()), address)
        return self._sites[name]

    def _settings(self, name: str, folder: Path, address: str) -> Path:
        if name == "timelines":
            return _timelines(folder)
        if name == "many":
            return _many(folder)
        if name == "odd":
            return write_site(folder, ODD, {"theme": MATERIAL, "plugins": [ODD_OPTIONS]})
        # Material loads each page anew unless the site knows its own address.
        different = {"site_url": f"{address}/"} if name == "instant" else VARIANTS[name]
        sample = self._shared / "sample-with-its-history"
        with _first_one(sample) as is_first:
            if is_first:
                write_sample(sample)
        return _settings_of(sample, folder, different)


@contextmanager
def _first_one(folder: Path) -> Iterator[bool]:
    """Let one process at a time make a folder; gives whether it has yet to be made."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = folder.with_suffix(".done")
    with FileLock(folder.with_suffix(".lock")):
        is_first = not done.exists()
        yield is_first
        done.touch()


def _settings_of(sample: Path, folder: Path, different: Mapping[str, Any]) -> Path:
    """Write the settings of the sample with some that are different."""
    (folder / "plain").mkdir(parents=True)
    (folder / "plain/main.html").write_text(PLAIN_PAGE)
    settings = {
        "INHERIT": str(sample / "mkdocs.yml"),
        "docs_dir": str(sample / "docs"),
        "plugins": ["plan"],
        **different,
    }
    settings_file = folder / "mkdocs.yml"
    settings_file.write_text(yaml.safe_dump(settings))
    return settings_file


def _many(folder: Path) -> Path:
    """Write a site with 200 plans, under the theme that is built fastest."""
    files = {
        f"p{number:03}.md": f"---\nplan: true\n---\n# Plan {number}\n\n"
        + "".join(f"- [{'x' if task < number % 8 else ' '}] Task\n" for task in range(7))
        for number in range(200)
    }
    (folder / "plain").mkdir(parents=True)
    (folder / "plain/main.html").write_text(PLAIN_PAGE)
    return write_site(folder, files, {"theme": {"name": None, "custom_dir": "plain"}})


def _timelines(folder: Path) -> Path:
    """Write a site with a plan for each of the timelines."""
    files = {
        f"{name}/plan.md": f"# Plan: {name}\n\n## Timeline\n\n{timeline}"
        for name, timeline in TIMELINES.items()
    }
    return write_site(folder, files, {"theme": MATERIAL})
