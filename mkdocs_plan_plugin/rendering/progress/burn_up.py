"""The geometry of a burn-up: tasks in scope and tasks done, day by day, as two stepped lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_plan_plugin.model import Activity, BurnUpPoint

_MOST_ROWS = 24
"""Beyond these, a table tells the last of each week or month."""
_PERIODS: tuple[Callable[[date], object], ...] = (
    lambda day: day,
    lambda day: day.isocalendar()[:2],
    lambda day: (day.year, day.month),
    lambda day: day.year,
)


@dataclass(frozen=True, slots=True)
class BurnUp:
    """A burn-up ready to be drawn, as paths in a square of 100, and the table that says the same.

    `scope` is a line, `done` an area.
    """

    scope: str
    done: str
    first: date
    last: date
    rows: tuple[BurnUpPoint, ...]


def burn_up_of(activity: Activity | None, today: date) -> BurnUp | None:
    """Lay out a burn-up, up to the as-of date; None where it has less than two days to tell of."""
    if not activity or len(activity.burn_up) < 2:
        return None
    standings = activity.burn_up
    is_done = standings[-1].done == standings[-1].total
    last = standings[-1].day if is_done else max(today, standings[-1].day)
    most = max(standing.total for standing in standings)
    days = (last - standings[0].day).days
    at = [100 * (standing.day - standings[0].day).days / days for standing in standings]
    done = _steps(at, [standing.done / most for standing in standings])
    return BurnUp(
        scope=_steps(at, [standing.total / most for standing in standings]),
        done=f"{done}V100H0z",
        first=standings[0].day,
        last=last,
        rows=_thinned(standings),
    )


def _steps(at: Sequence[float], shares: Sequence[float]) -> str:
    """A line that keeps its height until the day of the next step, and goes on to the end."""
    first, *others = (f"{100 - 100 * share:.4g}" for share in shares)
    parts = [f"M0 {first}", *(f"H{x:.4g}V{y}" for x, y in zip(at[1:], others, strict=True))]
    return "".join(parts) + "H100"


def _thinned(standings: Sequence[BurnUpPoint]) -> tuple[BurnUpPoint, ...]:
    rows: Sequence[BurnUpPoint] = standings
    for period in _PERIODS:
        rows = [*{period(standing.day): standing for standing in standings}.values()]
        if len(rows) <= _MOST_ROWS:
            break
    return tuple(rows)
