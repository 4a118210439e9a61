"""The command line of the benchmark: which run to do, and on what."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.build import BuildError
from bench.config import Theme
from bench.environment import describe_environment
from bench.profiling import run_profile
from bench.ratio import run_ratio
from bench.rebuilds import run_rebuilds
from bench.scale import run_scale
from bench.site import generate

_DEFAULT_ROUNDS = 7
_DEFAULT_SCALE_ROUNDS = 2  # one build may meet other work on the machine
_DEFAULT_SERVE_ROUNDS = 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure what the plan plugin adds to the time of a site build.",
    )
    run = parser.add_mutually_exclusive_group()
    run.add_argument(
        "--scale", type=_positive, nargs="+", metavar="PLANS", help="cost per page at these sizes"
    )
    run.add_argument(
        "--serve", type=_positive, metavar="REBUILDS", help="rebuilds as `mkdocs serve` makes them"
    )
    run.add_argument("--profile", action="store_true", help="profile one build with the plugin")
    run.add_argument("--generate", type=Path, metavar="FOLDER", help="only write the site there")
    parser.add_argument("--plans", type=_positive, default=100, help="plans in the site (100)")
    parser.add_argument(
        "--rounds",
        type=_positive,
        help=f"paired builds ({_DEFAULT_ROUNDS}; {_DEFAULT_SCALE_ROUNDS} with --scale or --serve)",
    )
    parser.add_argument(
        "--theme", type=Theme, choices=list(Theme), help="material, or bare with --scale"
    )
    parser.add_argument(
        "--history", choices=("warm", "cold"), help="in a Git repository, with its cache or not"
    )
    parser.add_argument(
        "--null", action="store_true", help="leave the plugin out of both sides: ratio about 1.00"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def main(arguments: Sequence[str]) -> int:
    """Do the run that was asked for; the status is 1 only if a build failed."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.generate is not None and (chosen.generate / "docs").exists():
        parser.error(f"{chosen.generate} has a site already")
    try:
        if chosen.generate is not None:
            theme = chosen.theme or Theme.MATERIAL
            generate(chosen.generate, chosen.plans, theme, automatic_nav=True, null=chosen.null)
            return 0
        print(describe_environment())
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            _run(chosen, Path(name).resolve())
    except BuildError as error:
        print(f"build failed: {error}", file=sys.stderr)
        return 1
    return 0


def _run(chosen: argparse.Namespace, folder: Path) -> None:
    if chosen.scale:
        theme = chosen.theme or Theme.BARE
        count = chosen.rounds or _DEFAULT_SCALE_ROUNDS
        run_scale(folder, chosen.scale, count, theme, null=chosen.null)
        return
    theme = chosen.theme or Theme.MATERIAL
    if chosen.serve:
        count = chosen.rounds or _DEFAULT_SERVE_ROUNDS
        run_rebuilds(folder, chosen.plans, count, chosen.serve, theme)
    elif chosen.profile:
        run_profile(folder, chosen.plans, theme)
    else:
        count = chosen.rounds or _DEFAULT_ROUNDS
        run_ratio(folder, chosen.plans, count, theme, null=chosen.null, history=chosen.history)
