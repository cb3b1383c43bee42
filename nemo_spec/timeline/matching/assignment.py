"""Sparse linear assignment: give rows columns at the least total cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush


def assignment(costs: Sequence[Mapping[int, int]], limit: int) -> list[int | None]:
    """The column of each row, for the least sum of costs; `costs` are by column.

    A row without a column costs `limit`; dearer columns are no choice. Shortest augmenting paths: each
    row joins the best assignment of the rows before it, which moves only its neighbourhood.
    """
    found = _Assignment(costs, limit)
    for row in range(len(costs)):
        found.add(row)
    return [column if column >= 0 else None for column in found.column_of]


class _Assignment:
    def __init__(self, costs: Sequence[Mapping[int, int]], limit: int) -> None:
        self.costs = costs
        self.limit = limit
        self.column_of = [0] * len(costs)
        self.row_of: dict[int, int] = {}
        self.price: dict[int, int] = {}

    def _choices(self, row: int) -> list[tuple[int, int]]:
        """The columns of a row with their costs; none of them is a column of its own below zero."""
        worth = [(c, cost) for c, cost in self.costs[row].items() if cost < self.limit]
        return [*worth, (-1 - row, self.limit)]

    def _value(self, row: int) -> int:
        """What a row pays for its column now, prices included."""
        column = self.column_of[row]
        cost = self.limit if column < 0 else self.costs[row][column]
        return cost - self.price.get(column, 0)

    def add(self, row: int) -> None:
        """One step of Dijkstra from a row to the nearest free column, then the swap along the path."""
        distance: dict[int, int] = {}
        came_from: dict[int, int] = {}
        done: list[tuple[int, int]] = []
        heap: list[tuple[int, int]] = []
        settled: set[int] = set()
        at, so_far, base = row, 0, 0
        while True:
            for column, cost in self._choices(at):
                through = so_far + cost - self.price.get(column, 0) - base
                if column not in settled and through < distance.get(column, through + 1):
                    distance[column], came_from[column] = through, at
                    heappush(heap, (through, column))
            so_far, column = heappop(heap)
            while column in settled:
                so_far, column = heappop(heap)
            settled.add(column)
            if column not in self.row_of:
                break
            done.append((so_far, column))
            at = self.row_of[column]
            base = self._value(at)
        for before, priced in done:
            self.price[priced] = self.price.get(priced, 0) + before - so_far
        self._turn(row, column, came_from)

    def _turn(self, row: int, column: int, came_from: Mapping[int, int]) -> None:
        """Along the path every row takes the next column."""
        while True:
            taker = came_from[column]
            self.row_of[column] = taker
            left, self.column_of[taker] = self.column_of[taker], column
            if taker == row:
                return
            column = left
