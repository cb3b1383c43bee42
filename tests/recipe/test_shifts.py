"""The warning about what an edit of time shifts stands where something really moves."""

from __future__ import annotations

import pytest
from support.language import FakeLibrary

from nemo_spec.compile import compile_plan
from nemo_spec.language.parser import source_of
from nemo_spec.recipe.plan import make_plan

STILL = (
    'title 0-1s "A"; speed 2x 1-2s', 'title 0-1s "A"; cut 1-2s', 'title 0-1s "A"; freeze 1s for 2s',
    'title 0-1s "A"; keep first 5s', 'caption 0-1s "A"; caption 2-3s "B"; cut 3-4s',
    'overlay 0-1s "logo.png"; cut last 1s', 'music "calm" 0-2s; cut 1-2s', 'title 0-1s "A"; split at 0.5s',
)  # fmt: skip
MOVED = (
    'title 0-1s "A"; speed 2x 0-2s', 'title 1-2s "A"; cut 0-1s', 'title 0-2s "A"; freeze 1s for 2s',
    'title 0-6s "A"; keep first 5s', 'title 0-1s "A"; trim pauses', 'captions; cut 3-4s',
    'overlay 0-end "logo.png"; cut last 1s', 'caption 2-3s "B"; title 0-1s "A"; cut 1.5-2s',
    'title 0-1s "A"; cut 2-3s; cut 0-0.5s',
)  # fmt: skip


def warnings(text: str) -> list[int]:
    """The statements with the warning."""
    source = source_of("x.edit", f'clip a "a.mp4"\n{text}\n'.encode())
    program = compile_plan(make_plan(source, FakeLibrary()).plan)
    return [index for index, problem in program.problems if problem.code == "W213"]


@pytest.mark.parametrize("text", STILL)
def test_nothing_is_said_where_nothing_moves(text: str):
    assert warnings(text) == []


@pytest.mark.parametrize("text", MOVED)
def test_it_is_said_once_where_something_moves(text: str):
    assert len(warnings(text)) == 1
