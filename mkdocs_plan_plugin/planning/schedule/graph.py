"""The order of what depends on one another, and circles in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

Graph = Sequence[Sequence[int]]
"""What each node depends on."""


def strongly_connected(graph: Graph) -> list[list[int]]:
    """The nodes in groups, each behind those that it depends on.

    In a group, all depend on one another; what is part of no circle is alone. This is Tarjan's
    algorithm without recursion, for which a long chain would be too deep.
    """
    found: list[list[int]] = []
    seen: dict[int, int] = {}  # when each node was reached
    lowest: dict[int, int] = {}  # the earliest of those that it leads back to
    waiting: list[int] = []  # the nodes whose group is not known yet
    closed: set[int] = set()
    for root in range(len(graph)):
        path: list[tuple[int, Iterator[int]]] = [] if root in seen else [(root, iter(graph[root]))]
        while path:
            node, targets = path[-1]
            if node not in seen:
                seen[node] = lowest[node] = len(seen)
                waiting.append(node)
            for target in targets:
                if target not in seen:
                    path.append((target, iter(graph[target])))
                    break
                if target not in closed:
                    lowest[node] = min(lowest[node], lowest[target])
            if path[-1][0] != node:
                continue
            path.pop()
            if path:
                above = path[-1][0]
                lowest[above] = min(lowest[above], lowest[node])
            if lowest[node] == seen[node]:
                found.append(_from(waiting, node))
                closed.update(found[-1])
    return found


def shortest_path(graph: Graph, start: int, end: int) -> list[int]:
    """The shortest way between two nodes of one group, with both."""
    before: dict[int, int] = {start: start}
    reached = deque([start])
    while end not in before:
        node = reached.popleft()
        for target in graph[node]:
            if target not in before:
                before[target] = node
                reached.append(target)
    nodes = [end]
    while nodes[-1] != start:
        nodes.append(before[nodes[-1]])
    return nodes[::-1]


def _from(waiting: list[int], node: int) -> list[int]:
    """Take a node and all that came after it."""
    group = [waiting.pop()]
    while group[-1] != node:
        group.append(waiting.pop())
    return sorted(group)
