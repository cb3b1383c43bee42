"""Progress in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nemo import steady

from nemo_spec.report.progress import progress_line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "resumed", "line"),
    [
        (0, 45_000_000, 0.0, 0, "0.0 of 45.0 MB"),
        (12_300_000, 45_000_000, 4.0, 0, "12.3 of 45.0 MB, 3.1 MB/s, 11 s left"),
        (12_300_000, 45_000_000, 4.0, 12_000_000, "12.3 of 45.0 MB, 0.1 MB/s, 7 min 16 s left"),
        (5_000_000, 0, 1.0, 0, "5.0 MB, 5.0 MB/s"),
        (5_000_000, 500_000_000, 100.0, 0, "5.0 of 500.0 MB, 0.1 MB/s, 2 h left"),
        (45_000_000, 45_000_000, 9.0, 0, "45.0 of 45.0 MB, 5.0 MB/s, 0 s left"),
    ],
)
def test_progress(done: int, total: int, seconds: float, resumed: int, line: str) -> None:
    assert progress_line(done, total, seconds, resumed=resumed) == line


@steady
@given(st.integers(0, 10**12), st.integers(0, 10**12), st.floats(0, 1e9), st.integers(0, 10**12))
def test_no_numbers_break_it(done: int, total: int, seconds: float, resumed: int) -> None:
    assert progress_line(done, total, seconds, resumed=resumed).count(" MB") >= 1
