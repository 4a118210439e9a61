"""The order of what depends on one another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.planning.schedule.graph import Graph, shortest_path, strongly_connected


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ([], []),
        ([[], [0], [1]], [[0], [1], [2]]),
        ([[1], [2], []], [[2], [1], [0]]),
        ([[1], [0], [1]], [[0, 1], [2]]),
        ([[0], []], [[0], [1]]),
        ([[1], [2], [0], [2, 4], [3]], [[0, 1, 2], [3, 4]]),
        ([[1, 2], [3], [3], []], [[3], [1], [2], [0]]),
    ],
)
def test_components(graph: Graph, expected: list[list[int]]) -> None:
    assert strongly_connected(graph) == expected


def test_a_chain_may_be_long() -> None:
    graph = [[node + 1] for node in range(50_000)] + [[]]
    assert strongly_connected(graph) == [[node] for node in range(50_000, -1, -1)]


def test_way() -> None:
    assert shortest_path([[1, 3], [2], [0], [2]], 0, 2) == [0, 1, 2]


@st.composite
def graphs(draw: st.DrawFn) -> list[list[int]]:
    size = draw(st.integers(1, 9))
    return draw(st.lists(st.lists(st.integers(0, size - 1)), min_size=size, max_size=size))


def reached(graph: Graph, start: int) -> set[int]:
    """All that a node depends on, found the plain way."""
    found: set[int] = set()
    new = set(graph[start])
    while new:
        found |= new
        new = {target for node in new for target in graph[node]} - found
    return found


@given(graphs())
def test_groups_are_those_that_reach_one_another(graph: Graph) -> None:
    groups = strongly_connected(graph)
    assert sorted(node for group in groups for node in group) == list(range(len(graph)))
    behind: set[int] = set()
    for group in groups:
        behind.update(group)
        for node in group:
            assert reached(graph, node) <= behind
            both = {other for other in reached(graph, node) if node in reached(graph, other)}
            assert both | {node} == set(group)
            for other in group:
                steps = shortest_path(graph, node, other)
                assert (steps[0], steps[-1]) == (node, other)
                assert all(target in graph[step] for step, target in pairwise(steps))
