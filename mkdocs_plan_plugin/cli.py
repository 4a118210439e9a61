"""The host command line: `mkdocs-plan verify SITE_DIR` checks a built site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plan_plugin import __version__
from mkdocs_plan_plugin.checking import report_on


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns 0 when all is well, 1 for findings, 2 for a wrong call."""
    parser = argparse.ArgumentParser(
        prog="mkdocs-plan", description="Checks plans on a built site."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser(
        "verify", help="prove the numbers and links of a site that mkdocs has built"
    )
    verify.add_argument("site_dir", type=Path, help="the folder that mkdocs has built")
    verify.add_argument(
        "-q", "--quiet", action="store_true", help="print the findings and nothing else"
    )
    options = parser.parse_args(arguments)
    return _verify(options.site_dir, is_quiet=options.quiet)


def _verify(site_dir: Path, *, is_quiet: bool) -> int:
    try:
        report = report_on(site_dir)
    except FileNotFoundError as error:
        print(f"mkdocs-plan: {error}; run 'mkdocs build' first", file=sys.stderr)
        return 2
    for finding in report.findings:
        print(finding)
    if not is_quiet:
        looked_at = f"plans: {report.plans}, tasks: {report.tasks}, pages: {report.pages}"
        said = f"Findings: {len(report.findings)}" if report.findings else "All plans verified"
        print(f"{said} ({looked_at}).")
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
