"""What a comment on a page asks a widget for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plan_plugin.model import Plan


@dataclass(frozen=True, slots=True)
class Request:
    """The plans that a widget is to show, and the page that it stands on.

    `key` is one of the front matter, by which plans are grouped.
    """

    plans: Sequence[Plan]
    page: str
    key: str = ""
