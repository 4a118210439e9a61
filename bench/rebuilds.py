"""The run for `mkdocs serve`: the time of a rebuild, and the share of the plugin's code."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from bench.build import BuildError
from bench.config import Theme
from bench.rebuilding import Rebuild
from bench.site import generate

_HEADER = "round  without     with   ratio   in events   in Markdown   memory"


def run_rebuilds(folder: Path, plans: int, rounds: int, count: int, theme: Theme) -> None:
    """Rebuild both sites in turn, each time in a new process."""
    site = generate(folder, plans, theme, automatic_nav=True)
    print(f"\n{plans} plans, {site.pages} pages, theme {theme}; one task completed per rebuild")
    print(f"(cpu time, median of {count} rebuilds; the plugin's replacements for processors of")
    print("Python-Markdown are not counted as plugin code)")
    print(f"\n{_HEADER}", flush=True)
    all_rebuilds: list[Rebuild] = []
    ratios = []
    for number in range(1, rounds + 1):
        without = _median(_rebuilds(site.without, folder / "a", count))
        done = _rebuilds(site.with_plugin, folder / "b", count)
        all_rebuilds += done
        ratios.append(_median(done) / without)
        print(
            f"{number:5d} {without:6.2f} s {_median(done):6.2f} s  {ratios[-1]:6.3f}"
            f"   {_share([one.events / one.cpu for one in done])}"
            f"     {_share([one.processors / one.cpu for one in done])}"
            f"   {done[0].memory // 1024} to {done[-1].memory // 1024} MB",
            flush=True,
        )
    print(f"\nratio       {statistics.median(ratios):.3f}")
    print(
        f"in events   {_share([one.events / one.cpu for one in all_rebuilds]).strip()} of a rebuild"
    )
    print(f"in Markdown {_share([one.processors / one.cpu for one in all_rebuilds]).strip()}")


def _rebuilds(config: Path, site_dir: Path, count: int) -> list[Rebuild]:
    command = [sys.executable, "-m", "bench.rebuilding", str(config), str(site_dir), str(count)]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise BuildError(f"{config.name}: exit status {done.returncode}\n{done.stderr[-4000:]}")
    return [Rebuild(**json.loads(line)) for line in done.stdout.splitlines() if line[:1] == "{"]


def _median(done: list[Rebuild]) -> float:
    return statistics.median(one.cpu for one in done)


def _share(shares: list[float]) -> str:
    return f"{statistics.median(shares):7.1%}"
