"""Write the sample site to a Git repository of its own, with a history of its plans.

Kestrel and its history are invented. The pages are those of `sample_site/`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bench.repository import Revision, write_repository

SAMPLE = Path(__file__).parent.parent / "sample_site"
_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True)
class PageHistory:
    """The history of a page: when it was written and when its tasks were completed, in page order.

    `ticks` are days after the page was written. `added` are later tasks, by a part of their text,
    each with the day on which it was added.
    """

    written: date
    ticks: tuple[int, ...] = ()
    added: tuple[tuple[str, int], ...] = ()


HISTORY = {
    "docs/plans/2026-05-12-offline-mode.md": PageHistory(
        date(2026, 5, 12),
        (7, 9, 14, 17, 21, 24, 30, 31, 38, 43, 45, 51, 56, 57, 62, 65, 66, 66, 66, 66),
        (("Correct times by", 31), ("Write the page for operators on amber", 45)),
    ),
    "docs/plans/checkout/plan.md": PageHistory(
        date(2026, 9, 1),
        (8, 10, 15, 17, 23, 38, 30, 35, 38, 49, 59, 65, 72),
        (("Show a receipt", 28), ("neighbours try to rent", 49)),
    ),
    "docs/plans/reservations/plan.md": PageHistory(date(2026, 6, 29), (7,)),
    "docs/specs/001-station-alerts/tasks.md": PageHistory(
        date(2026, 10, 14), (1, 2, 2, 6, 8, 13, 13, 15, 21, 23, 29), (("T024", 9),)
    ),
    "docs/specs/001-station-alerts/spec.md": PageHistory(
        date(2026, 10, 5), added=(("FR-006", 45),)
    ),
    "docs/roadmap.md": PageHistory(date(2026, 11, 16)),
    "docs/plans/cargo-bikes/plan.md": PageHistory(date(2026, 11, 9)),
    "docs/plans/2027-handbook-plan.md": PageHistory(date(2026, 11, 9)),
}
FIRST = date(2026, 5, 4)


def main() -> None:
    """Write the repository to the folder given as argument."""
    write_sample(Path(sys.argv[1]))


def write_sample(folder: Path) -> None:
    """Write the sample to a folder, and replace its content."""
    if shutil.which("git") is None:
        print(
            "git is not installed: the sample is built without the history of its plans.",
            file=sys.stderr,
        )
        excluded = shutil.ignore_patterns("site", ".cache")
        shutil.copytree(SAMPLE, folder, dirs_exist_ok=True, ignore=excluded)
        return
    if folder.exists():
        shutil.rmtree(folder)
    write_repository(folder, revisions())


def revisions() -> Iterator[Revision]:
    """Yield a commit for each day with a change."""
    days = sorted({day for history in HISTORY.values() for day in _days(history)})
    yield Revision(_pages(), _at(FIRST))
    for day in days:
        files = {
            path: _text(path, history, day)
            for path, history in HISTORY.items()
            if day in _days(history)
        }
        yield Revision(files, _at(day))


def _at(day: date) -> datetime:
    return datetime.combine(day, _NOON)


def _days(history: PageHistory) -> set[date]:
    offsets = {0, *history.ticks, *(number for _, number in history.added)}
    return {history.written + timedelta(days=number) for number in offsets}


def _pages() -> dict[str, str | bytes | None]:
    """Return the files that have no history of their own."""
    files = (path for path in sorted(SAMPLE.rglob("*")) if path.is_file())
    names = ((path.relative_to(SAMPLE).as_posix(), path) for path in files)
    return {
        name: path.read_bytes()
        for name, path in names
        if name not in HISTORY and not name.startswith(("site/", ".cache/"))
    }


def _text(path: str, history: PageHistory, day: date) -> str:
    """Return the text of a page on a day."""
    age = (day - history.written).days
    ticks = iter(history.ticks)
    lines = []
    for line in (SAMPLE / path).read_text(encoding="utf-8").split("\n"):
        is_ticked = line.lstrip().startswith("- [x] ")
        when = next(ticks) if is_ticked else 0
        if any(part in line and number > age for part, number in history.added):
            continue
        lines.append(line.replace("- [x] ", "- [ ] ", 1) if is_ticked and when > age else line)
    if next(ticks, None) is not None:
        raise ValueError(f"{path}: more days than completed tasks")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
