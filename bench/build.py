"""Build a site once in a separate process and measure the cost."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


class BuildError(Exception):
    """A build failed, or did not create all pages."""


@dataclass(frozen=True)
class Cost:
    """The cost of a build in seconds: CPU time (user and system) and wall-clock time."""

    cpu: float
    wall: float


def build(config: Path, site_dir: Path, pages: int) -> Cost:
    """Build to an empty folder, which is kept for the caller."""
    shutil.rmtree(site_dir, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(config), "--site-dir", str(site_dir)]
    # A fixed hash seed removes one difference between runs. Byte code is cached, as for an
    # installed package.
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
            log = output.read().decode(errors="replace")[-4000:]
            raise BuildError(f"{config.name}: exit status {process.returncode}\n{log}")
    built = sum(1 for _ in site_dir.rglob("index.html"))
    if built < pages:
        raise BuildError(f"{config.name}: built {built} of {pages} pages")
    return Cost(usage.ru_utime + usage.ru_stime, wall)
