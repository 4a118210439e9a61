"""Verify that `plans.json` and the badges match the plans' pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs_plan_plugin.model import Status, Unit
from mkdocs_plan_plugin.verify.bars import NOTHING, Count
from mkdocs_plan_plugin.verify.breakdown import Breakdown
from mkdocs_plan_plugin.verify.finding import Finding

_FILE = "plans.json"


def verify_exports(root: Path, breakdowns: Mapping[str, Breakdown]) -> Iterator[Finding]:
    """Verify `plans.json` and the badges of a site, where they exist.

    Args:
        root: The site's folder.
        breakdowns: The breakdowns of all plans, by the path of the plan's page.
    """
    try:
        data = json.loads((root / _FILE).read_text(encoding="utf-8"))
        plans = [(plan, _count(plan["progress"])) for plan in data["plans"]]
        total = _count(data["progress"])
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError) as error:
        yield Finding(_FILE, f"can't be read: {error}")
        return
    for plan, count in plans:
        breakdown = breakdowns.get(_page(plan["url"]))
        if breakdown and count != (breakdown.count or NOTHING):
            yield Finding(
                _FILE, f"{plan['id']!r} is {count} here, but {breakdown.count} on its page"
            )
        yield from _verify_badge(root, plan["id"], plan["progress"])
    active = [(plan, count) for plan, count in plans if not plan["archived"]]
    if data["progress"]["unit"] == Unit.PLANS:
        added = Count(sum(plan["status"] == Status.DONE for plan, _ in active), len(active))
    else:
        added = Count.sum(count for plan, count in active if plan["progress"]["unit"] == Unit.TASKS)
    if total != added:
        yield Finding(_FILE, f"the total is {total}, but the plans add up to {added}")


def _count(progress: Mapping[str, Any]) -> Count:
    return Count(progress["done"], progress["total"])


def _page(url: str) -> str:
    path = unquote(url)
    return f"{path}index.html" if path.endswith("/") or not path else path


def _verify_badge(root: Path, name: str, progress: Mapping[str, Any]) -> Iterator[Finding]:
    path = Path("badges", f"{name}.svg")
    percent = f"{progress['percent']}%"
    if not progress["total"] or not (root / path).is_file():
        return
    if f">{percent}</text>" not in (root / path).read_text(encoding="utf-8"):
        yield Finding(path.as_posix(), f"the badge does not show {percent!r}, as in {_FILE}")
