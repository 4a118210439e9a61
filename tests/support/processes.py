"""Runs MkDocs in processes of their own, forked from one that has imported everything."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


def run_mkdocs(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs ARGUMENTS` in a folder, with the environment of this process."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        command = [sys.executable, "-m", "mkdocs", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.prepared"])
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        given = (arguments, folder, dict(os.environ), out, err)
        process = context.Process(target=_main, args=given)
        process.start()
        process.join()
        status = 0 if process.exitcode is None else process.exitcode
        return subprocess.CompletedProcess(
            ["mkdocs", *arguments], status, out.read_text("utf-8"), err.read_text("utf-8")
        )


def _main(
    arguments: Sequence[str], folder: Path, environment: dict[str, str], out: Path, err: Path
) -> None:
    """Be the process: write the output into files, and end with the command's status."""
    from mkdocs.__main__ import cli

    for path, stream in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    cli(list(arguments), prog_name="mkdocs")
