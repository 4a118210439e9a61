"""mike: several versions of a site, each with its own numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.other_plugins import FILES, write

SCRIPTS = Path(sys.executable).parent
ROLES = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
SETTINGS = "site_name: Versions\ntheme: {name: material, font: false}\nplugins: [mike, plan]\n"


def run(folder: Path, *words: str) -> str:
    """Run a command in a repository."""
    who = {
        f"GIT_{role}_{key}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"  # mike starts the host by its name
    env = {**os.environ, **who, "PATH": path}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_mike(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": SETTINGS, **{f"docs/{name}": FILES[name] for name in FILES}})
    run(tmp_path, "git", "init", "-q", "-b", "main")
    for version, done in (("1.0", 0), ("2.0", 1)):
        plan = FILES["specs/001-maps/plan.md"]
        text = plan.replace("[ ]", "[x]") if done else plan
        write(tmp_path, {"docs/specs/001-maps/plan.md": text})
        run(tmp_path, "git", "add", "-A")
        run(tmp_path, "git", "commit", "-q", "-m", version)
        run(tmp_path, str(SCRIPTS / "mike"), "deploy", version)
    for version, done in (("1.0", 3), ("2.0", 4)):
        data = json.loads(run(tmp_path, "git", "show", f"gh-pages:{version}/plans.json"))
        assert data["progress"]["done"] == done
        page = run(tmp_path, "git", "show", f"gh-pages:{version}/all/index.html")
        assert f"{done - 2} of 2 tasks" in page
