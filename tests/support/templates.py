"""Keeps compiled templates: to compile a theme takes longer than to build a small site with it."""

from __future__ import annotations

from types import CodeType

import pytest
from jinja2 import Environment


def compile_templates_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make all environments that compile in the same way share what they have compiled."""
    compiled: dict[tuple[object, ...], CodeType] = {}
    compile_one = Environment.compile

    def compile_or_reuse(
        self: Environment,
        source: str,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> object:
        settings = (self.autoescape, self.trim_blocks, self.lstrip_blocks, *sorted(self.extensions))
        key = (source, name, filename, raw, defer_init, *settings, *sorted(self.filters))
        if key not in compiled:
            code = compile_one(self, source, name, filename, raw, defer_init)  # type: ignore[call-overload]
            compiled[key] = code
        return compiled[key]

    monkeypatch.setattr(Environment, "compile", compile_or_reuse)
