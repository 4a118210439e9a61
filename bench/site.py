"""A generated site with two configurations: without and with the plugin."""

from dataclasses import dataclass
from pathlib import Path

from bench.config import Theme, write_config
from bench.docs import write_docs

PLUGIN = "plan"


@dataclass(frozen=True)
class Site:
    """The configuration files of a generated site, and its number of pages."""

    pages: int
    without: Path
    with_plugin: Path


def generate(
    folder: Path, plans: int, theme: Theme, *, automatic_nav: bool, null: bool = False
) -> Site:
    """Write a site; with `null`, both configurations are without the plugin."""
    folder.mkdir(parents=True, exist_ok=True)
    # Names of the same length, so that the command lines do not differ in cost.
    without = folder / "base.yml"
    with_plugin = folder / "plan.yml"
    pages = write_docs(folder / "docs", plans)
    write_config(without, theme, ["search"], automatic_nav=automatic_nav)
    added = ["search"] if null else ["search", PLUGIN]
    write_config(with_plugin, theme, added, automatic_nav=automatic_nav)
    return Site(pages, without, with_plugin)
