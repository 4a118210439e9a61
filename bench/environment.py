"""Describes the environment of a run: interpreter, packages, processors."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("mkdocs-plan-plugin", "mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")


def describe_environment() -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    return f"Python {platform.python_version()}, {system}\n{packages}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
