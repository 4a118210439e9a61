"""The scale run: the time that the plugin adds to each page, by the size of the site."""

import statistics
from collections.abc import Sequence
from pathlib import Path

from bench.config import Theme
from bench.pairs import rounds
from bench.site import generate
from bench.spread import spread

_HEADER = "plans   pages   base ms/page   added ms/page   (range)          per further page"


def run_scale(folder: Path, sizes: Sequence[int], count: int, theme: Theme, *, null: bool) -> None:
    print(f"\ntheme {theme}, navigation of the index only; cpu time, median of {count} round(s)")
    print("(with an automatic navigation the build itself would be quadratic)")
    if null:
        print("(null run: both sides are built without the plugin)")
    # Compile and load everything once, so that this does not count for the first size.
    first = generate(folder / "warm", 1, theme, automatic_nav=False, null=null)
    list(rounds(first, 1))
    print(f"\n{_HEADER}", flush=True)
    before: tuple[int, float] | None = None
    for plans in sorted(set(sizes)):
        site = generate(folder / str(plans), plans, theme, automatic_nav=False, null=null)
        done = list(rounds(site, count))
        base = statistics.median(one.without.cpu for one in done) * 1000 / site.pages
        added = spread([one.added_cpu * 1000 / site.pages for one in done])
        further = _further(before, site.pages, added.median)
        before = (site.pages, added.median)
        reach = f"({added.low:.2f} to {added.high:.2f})"
        print(
            f"{plans:5d}  {site.pages:6d}   {base:12.2f}   {added.median:13.2f}"
            f"   {reach:15}  {further:>16}",
            flush=True,
        )


def _further(before: tuple[int, float] | None, pages: int, added: float) -> str:
    """Return the time added per page since the previous size, without the startup time."""
    if before is None:
        return "-"
    return f"{(added * pages - before[1] * before[0]) / (pages - before[0]):.2f}"
