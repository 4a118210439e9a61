"""Write the sample site as a Git repository of its own, with the history that its plans tell.

Kestrel is invented, and so is the history of its plans. The pages are those of `sample_site/`.
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
class Told:
    """What happened to a page: when it was written, and when its boxes were ticked, in its order.

    `ticks` are days after the page was written. `added` are tasks that came later, by a part of
    their text.
    """

    written: date
    ticks: tuple[int, ...] = ()
    added: tuple[tuple[str, int], ...] = ()


HISTORY = {
    "docs/plans/2026-05-12-offline-mode.md": Told(
        date(2026, 5, 12),
        (7, 9, 14, 17, 21, 24, 30, 31, 38, 43, 45, 51, 56, 57, 62, 65, 66, 66, 66, 66),
        (("Correct times by", 31), ("Write the page for operators on amber", 45)),
    ),
    "docs/plans/checkout/plan.md": Told(
        date(2026, 9, 1),
        (8, 10, 15, 17, 23, 38, 30, 35, 38, 49, 59, 65, 72),
        (("Show a receipt", 28), ("neighbours try to rent", 49)),
    ),
    "docs/plans/reservations/plan.md": Told(date(2026, 6, 29), (7,)),
    "docs/specs/001-station-alerts/tasks.md": Told(
        date(2026, 10, 14), (1, 2, 2, 6, 8, 13, 13, 15, 21, 23, 29), (("T024", 9),)
    ),
    "docs/specs/001-station-alerts/spec.md": Told(date(2026, 10, 5), added=(("FR-006", 45),)),
    "docs/roadmap.md": Told(date(2026, 11, 16)),
    "docs/plans/cargo-bikes/plan.md": Told(date(2026, 11, 9)),
    "docs/plans/2027-handbook-plan.md": Told(date(2026, 11, 9)),
}
FIRST = date(2026, 5, 4)


def main() -> None:
    """Write the repository into the folder that is named."""
    write_sample(Path(sys.argv[1]))


def write_sample(folder: Path) -> None:
    """Write the sample into a folder, in place of what is there."""
    if shutil.which("git") is None:
        print("Without git the sample is built without the history of its plans.", file=sys.stderr)
        excluded = shutil.ignore_patterns("site", ".cache")
        shutil.copytree(SAMPLE, folder, dirs_exist_ok=True, ignore=excluded)
        return
    if folder.exists():
        shutil.rmtree(folder)
    write_repository(folder, revisions())


def revisions() -> Iterator[Revision]:
    """A commit for each day on which something happened."""
    days = sorted({day for told in HISTORY.values() for day in _days(told)})
    yield Revision(_pages(), _at(FIRST))
    for day in days:
        files = {
            path: _text(path, told, day) for path, told in HISTORY.items() if day in _days(told)
        }
        yield Revision(files, _at(day))


def _at(day: date) -> datetime:
    return datetime.combine(day, _NOON)


def _days(told: Told) -> set[date]:
    after = {0, *told.ticks, *(number for _, number in told.added)}
    return {told.written + timedelta(days=number) for number in after}


def _pages() -> dict[str, str | bytes | None]:
    """All files that have no history of their own."""
    files = (path for path in sorted(SAMPLE.rglob("*")) if path.is_file())
    names = ((path.relative_to(SAMPLE).as_posix(), path) for path in files)
    return {
        name: path.read_bytes()
        for name, path in names
        if name not in HISTORY and not name.startswith(("site/", ".cache/"))
    }


def _text(path: str, told: Told, day: date) -> str:
    """A page as it was on a day."""
    after = (day - told.written).days
    ticks = iter(told.ticks)
    lines = []
    for line in (SAMPLE / path).read_text(encoding="utf-8").split("\n"):
        is_ticked = line.lstrip().startswith("- [x] ")
        when = next(ticks) if is_ticked else 0
        if any(part in line and number > after for part, number in told.added):
            continue
        lines.append(line.replace("- [x] ", "- [ ] ", 1) if is_ticked and when > after else line)
    if next(ticks, None) is not None:
        raise ValueError(f"{path}: more days than ticked boxes")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
