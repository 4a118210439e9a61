"""Writes the pages of a generated site: an index, and three files for each plan."""

from pathlib import Path

from bench.identity import Identity
from bench.plan_text import plan_text
from bench.spec_text import spec_text
from bench.tasks_text import tasks_text


def write_docs(docs_dir: Path, plans: int) -> int:
    """Write a number of plans to a folder, and return the number of pages."""
    identities = [Identity(number) for number in range(1, plans + 1)]
    docs_dir.mkdir(parents=True)
    (docs_dir / "index.md").write_text(_index_text(identities), encoding="utf-8")
    for plan in identities:
        folder = docs_dir / "specs" / plan.folder
        folder.mkdir(parents=True)
        (folder / "plan.md").write_text(plan_text(plan), encoding="utf-8")
        (folder / "spec.md").write_text(spec_text(plan), encoding="utf-8")
        (folder / "tasks.md").write_text(tasks_text(plan), encoding="utf-8")
    return 1 + 3 * len(identities)


def _index_text(identities: list[Identity]) -> str:
    links = "\n".join(f"- [{plan.title}](specs/{plan.folder}/plan.md)" for plan in identities)
    return f"# Plans\n\nEvery plan of this generated site.\n\n{links}\n"
