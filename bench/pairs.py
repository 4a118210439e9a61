"""Builds a site without and with the plugin in turn: rounds of A B, B A, A B, ..."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.build import Cost, build
from bench.site import Site


@dataclass(frozen=True)
class Round:
    """One build of each kind, one right after the other."""

    without: Cost
    with_plugin: Cost

    @property
    def cpu_ratio(self) -> float:
        return self.with_plugin.cpu / self.without.cpu

    @property
    def wall_ratio(self) -> float:
        return self.with_plugin.wall / self.without.wall

    @property
    def added_cpu(self) -> float:
        return self.with_plugin.cpu - self.without.cpu


def warm_up(site: Site) -> int:
    """Run a discarded build of each kind, and return how many pages the plugin changes."""
    folder = site.without.parent
    plain, planned = folder / "warm_without", folder / "warm_with"
    build(site.without, plain, site.pages)
    build(site.with_plugin, planned, site.pages)
    changed = sum(
        1
        for page in plain.rglob("index.html")
        if page.read_bytes() != (planned / page.relative_to(plain)).read_bytes()
    )
    shutil.rmtree(plain)
    shutil.rmtree(planned)
    return changed


def rounds(site: Site, count: int, *, is_cold: bool = False) -> Iterator[Round]:
    """Yield the rounds; every second one starts with the plugin.

    With `is_cold`, the plugin's cache is deleted before each round.
    """
    for index in range(count):
        if is_cold:
            shutil.rmtree(site.with_plugin.parent / ".cache", ignore_errors=True)
        if index % 2 == 0:
            without = _timed(site.without, site.pages)
            with_plugin = _timed(site.with_plugin, site.pages)
        else:
            with_plugin = _timed(site.with_plugin, site.pages)
            without = _timed(site.without, site.pages)
        yield Round(without, with_plugin)


def _timed(config: Path, pages: int) -> Cost:
    """Run a build under the same conditions, whether it is the first or second of a pair."""
    os.sync()  # so that output of the previous build is not flushed during this one
    site_dir = config.parent / "site"
    cost = build(config, site_dir, pages)
    shutil.rmtree(site_dir)
    return cost
