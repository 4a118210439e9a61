"""Checks that the files for others say what the plans' own pages say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs_plan_plugin.verify.bars import NOTHING, Count
from mkdocs_plan_plugin.verify.breakdown import Breakdown
from mkdocs_plan_plugin.verify.finding import Finding

_FILE = "plans.json"


def check_exports(root: Path, accounts: Mapping[str, Breakdown]) -> Iterator[Finding]:
    """Check `plans.json` and the badges of a site, where it has them.

    Args:
        root: The site's folder.
        accounts: Those of all plans, by the paths of their pages.
    """
    try:
        data = json.loads((root / _FILE).read_text(encoding="utf-8"))
        told = [(plan, _count(plan["progress"])) for plan in data["plans"]]
        whole = _count(data["progress"])
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError) as error:
        yield Finding(_FILE, f"it can't be read: {error}")
        return
    for plan, count in told:
        breakdown = accounts.get(_page(plan["url"]))
        if breakdown and count != (breakdown.count or NOTHING):
            yield Finding(
                _FILE, f"{plan['id']!r} is {count} here and {breakdown.count} on its page"
            )
        yield from _of_badge(root, plan["id"], plan["progress"])
    active = [
        count
        for plan, count in told
        if not plan["archived"] and plan["progress"]["unit"] == "tasks"
    ]
    if whole != Count.sum(active):
        yield Finding(_FILE, f"all plans are {whole}, and together {Count.sum(active)}")


def _count(progress: Mapping[str, Any]) -> Count:
    return Count(progress["done"], progress["total"])


def _page(url: str) -> str:
    path = unquote(url)
    return f"{path}index.html" if path.endswith("/") or not path else path


def _of_badge(root: Path, name: str, progress: Mapping[str, Any]) -> Iterator[Finding]:
    path = Path("badges", f"{name}.svg")
    said = f"{progress['percent']}%"
    if not progress["total"] or not (root / path).is_file():
        return
    if f">{said}</text>" not in (root / path).read_text(encoding="utf-8"):
        yield Finding(path.as_posix(), f"the badge does not say {said!r}, as {_FILE} does")
