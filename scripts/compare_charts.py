"""Compare the plugin's chart with Mermaid's chart of the same plan, in one run of Chromium.

Material loads Mermaid from a third party. Here it is served locally, so that the network is not
measured: `npm pack mermaid@11` downloads the file, whose path is the argument.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Response, Route, sync_playwright

from scripts.chromium import HELP, LAUNCH_ARGS, find_chromium
from scripts.serve import served

_ROUNDS = 7
_TITLE = "# Plan: Ferry\n\nA ferry for the other side.\n\n## Timeline\n\n"
_AFTER = "\n## Risks\n\nIce in winter, tourists in summer.\n"
_PHASES = ("Hull", "Engine", "Cabin", "Trials", "Licence")
_OURS = "".join(f"- Phase {n}: {name}: 2 weeks\n" for n, name in enumerate(_PHASES, 1))
_MERMAIDS = (
    "```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    Hull :a1, 2026-03-02, 14d\n"
    + "".join(f"    {name} :a{n}, after a{n - 1}, 14d\n" for n, name in enumerate(_PHASES[1:], 2))
    + "```\n"
)
_PAGES = {
    "none": _TITLE + _AFTER,
    "ours": _TITLE + "**Start**: 2026-03-02\n\n" + _OURS + _AFTER,
    "mermaid": _TITLE + _MERMAIDS + _AFTER,
}
_CHARTS = {"ours": ".plan-chart", "mermaid": "div.mermaid"}
_WATCH = """
window.shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
const look = () => {
  const chart = document.querySelector("CHART");
  if (chart && chart.getBoundingClientRect().height > 20) window.seen = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass(frozen=True)
class Cost:
    """The cost of a page: requests, bytes (gzip), layout shift, milliseconds to the chart."""

    requests: int
    size: int
    shift: float
    seen: float


def main(mermaid: Path) -> None:
    """Build a page of each kind, open them in turn, and print a table."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit(f"Chromium: {HELP}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = _build(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=LAUNCH_ARGS)
        with served(site) as address:
            measured: dict[str, list[Cost]] = {name: [] for name in _PAGES}
            for _ in range(_ROUNDS):
                for name, costs in measured.items():
                    costs.append(_open(browser, f"{address}/{name}/plan/", name, mermaid))
        browser.close()
    _print(measured)


def _build(folder: Path) -> Path:
    for name, text in _PAGES.items():
        page = folder / "docs" / name / "plan.md"
        page.parent.mkdir(parents=True)
        page.write_text(text, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    fence = {"name": "mermaid", "class": "mermaid", "format": "FORMAT"}
    settings = yaml.safe_dump(
        {
            "site_name": "Charts",
            "theme": {"name": "material", "font": False},
            "plugins": ["plan"],
            "markdown_extensions": [{"pymdownx.superfences": {"custom_fences": [fence]}}],
        }
    )
    formatter = "!!python/name:pymdownx.superfences.fence_code_format"
    (folder / "mkdocs.yml").write_text(settings.replace("FORMAT", formatter), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return folder / "site"


def _open(browser: Browser, url: str, name: str, mermaid: Path) -> Cost:
    page = browser.new_page(viewport={"width": 1240, "height": 900})
    responses: list[Response] = []
    page.on("response", responses.append)

    def serve_mermaid(route: Route) -> None:
        route.fulfill(path=mermaid, content_type="text/javascript")

    page.route("**/mermaid*.js", serve_mermaid)
    chart = _CHARTS.get(name, "h1")
    page.add_init_script(_WATCH.replace("CHART", chart))
    page.goto(url)
    page.wait_for_function("window.seen")
    page.wait_for_timeout(500)
    size = sum(len(gzip.compress(response.body())) for response in responses)
    cost = Cost(len(responses), size, page.evaluate("window.shift"), page.evaluate("window.seen"))
    page.close()
    return cost


def _print(measured: dict[str, Sequence[Cost]] | dict[str, list[Cost]]) -> None:
    base = measured["none"][0]
    print(f"Median of {_ROUNDS}; requests and bytes (gzip) in addition to a page without a chart")
    print("| | Requests | Bytes | Layout shift | Visible after |\n|-|-|-|-|-|")
    for name in _CHARTS:
        costs = measured[name]
        print(
            f"| {name} | {statistics.median(one.requests for one in costs) - base.requests:.0f}"
            f" | {statistics.median(one.size for one in costs) - base.size:,.0f}"
            f" | {statistics.median(one.shift for one in costs):.3f}"
            f" | {statistics.median(one.seen for one in costs):.0f} ms |"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
