"""A generated site with its two configurations: without the plugin and with it."""

from dataclasses import dataclass
from pathlib import Path

from bench.config import Theme, write_config
from bench.docs import write_docs

PLUGIN = "plan"


@dataclass(frozen=True)
class Site:
    """Where a generated site stands and how many pages it has."""

    pages: int
    without: Path
    with_plugin: Path


def generate(
    folder: Path, plans: int, theme: Theme, *, automatic_nav: bool, null: bool = False
) -> Site:
    """Write a site; with `null` both configurations leave the plugin out."""
    folder.mkdir(parents=True, exist_ok=True)
    # Names of one length: the two command lines then differ in nothing that could cost time.
    without = folder / "base.yml"
    with_plugin = folder / "plan.yml"
    pages = write_docs(folder / "docs", plans)
    write_config(without, theme, ["search"], automatic_nav=automatic_nav)
    added = ["search"] if null else ["search", PLUGIN]
    write_config(with_plugin, theme, added, automatic_nav=automatic_nav)
    return Site(pages, without, with_plugin)
