"""Determine the dependencies of a schedule's rows: explicit ones, else the rows before each.

A row without explicit dependencies follows the rows before it, back to the previous row without
explicit dependencies; except for rows that depend on this row or a later one. So the order of the
text never causes a cycle: only explicit dependencies can.
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
    """Rows that start together, after the end of some rows or alongside the start of others.

    With `is_unknown`, their start can't be determined.
    """

    rows: tuple[int, ...]
    after: tuple[int, ...] = ()
    alongside: tuple[int, ...] = ()
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The rows in an order in which each can be placed.

    Attributes:
        starts: The rows, each after those that it depends on.
        after: The explicit dependencies of each row, without cycles.
        diagnostics: Names that match no row or several rows, and cycles.
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
    """Determine the order of rows by their dependencies.

    Args:
        path: The page.
        entries: The rows, in the order of the text.
        found: The phase of each row, if any.
        phases: The plan's phases, whose names can stand for rows.
    """
    explicit = _Dependencies(path, entries, found, phases)
    graph = [
        (*after, *alongside)
        for after, alongside in zip(explicit.after, explicit.alongside, strict=True)
    ]
    starts: list[Start] = []
    latest = list(range(len(entries)))
    for rows in strongly_connected(graph):
        start = explicit.start_of(rows)
        if start is None:
            explicit.drop_cycle(rows, graph)
            starts += [Start((row,), is_unknown=True) for row in rows]
            continue
        starts.append(start)
        end = max(*rows, *(latest[row] for row in (*start.after, *start.alongside)), 0)
        for row in rows:
            latest[row] = end
    after = tuple(tuple(dict.fromkeys(each)) for each in explicit.after)
    return Order(_in_order(entries, starts, latest), after, tuple(explicit.diagnostics))


def is_fixed(span: Span) -> bool:
    """Whether a span has a position of its own, and not only a duration."""
    return bool(span.start or span.end) or (span.first is not None and span.last is not None)


def is_unplaced_milestone(entry: ScheduleEntry) -> bool:
    """Whether it is a milestone without time or dependencies, which no row implicitly follows."""
    return entry.is_milestone and entry.span == Span() and not (entry.after or entry.alongside)


@dataclass(slots=True)
class _Dependencies:
    """The explicit dependencies of rows, by index."""

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
                self.after[row] += self._resolve(row, "comes after", name, names, others)
            for name in entry.alongside:
                found = self._resolve(row, "runs alongside", name, names, others)
                self.alongside[row] += [other for other in found if other != row]

    def _resolve(
        self, row: int, verb: str, name: str, names: RowNames, others: RowNames
    ) -> list[int]:
        """The one row that another row names; empty if it is unknown or ambiguous."""
        matches = names.find(name)
        found = [other for other in matches if other != row] or matches
        if len(found) == 1:
            return found
        self.unknown.add(row)
        entry = self.entries[row]
        has_position = is_fixed(entry.span)
        # A phase that is not in the schedule matters only to rows without a position of their own.
        if found or not (has_position and others.find(name)):
            rows = "several rows of the schedule have" if found else "no row of the schedule has"
            effect = "" if has_position else ", so it is not drawn"
            self._report(
                row,
                f"{entry.name!r} {verb} {name!r}, but {rows} that name{effect}",
                "use the name of one row of the schedule, or give this row a date",
            )
        return []

    def _report(self, row: int, problem: str, fix: str) -> None:
        self.diagnostics.append(Diagnostic(self.path, self.entries[row].line, problem, fix))

    def start_of(self, rows: Sequence[int]) -> Start | None:
        """Return the start of rows that start together; None if they depend on one another."""
        after = dict.fromkeys(target for row in rows for target in self.after[row])
        if not after.keys().isdisjoint(rows):
            return None
        alongside = dict.fromkeys(target for row in rows for target in self.alongside[row])
        outside = tuple(target for target in alongside if target not in rows)
        is_unknown = not self.unknown.isdisjoint(rows)
        return Start(tuple(rows), tuple(after), outside, is_unknown)

    def drop_cycle(self, rows: Sequence[int], graph: Sequence[Sequence[int]]) -> None:
        """Report a cycle, and drop the dependencies among its rows."""
        inside = set(rows)
        first, second = next(
            (row, target) for row in rows for target in self.after[row] if target in inside
        )
        steps = [first, *shortest_path(graph, second, first)]
        cycle = repr(self.entries[first].name)
        for row, target in pairwise(steps):
            word = "after" if target in self.after[row] else "alongside"
            cycle += f" {word} {self.entries[target].name!r}"
        for row in rows:
            self.after[row] = [target for target in self.after[row] if target not in inside]
        self._report(
            first,
            f"{cycle} is a circular dependency, so its rows are drawn only if they have dates",
            "remove one of the dependencies, or give one of the rows a date",
        )


def _entry_of(phase: Phase) -> ScheduleEntry:
    return ScheduleEntry(phase.title, Span(), "", 1)


def _in_order(
    entries: Sequence[ScheduleEntry], starts: Sequence[Start], latest: Sequence[int]
) -> tuple[Start, ...]:
    """Add the implicit dependencies, and sort the starts so that each follows its dependencies."""
    group = {row: index for index, start in enumerate(starts) for row in start.rows}
    waits: list[Collection[int]] = [(*start.after, *start.alongside) for start in starts]
    full = list(starts)
    since = 0
    for row, entry in enumerate(entries):
        index = group[row]
        start = starts[index]
        if start.is_unknown or waits[index] or is_unplaced_milestone(entry):
            continue
        if row == start.rows[0]:
            before = [
                each
                for each in range(since, row)
                if latest[each] < row and not is_unplaced_milestone(entries[each])
            ]
            full[index] = Start(start.rows, tuple(before))
        since = min(start.rows[0], row)
    graph = [
        list(dict.fromkeys(group[row] for row in (*start.after, *start.alongside)))
        for start in full
    ]
    return tuple(full[index] for found in strongly_connected(graph) for index in found)
