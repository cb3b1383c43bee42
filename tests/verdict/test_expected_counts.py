"""`expect N …`: as many as that, not fewer and not more."""

from __future__ import annotations

import pytest
from support.timelines import compiled, reading

from nemo_spec.verdict.expectations import verify_expectation


@pytest.mark.parametrize("found", range(4))
@pytest.mark.parametrize("wanted", range(4))
def test_exactly_as_many_as_expected(wanted: int, found: int) -> None:
    titles = "".join(f'title {number}s-{number + 1}s "A"\n' for number in range(wanted))
    program = compiled(f"{titles}expect {wanted} title", ("camera-a.mp4",))
    ((owner, expectation, tolerance),) = program.expectations
    segments = [
        {"id": f"sg_{number}", "role": "title", "s": number * 1000, "d": 1000, "text": "A"}
        for number in range(found)
    ]
    draft = {"d": 10_000, "t": [{"id": "tr_1", "tt": 7, "name": "Title", "sg": segments}]}
    finding = verify_expectation(owner, expectation, reading(draft, {}), tolerance, [])
    assert (finding.status == "met") == (found == wanted)
