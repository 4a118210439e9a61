"""The command line of the fuzzer."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from fuzz.grammar import write_page
from fuzz.mutation import mutate_page
from fuzz.shrinking import shrink
from fuzz.site import Finding, check_pages

_BATCH = 100
"""Pages a site. A larger one takes no less time a page."""
_EVERY = 3
"""One page of so many is a changed page of the sample."""


def main(arguments: Sequence[str]) -> int:
    """Run the fuzzer. Returns 1 if anything is found, else 0."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=2000, help="number of pages (default: 2000)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the random pages (default: 0)")
    parser.add_argument(
        "--most", type=int, default=10, help="stop after so many findings (default: 10)"
    )
    options = parser.parse_args(arguments)
    count = found = 0
    source = pages(options.seed, options.pages)
    while batch := list(islice(source, _BATCH)):
        count += len(batch)
        for finding in check_pages(batch):
            found += 1
            report(finding)
        sys.stdout.write(f"{count} pages, {found} findings\n")
        sys.stdout.flush()
        if found >= options.most:
            break
    return int(found > 0)


def pages(seed: int, count: int) -> Iterator[str]:
    """Yield random pages: the same ones for the same seed."""
    for number in range(count):
        source = random.Random(f"{seed}-{number}")
        yield mutate_page(source) if number % _EVERY == 0 else write_page(source)


def report(finding: Finding) -> None:
    """Print a finding with the shortest page that shows it."""
    page = shrink(finding)
    sys.stdout.write(f"\n{finding.problem}\n{page!r}\n\n")
