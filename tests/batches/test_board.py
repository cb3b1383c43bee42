"""What the runs of a batch share: one ceiling, held however messages overlap."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.batches.board import Board, SharedBoard, served
from nemo_spec.run.events import StillWorking


@given(
    st.integers(0, 100),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40), st.integers(0, 100)), max_size=30),
)
def test_the_ceiling_holds(limit: int, steps: Sequence[tuple[int, int, int]]):
    """Four runs send messages that cost up to their price; some never hear what became of one."""
    board, balance = SharedBoard(limit, 1000), 1000.0
    under_way: dict[int, float] = {}
    for index, price, share in steps:
        if index in under_way:
            balance -= under_way.pop(index) * share / 100
            board.settle(index, balance)
        elif board.reserve(index, price):
            under_way[index] = price
        assert 1000 - balance + sum(under_way.values()) <= limit
    assert board.spent == pytest.approx(1000 - balance)


def test_what_is_unknown_stays_reserved():
    board = SharedBoard(100, 500)
    assert board.reserve(0, 60)
    assert not board.reserve(1, 60)
    assert board.is_over
    assert not board.begin(2)
    board.settle(0, None)
    assert board.reserve(1, 60)
    assert not board.reserve(1, 60)  # what became of its first message was never told
    assert board.standing() == (100, 60)


def test_credits_that_are_bought_meanwhile_are_not_spent():
    board = SharedBoard(100, 50)
    for balance, spent in ((20, 30), (120, 30), (110, 40), (100, 50)):
        board.settle(0, balance)
        assert board.spent == spent


def test_another_process_shares_it():
    board = SharedBoard(100, 500)
    context = get_context("spawn")
    with served(board) as there, ProcessPoolExecutor(1, context) as pool:
        assert pool.submit(_use, there).result() == (True, True, False, (100.0, 60.0))
        board.interrupt()
        assert pool.submit(there.begin, 0).result() is False
        assert there.tell(3, StillWorking(2)) is False
    assert board.news.get_nowait() == (3, StillWorking(1))
    with pytest.raises((OSError, EOFError)):
        there.begin(0)


def _use(board: Board) -> object:
    told = board.tell(3, StillWorking(1))
    return told, board.reserve(0, 60), board.reserve(1, 60), board.standing()
