"""The default run: the ratio of build times with and without the plugin."""

from pathlib import Path

from bench.config import Theme
from bench.pairs import Round, rounds, warm_up
from bench.site import generate
from bench.spread import Spread, spread
from bench.ticked import write_history

_HEADER = "round  cpu without   cpu with   ratio   wall without  wall with   ratio"
_DASH = "\N{EN DASH}"


def run_ratio(
    folder: Path, plans: int, count: int, theme: Theme, *, null: bool, history: str | None = None
) -> None:
    site = generate(folder, plans, theme, automatic_nav=True, null=null)
    print(f"\n{plans} plans, {site.pages} pages, theme {theme}, automatic navigation")
    if theme is Theme.MATERIAL:
        print("(Material with navigation.prune: otherwise navigation dominates the build time)")
    if history:
        print(f"(in a repository with {write_history(folder)} commits and a {history} cache)")
    if null:
        print("(null run: both sides are built without the plugin)")
    changed = warm_up(site)
    print(f"warm-up done; pages that differ with the plugin: {changed} of {site.pages}\n")
    print(_HEADER, flush=True)
    done: list[Round] = []
    for one in rounds(site, count, is_cold=history == "cold"):
        done.append(one)
        print(_row(len(done), one), flush=True)
    cpu = spread([one.cpu_ratio for one in done])
    print(f"\ncpu ratio   {_describe(cpu)}")
    print(f"wall ratio  {_describe(spread([one.wall_ratio for one in done]))}")
    added = spread([one.added_cpu * 1000 / site.pages for one in done])
    print(f"added cpu   {added.median:.2f} ms per page ({added.low:.2f} to {added.high:.2f})")
    print(
        f"ratio {cpu.median:.2f} "
        f"(spread {cpu.low:.2f}{_DASH}{cpu.high:.2f}, n={len(done)}, {site.pages} pages)"
    )


def _row(number: int, one: Round) -> str:
    return (
        f"{number:5d}  {one.without.cpu:9.2f} s {one.with_plugin.cpu:8.2f} s  {one.cpu_ratio:6.3f}"
        f"   {one.without.wall:10.2f} s {one.with_plugin.wall:8.2f} s  {one.wall_ratio:6.3f}"
    )


def _describe(figures: Spread) -> str:
    return (
        f"median {figures.median:.3f}, "
        f"quartiles {figures.first_quartile:.3f} to {figures.third_quartile:.3f}, "
        f"range {figures.low:.3f} to {figures.high:.3f}"
    )
