"""Build a site without and with the plugin in turns: rounds of A B, B A, A B, ..."""

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
    _remove(plain, planned)
    return changed


def rounds(site: Site, count: int) -> Iterator[Round]:
    """Yield the rounds as they end; every second one starts with the plugin."""
    folder = site.without.parent
    for index in range(count):
        plain, planned = folder / f"site_{index}_without", folder / f"site_{index}_with"
        if index % 2 == 0:
            without = build(site.without, plain, site.pages)
            with_plugin = build(site.with_plugin, planned, site.pages)
        else:
            with_plugin = build(site.with_plugin, planned, site.pages)
            without = build(site.without, plain, site.pages)
        _remove(plain, planned)
        yield Round(without, with_plugin)


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder)
