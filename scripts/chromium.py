"""Finds or installs the Chromium for browser tests and screenshots.

Run as a command, it ensures that one is installed, and prints what to do if it cannot.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from functools import cache

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAUNCH_ARGS = [
    # The sandbox does not work for root, and only pages built by the tests are opened.
    "--no-sandbox",
    # Shared memory in a container can be too small for a page.
    "--disable-dev-shm-usage",
    "--disable-gpu",
    # Only the page may use the network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

# The browser, and a library that Playwright needs and a minimal Debian lacks.
PACKAGES = ("chromium", "libatomic1")

PLAYWRIGHT = (sys.executable, "-m", "playwright")

HELP = (
    "Playwright cannot start one, and none could be installed. Fix: install one (on Debian: "
    f"sudo apt-get install {' '.join(PACKAGES)}), or set its path: "
    "CHROMIUM=/path/to/chromium make test"
)


@cache
def find_chromium() -> str | None:
    """Return the path of a working Chromium: $CHROMIUM, one on PATH, or Playwright's own."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    candidates = [shutil.which(name) for name in NAMES]
    installed = next((path for path in candidates if path and _starts(path)), None)
    if installed:
        return installed
    own = _playwright_chromium()
    return own if own and _starts(own) else None


def is_ready() -> bool:
    """Return whether tests can open pages: Playwright and a Chromium start."""
    find_chromium.cache_clear()
    return _runs([*PLAYWRIGHT, "--version"]) and find_chromium() is not None


def install() -> None:
    """Try the system's packages, then Playwright's download. Either may fail."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = not root and _runs(["sudo", "-n", "true"])
    # On Ubuntu the package chromium is a snap, which does not start in containers.
    if (root or sudo) and shutil.which("apt-get") and not _is_ubuntu():
        _log(f"installing the system packages {' and '.join(PACKAGES)} for the browser tests")
        apt = ["sudo", "-n"] if sudo else []
        apt += ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        _runs([*apt, "update"], show_errors=True)
        _runs([*apt, "install", "-y", "--no-install-recommends", *PACKAGES], show_errors=True)
    if not is_ready() and _runs([*PLAYWRIGHT, "--version"]):
        _log("installing Playwright's Chromium for the browser tests")
        with_deps = ["--with-deps"] if root or sudo else []
        _runs([*PLAYWRIGHT, "install", *with_deps, "chromium"], show_errors=True)


def _log(message: str) -> None:
    """Print progress to stderr, apart from the command's output."""
    print(f"chromium: {message}", file=sys.stderr, flush=True)


def _starts(path: str) -> bool:
    # Ubuntu has a placeholder on PATH that only prints how to install the real one.
    return _runs([path, "--version"])


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release()["ID"] == "ubuntu"
    except OSError:
        return False


def _playwright_chromium() -> str | None:
    # In a separate process: Playwright cannot start twice within a test.
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return shutil.which(done.stdout.strip())


def _runs(command: list[str], *, show_errors: bool = False) -> bool:
    if shutil.which(command[0]) is None:
        return False
    errors = None if show_errors else subprocess.DEVNULL
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, check=False)
    return done.returncode == 0


def main() -> int:
    """Ensure that tests can open pages."""
    if not is_ready():
        install()
    if is_ready():
        return 0
    _log(HELP)
    return 1


if __name__ == "__main__":
    sys.exit(main())
