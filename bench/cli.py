"""The command line of the benchmark."""

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
_DEFAULT_SCALE_ROUNDS = 2  # a single build may be disturbed by other processes
_DEFAULT_SERVE_ROUNDS = 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure the time that the plugin adds to the build of a site.",
    )
    run = parser.add_mutually_exclusive_group()
    run.add_argument(
        "--scale",
        type=_positive,
        nargs="+",
        metavar="PLANS",
        help="measure the cost per page at these sizes",
    )
    run.add_argument(
        "--serve", type=_positive, metavar="REBUILDS", help="measure rebuilds as in `mkdocs serve`"
    )
    run.add_argument("--profile", action="store_true", help="profile one build with the plugin")
    run.add_argument(
        "--generate", type=Path, metavar="FOLDER", help="only write the site to a folder"
    )
    parser.add_argument(
        "--plans", type=_positive, default=100, help="number of plans (default: 100)"
    )
    parser.add_argument(
        "--rounds",
        type=_positive,
        help=f"paired builds (default: {_DEFAULT_ROUNDS}; with --scale or --serve:"
        f" {_DEFAULT_SCALE_ROUNDS})",
    )
    parser.add_argument(
        "--theme",
        type=Theme,
        choices=list(Theme),
        help="theme (default: material; with --scale: bare)",
    )
    parser.add_argument(
        "--history",
        choices=("warm", "cold"),
        help="build in a Git repository, with or without its cache",
    )
    parser.add_argument(
        "--null",
        action="store_true",
        help="build both sides without the plugin; expected ratio: 1.00",
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark. Returns 1 if a build fails, else 0."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.generate is not None and (chosen.generate / "docs").exists():
        parser.error(f"{chosen.generate} already has a site")
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
