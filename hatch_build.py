"""Compile the translations for a wheel: `plan.po` in the source becomes `plan.mo`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
_SOURCES = "mkdocs_plan_plugin/locale/*/LC_MESSAGES/plan.po"


class CompileTranslations(BuildHookInterface):
    """Adds the compiled translations to a wheel.

    An editable installation needs none: what is in the checkout is read from its source.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations into a folder outside the checkout."""
        self._folder = TemporaryDirectory()
        if version == "editable":
            return
        root = Path(self.root)
        for source in root.glob(_SOURCES):
            place = source.relative_to(root).with_suffix(".mo")
            compiled = Path(self._folder.name, place)
            compiled.parent.mkdir(parents=True)
            with source.open("rb") as file:
                catalog = read_po(file)
            catalog.creation_date = _ALWAYS  # or each build would write the time
            with compiled.open("wb") as file:
                write_mo(file, catalog)
            build_data["force_include"][str(compiled)] = place.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the folder."""
        self._folder.cleanup()
