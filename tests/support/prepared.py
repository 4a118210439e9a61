"""Imported by the process that others are forked from: what most builds import and compile."""

from __future__ import annotations

from contextlib import suppress

import mkdocs.commands.build
import pymdownx.superfences
import pytest
from jinja2 import TemplateAssertionError
from mkdocs.theme import Theme

import mkdocs_plan_plugin.plugin
from tests.support.templates import compile_templates_once

__all__ = ["mkdocs", "mkdocs_plan_plugin", "pymdownx"]

compile_templates_once(pytest.MonkeyPatch())
for theme in ("mkdocs", "material"):
    environment = Theme(name=theme).get_env()
    for template in environment.list_templates(extensions=["html"]):
        with suppress(TemplateAssertionError):  # those of the blog need filters of its plugin
            environment.get_template(template)
