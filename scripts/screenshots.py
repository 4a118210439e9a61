"""Take the README's screenshots of the sample site: a plan, its timeline, the overview, a phone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from scripts.chromium import HELP, LAUNCH_ARGS, find_chromium
from scripts.sample_history import write_sample
from scripts.serve import served

PAGES = {
    "plan": "plans/checkout/plan/",
    "timeline": "plans/checkout/plan/#timeline",
    "overview": "plans/",
}
PHONE = (390, 620)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "images"


def main() -> None:
    """Build and serve the sample site, and take screenshots in both color schemes."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit(f"Chromium: {HELP}")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        build(Path(folder))
        with served(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=LAUNCH_ARGS)
            for scheme in SCHEMES:
                for name, page in PAGES.items():
                    take(browser, f"{address}/{page}", IMAGES / f"{name}-{scheme}.png", scheme)
                url = f"{address}/{PAGES['plan']}"
                take(browser, url, IMAGES / f"phone-{scheme}.png", scheme, PHONE)
            browser.close()


def build(folder: Path) -> None:
    """Build the sample site to a folder."""
    sample = ROOT / "build/sample"
    write_sample(sample)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run([*command, "--config-file", str(sample / "mkdocs.yml")], check=True)


def take(
    browser: Browser,
    url: str,
    target: Path,
    scheme: Literal["light", "dark"],
    size: tuple[int, int] = (1240, 620),
) -> None:
    """Take a screenshot of a page in one color scheme."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    response = page.goto(url, wait_until="networkidle")
    if response is None or not response.ok:
        sys.exit(
            f"The sample site has no page {url}. Fix: correct PAGES in scripts/screenshots.py."
        )
    page.screenshot(path=target, animations="disabled")
    page.close()
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
