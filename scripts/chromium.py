"""The Chromium that opens pages in tests and for pictures: find one, or install one.

As a command it makes sure that there is one, and says what to do when it can't.
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
    # Root has no sandbox, and the only pages opened are those that we built ourselves.
    "--no-sandbox",
    # A container's shared memory can be too small for a page.
    "--disable-dev-shm-usage",
    "--disable-gpu",
    # Nothing but the page is to use the network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

# Beside the browser, the library that Playwright's own program needs and a bare Debian lacks.
PACKAGES = ("chromium", "libatomic1")

PLAYWRIGHT = (sys.executable, "-m", "playwright")

HELP = (
    "none that Playwright can start, and none could be installed. The browser tests need one: "
    f"install it (on Debian: sudo apt-get install {' '.join(PACKAGES)}) or tell where it is: "
    "CHROMIUM=/path/to/chromium make test"
)


@cache
def find_chromium() -> str | None:
    """The path of a Chromium that starts: $CHROMIUM, one on PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    candidates = [shutil.which(name) for name in NAMES]
    found = next((path for path in candidates if path and _starts(path)), None)
    if found:
        return found
    own = _playwright_chromium()
    return own if own and _starts(own) else None


def is_ready() -> bool:
    """Whether tests can open pages: Playwright starts, and there is a Chromium."""
    find_chromium.cache_clear()
    return _runs([*PLAYWRIGHT, "--version"]) and find_chromium() is not None


def install() -> None:
    """Try the system's packages, then Playwright's download; neither is sure to work."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = not root and _runs(["sudo", "-n", "true"])
    # On Ubuntu the package chromium is a snap, and those don't start in containers.
    if (root or sudo) and shutil.which("apt-get") and not _is_ubuntu():
        _say(f"installing the system packages {' and '.join(PACKAGES)}, for the browser tests")
        apt = ["sudo", "-n"] if sudo else []
        apt += ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        _runs([*apt, "update"], tell=True)
        _runs([*apt, "install", "-y", "--no-install-recommends", *PACKAGES], tell=True)
    if not is_ready() and _runs([*PLAYWRIGHT, "--version"]):
        _say("installing Playwright's Chromium, for the browser tests")
        with_deps = ["--with-deps"] if root or sudo else []
        _runs([*PLAYWRIGHT, "install", *with_deps, "chromium"], tell=True)


def _say(words: str) -> None:
    """Tell what takes its time, beside the command's own output."""
    print(f"chromium: {words}", file=sys.stderr, flush=True)


def _starts(path: str) -> bool:
    # Ubuntu has a stand-in on PATH that only says how to install the real one.
    return _runs([path, "--version"])


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release()["ID"] == "ubuntu"
    except OSError:
        return False


def _playwright_chromium() -> str | None:
    # In a process of its own: Playwright can't start inside a test that has started it.
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return shutil.which(done.stdout.strip())


def _runs(command: list[str], *, tell: bool = False) -> bool:
    if shutil.which(command[0]) is None:
        return False
    errors = None if tell else subprocess.DEVNULL
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, check=False)
    return done.returncode == 0


def main() -> int:
    """Make sure that tests can open pages."""
    if not is_ready():
        install()
    if is_ready():
        return 0
    _say(HELP)
    return 1


if __name__ == "__main__":
    sys.exit(main())
