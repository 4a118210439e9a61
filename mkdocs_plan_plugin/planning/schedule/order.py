"""What each row of a schedule waits for: what the text says, else the rows before it.

A row that says nothing follows all that stand before it, up to the last one that says nothing
either; but none that waits, by its own words, for this row or for a later one. So the order of
the text never makes a circle: only words can.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_plan_plugin.model import Diagnostic, Phase, ScheduleEntry, Span
from mkdocs_plan_plugin.planning.schedule.graph import shortest_path, strongly_connected
from mkdocs_plan_plugin.planning.schedule.row_names import RowNames


@dataclass(frozen=True, slots=True)
class Start:
    """Rows that start at one time, and what they wait for: ends of rows, or starts of rows.

    Nobody knows when they start, if that `is_unknown`.
    """

    rows: tuple[int, ...]
    after: tuple[int, ...] = ()
    alongside: tuple[int, ...] = ()
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The rows in an order in which each can be placed.

    Attributes:
        starts: The rows, each behind those that it waits for.
        after: What each row depends on as the text says. There is no circle in it.
        diagnostics: Names that mean no row or several, and circles.
    """

    starts: tuple[Start, ...]
    after: tuple[tuple[int, ...], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def order_of(
    path: str,
    entries: Sequence[ScheduleEntry],
    found: Sequence[Phase | None],
    phases: Sequence[Phase] = (),
) -> Order:
    """Find out what each row waits for.

    Args:
        path: The page.
        entries: The rows, in the order of the text.
        found: The phase that each row speaks of.
        phases: The plan's phases, by which rows may be named.
    """
    said = _Dependencies(path, entries, found, phases)
    graph = [
        (*after, *alongside) for after, alongside in zip(said.after, said.alongside, strict=True)
    ]
    starts: list[Start] = []
    latest = list(range(len(entries)))
    for rows in strongly_connected(graph):
        start = said.start_of(rows)
        if start is None:
            said.note_circle(rows, graph)
            starts += [Start((row,), is_unknown=True) for row in rows]
            continue
        starts.append(start)
        end = max(*rows, *(latest[row] for row in (*start.after, *start.alongside)), 0)
        for row in rows:
            latest[row] = end
    after = tuple(tuple(dict.fromkeys(each)) for each in said.after)
    return Order(_in_order(entries, starts, latest), after, tuple(said.diagnostics))


def has_own_place(span: Span) -> bool:
    """Whether the text says where a row lies, not only how long it takes."""
    return bool(span.start or span.end) or (span.first is not None and span.last is not None)


def is_loose(entry: ScheduleEntry) -> bool:
    """Whether it is a milestone without a place, which takes no time: nothing waits for it."""
    return entry.is_milestone and entry.span == Span() and not (entry.after or entry.alongside)


@dataclass(slots=True)
class _Dependencies:
    """What the text says of rows, by their index."""

    path: str
    entries: Sequence[ScheduleEntry]
    found: Sequence[Phase | None]
    phases: Sequence[Phase]
    after: list[list[int]] = field(init=False)
    alongside: list[list[int]] = field(init=False)
    unknown: set[int] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.after = [[] for _ in self.entries]
        self.alongside = [[] for _ in self.entries]
        if not any(entry.after or entry.alongside for entry in self.entries):
            return
        names = RowNames(self.entries, self.found)
        others = RowNames([_entry_of(phase) for phase in self.phases], self.phases)
        for row, entry in enumerate(self.entries):
            for name in entry.after:
                self.after[row] += self._meant(row, "comes after", name, names, others)
            for name in entry.alongside:
                meant = self._meant(row, "runs alongside", name, names, others)
                self.alongside[row] += [other for other in meant if other != row]

    def _meant(
        self, row: int, verb: str, name: str, names: RowNames, others: RowNames
    ) -> list[int]:
        """The row that another one names, in a list; none, when nobody knows which it is."""
        found = names.find(name)
        meant = [other for other in found if other != row] or found
        if len(meant) == 1:
            return meant
        self.unknown.add(row)
        entry = self.entries[row]
        has_place = has_own_place(entry.span)
        # A phase without a row matters only to one whose place is not known without it.
        if meant or not (has_place and others.find(name)):
            rows = "several rows of the schedule are" if meant else "no row of the schedule is"
            so = "" if has_place else ", so it is not drawn"
            self._note(
                row,
                f"{entry.name!r} {verb} {name!r}, which {rows} called{so}",
                "name one row as the schedule does, or give this one a date",
            )
        return []

    def _note(self, row: int, problem: str, fix: str) -> None:
        self.diagnostics.append(Diagnostic(self.path, self.entries[row].line, problem, fix))

    def start_of(self, rows: Sequence[int]) -> Start | None:
        """Rows that start together, and what they wait for; None when that is one of them."""
        after = dict.fromkeys(target for row in rows for target in self.after[row])
        if not after.keys().isdisjoint(rows):
            return None
        alongside = dict.fromkeys(target for row in rows for target in self.alongside[row])
        outside = tuple(target for target in alongside if target not in rows)
        is_unknown = not self.unknown.isdisjoint(rows)
        return Start(tuple(rows), tuple(after), outside, is_unknown)

    def note_circle(self, rows: Sequence[int], graph: Sequence[Sequence[int]]) -> None:
        """Name a circle, and take what these rows say of one another for not said."""
        inside = set(rows)
        first, second = next(
            (row, target) for row in rows for target in self.after[row] if target in inside
        )
        steps = [first, *shortest_path(graph, second, first)]
        told = repr(self.entries[first].name)
        for row, target in pairwise(steps):
            word = "after" if target in self.after[row] else "alongside"
            told += f" {word} {self.entries[target].name!r}"
        for row in rows:
            self.after[row] = [target for target in self.after[row] if target not in inside]
        self._note(
            first,
            f"{told} is a circle, in which nothing can start, so it is not drawn",
            "say of one of them that it comes first, or give it a date",
        )


def _entry_of(phase: Phase) -> ScheduleEntry:
    return ScheduleEntry(phase.title, Span(), "", 1)


def _in_order(
    entries: Sequence[ScheduleEntry], starts: Sequence[Start], latest: Sequence[int]
) -> tuple[Start, ...]:
    """Give those that say nothing what they follow, and put each behind what it waits for."""
    group = {row: index for index, start in enumerate(starts) for row in start.rows}
    waits: list[Collection[int]] = [(*start.after, *start.alongside) for start in starts]
    full = list(starts)
    since = 0
    for row, entry in enumerate(entries):
        index = group[row]
        start = starts[index]
        if start.is_unknown or waits[index] or is_loose(entry):
            continue
        if row == start.rows[0]:
            before = [
                each
                for each in range(since, row)
                if latest[each] < row and not is_loose(entries[each])
            ]
            full[index] = Start(start.rows, tuple(before))
        since = min(start.rows[0], row)
    graph = [
        list(dict.fromkeys(group[row] for row in (*start.after, *start.alongside)))
        for start in full
    ]
    return tuple(full[index] for found in strongly_connected(graph) for index in found)
