"""The sign of the package's code changes with any of its modules."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plan_plugin.package_digest import digest_of_sources, package_digest

MODULES = {"a.py": "A = 1\n", "b/c.py": "C = 2\n"}


def digest(folder: Path, modules: dict[str, str]) -> str:
    for name, text in modules.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return digest_of_sources(folder)


def test_the_same_code_has_the_same_digest(tmp_path: Path) -> None:
    assert digest(tmp_path / "one", MODULES) == digest(tmp_path / "other", MODULES)
    assert digest(tmp_path / "one", {"plan.css": "a {}", "x.pyc": "compiled"}) == digest(
        tmp_path / "other", {}
    )


def test_other_code_has_another(tmp_path: Path) -> None:
    changes = [
        {**MODULES, "b/c.py": "C = 3\n"},
        {**MODULES, "d.py": ""},
        {"a.py": "A = 1\n"},
        {"a.py": "A = 1\n", "c.py": "C = 2\n"},
        {"a.py": "", "b/c.py": "A = 1\nC = 2\n"},
    ]
    found = [digest(tmp_path / str(at), change) for at, change in enumerate([MODULES, *changes])]
    assert len(set(found)) == len(found)


def test_the_package_has_sources() -> None:
    assert package_digest() != digest_of_sources(Path(__file__).parent / "no such folder")
