"""Fixtures for all tests: building a site, and the date on which the tests take place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.support.sites import Built, build_site, write_site
from tests.support.templates import compile_templates_once

BuildSite = Callable[..., Built]

# 2026-11-23, so that nothing in a built page depends on the day.
_EPOCH = "1795392000"

# No test depends on how fast the machine is, or on chance.
settings.register_profile(
    "unhurried",
    settings.default,
    deadline=None,
    derandomize=True,
    max_examples=50,  # `make fuzz` tries more
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("unhurried"), max_examples=10)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, so that at the end no process waits for another one.

    Those that share a tour of the sample follow each other, so that few processes make one.
    """

    def order(item: pytest.Item) -> tuple[bool, bool]:
        names = getattr(item, "fixturenames", ())
        return not item.nodeid.startswith("tests/corpus/"), "tour" not in names

    items.sort(key=order)


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        compile_templates_once(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def make_site(tmp_path: Path) -> BuildSite:
    """Build a site from `{path: text}` and settings; a warning fails the test unless expected."""

    def make(
        files: Mapping[str, str | bytes],
        config: Mapping[str, Any] | None = None,
        *,
        warnings: int = 0,
    ) -> Built:
        built = build_site(write_site(tmp_path, files, config))
        assert len(built.warnings) == warnings, built.warnings
        return built

    return make
