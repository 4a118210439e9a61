"""The command line `mkdocs-plan`: `verify` checks a built site, `list` prints its plans.

`build` completes a site of Zensical, which runs no plugins.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plan_plugin import __version__
from mkdocs_plan_plugin.verify import verify_site

_SETTINGS = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
"""The names of settings files, in the order in which Zensical looks for them."""
_JOINERS = "\u200c\u200d"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns 0 for success, 1 for findings, 2 for an error."""
    parser = argparse.ArgumentParser(
        prog="mkdocs-plan", description="Check, list and complete the plans of a built site."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser("verify", help="check the numbers and links of a built site")
    verify.add_argument("site_dir", type=Path, help="folder of the built site")
    verify.add_argument("-q", "--quiet", action="store_true", help="print only the findings")
    listing = commands.add_parser("list", help="print the plans of a built site")
    listing.add_argument("site_dir", type=Path, help="folder of the built site")
    build = commands.add_parser(
        "build", help="write exports, styles and scripts to a Zensical site"
    )
    build.add_argument(
        "-f",
        "--config-file",
        type=Path,
        help="settings file of the site (default: zensical.toml, mkdocs.yml or mkdocs.yaml)",
    )
    options = parser.parse_args(arguments)
    if options.command == "list":
        return _list(options.site_dir)
    if options.command == "build":
        return _build(options.config_file)
    return _verify(options.site_dir, is_quiet=options.quiet)


def _build(settings: Path | None) -> int:
    """Write the files of a Zensical site that Zensical does not write."""
    file = settings or next((Path(name) for name in _SETTINGS if Path(name).exists()), None)
    if file is None or not file.is_file():
        return _fail(f"{file or ' or '.join(_SETTINGS)} does not exist")
    try:
        from mkdocs_plan_plugin.zensical import export

        export(file.resolve())
    except (ImportError, ValueError) as error:
        return _fail(error)
    return 0


def _list(site_dir: Path) -> int:
    """Print the content of `plans.json`: a line for each plan, and the total."""
    try:
        data = json.loads((site_dir / "plans.json").read_text(encoding="utf-8"))
        lines = [_line(plan["progress"], plan["status"], plan["title"]) for plan in data["plans"]]
        lines.append(_line(data["progress"], None, f"{len(lines)} plans"))
    except FileNotFoundError:
        fix = "Fix: run 'mkdocs build', with 'json' in the option 'exports'."
        return _fail(f"{site_dir} has no plans.json. {fix}")
    except (ValueError, KeyError, TypeError) as error:
        return _fail(f"{site_dir}/plans.json was not written by this plugin: {error}")
    for line in lines:
        print(line)
    return 0


def _line(progress: dict[str, object], status: str | None, title: str) -> str:
    count = f"{progress['done']}/{progress['total']}" if progress["total"] else "-"
    percent = f"{progress['percent']}%" if progress["total"] else ""
    return f"{percent:>5}  {count:>9}  {_plain(status or ''):<15}  {_plain(title)}".rstrip()


def _plain(text: str) -> str:
    """Return a text on one line, without what a terminal would obey."""
    shown = (char if char.isprintable() or char in _JOINERS else " " for char in text)
    return " ".join("".join(shown).split())


def _verify(site_dir: Path, *, is_quiet: bool) -> int:
    try:
        report = verify_site(site_dir)
    except FileNotFoundError as error:
        return _fail(f"{error}. Fix: run 'mkdocs build'.")
    for finding in report.findings:
        print(_plain(str(finding)))
    if not is_quiet:
        scope = f"plans: {report.plans}, tasks: {report.tasks}, pages: {report.pages}"
        result = f"Findings: {len(report.findings)}" if report.findings else "All plans verified"
        print(f"{result} ({scope}).")
    return 1 if report.findings else 0


def _fail(problem: object) -> int:
    print(f"mkdocs-plan: {problem}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
