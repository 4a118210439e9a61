"""Order the nodes of a dependency graph, and find its cycles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

Graph = Sequence[Sequence[int]]
"""The nodes that each node depends on."""


def strongly_connected(graph: Graph) -> list[list[int]]:
    """Return the strongly connected components, each after those that it depends on.

    A node that is not part of a cycle is a component by itself. This is Tarjan's algorithm
    without recursion, which would be too deep for a long chain.
    """
    found: list[list[int]] = []
    seen: dict[int, int] = {}  # the order in which nodes were reached
    lowest: dict[int, int] = {}  # the earliest node that each one leads back to
    waiting: list[int] = []  # the nodes whose component is not complete yet
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
                parent = path[-1][0]
                lowest[parent] = min(lowest[parent], lowest[node])
            if lowest[node] == seen[node]:
                found.append(_pop_until(waiting, node))
                closed.update(found[-1])
    return found


def shortest_path(graph: Graph, start: int, end: int) -> list[int]:
    """Return the shortest path between two nodes of one component, including both."""
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


def _pop_until(waiting: list[int], node: int) -> list[int]:
    """Remove a node and all nodes after it, and return them sorted."""
    component = [waiting.pop()]
    while component[-1] != node:
        component.append(waiting.pop())
    return sorted(component)
