"""Build a site once in a process of its own and tell what that took."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


class BuildError(Exception):
    """A build ended with an error, or without the pages it should have made."""


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds of the processor (user and system) and of the clock."""

    cpu: float
    wall: float


def build(config: Path, site_dir: Path, pages: int) -> Cost:
    """Build into a fresh folder, which is left behind for the caller to look at."""
    shutil.rmtree(site_dir, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(config), "--site-dir", str(site_dir)]
    # A fixed hash seed takes one source of difference between two runs away. Byte code is kept,
    # as it is where a package has been installed.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=config.parent, env=environment, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace")[-4000:]
            raise BuildError(f"{config.name}: exit status {process.returncode}\n{said}")
    made = sum(1 for _ in site_dir.rglob("index.html"))
    if made < pages:
        raise BuildError(f"{config.name}: {made} pages were built, {pages} expected")
    return Cost(usage.ru_utime + usage.ru_stime, wall)
