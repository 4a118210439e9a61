"""The host command line: `mkdocs-plan verify` checks a built site, `list` prints it.

`build` writes what Zensical, which runs no plugins, leaves out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plan_plugin import __version__
from mkdocs_plan_plugin.verify import report_on

_SETTINGS = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
"""In the order in which Zensical looks for them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns 0 when all is well, 1 for findings, 2 for a wrong call."""
    parser = argparse.ArgumentParser(
        prog="mkdocs-plan", description="Checks and completes built sites that show plans."
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
    listed = commands.add_parser("list", help="print the plans of a site that mkdocs has built")
    listed.add_argument("site_dir", type=Path, help="the folder that mkdocs has built")
    build = commands.add_parser(
        "build", help="write plans.json, badges, styles and the like to a site built by Zensical"
    )
    build.add_argument("-f", "--config-file", type=Path, help="the settings of the site")
    options = parser.parse_args(arguments)
    if options.command == "list":
        return _list(options.site_dir)
    if options.command == "build":
        return _build(options.config_file)
    return _verify(options.site_dir, is_quiet=options.quiet)


def _build(settings: Path | None) -> int:
    """Write to a site of Zensical's what it does not write itself."""
    found = settings or next((Path(name) for name in _SETTINGS if Path(name).exists()), None)
    if found is None or not found.is_file():
        print(f"mkdocs-plan: {found or ' or '.join(_SETTINGS)} is not there", file=sys.stderr)
        return 2
    try:
        from mkdocs_plan_plugin.zensical import export

        export(found.resolve())
    except (ImportError, ValueError) as error:
        print(f"mkdocs-plan: {error}", file=sys.stderr)
        return 2
    return 0


def _list(site_dir: Path) -> int:
    """Print what `plans.json` says: a line for each plan, and one for all."""
    try:
        data = json.loads((site_dir / "plans.json").read_text(encoding="utf-8"))
        lines = [_line(plan["progress"], plan["status"], plan["title"]) for plan in data["plans"]]
        lines.append(_line(data["progress"], None, f"{len(lines)} plans"))
    except FileNotFoundError:
        told = "run 'mkdocs build' first, with 'json' among the option 'exports'"
        print(f"mkdocs-plan: {site_dir} has no plans.json; {told}", file=sys.stderr)
        return 2
    except (ValueError, KeyError, TypeError) as error:
        print(f"mkdocs-plan: {site_dir}/plans.json is not ours: {error}", file=sys.stderr)
        return 2
    for line in lines:
        print(line)
    return 0


def _line(progress: dict[str, object], status: str | None, title: str) -> str:
    count = f"{progress['done']}/{progress['total']}" if progress["total"] else "-"
    percent = f"{progress['percent']}%" if progress["total"] else ""
    return f"{percent:>5}  {count:>9}  {status or '':<15}  {title}".rstrip()


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
