"""Build a site without and with the plugin in turns: rounds of A B, B A, A B, ..."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.build import Cost, build
from bench.site import Site


@dataclass(frozen=True)
class Round:
    """One build of each kind, run one right after the other."""

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
    """One discarded build of each kind; tells how many pages the plugin changed."""
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


def rounds(site: Site, count: int, *, forgets: bool = False) -> Iterator[Round]:
    """Yield the rounds as they end; every second one starts with the plugin.

    With `forgets`, what the plugin has kept of the round before is deleted.
    """
    for index in range(count):
        if forgets:
            shutil.rmtree(site.with_plugin.parent / ".cache", ignore_errors=True)
        if index % 2 == 0:
            without = _timed(site.without, site.pages)
            with_plugin = _timed(site.with_plugin, site.pages)
        else:
            with_plugin = _timed(site.with_plugin, site.pages)
            without = _timed(site.without, site.pages)
        yield Round(without, with_plugin)


def _timed(config: Path, pages: int) -> Cost:
    """One build, the same before and after each, so that the first of a pair is no different."""
    os.sync()  # what the build before has written is not to be written out during this one
    site_dir = config.parent / "site"
    cost = build(config, site_dir, pages)
    shutil.rmtree(site_dir)
    return cost
