"""E260: an expectation that cannot be met is found, and none that can be met is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemo_spec.compile import Program, compile_plan
from nemo_spec.language.source import Source
from nemo_spec.recipe.library import DiskLibrary
from nemo_spec.recipe.plan import make_plan
from nemo_spec.timeline.deltas import Cut, Delta, RemoveUnknown
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.material import Material
from nemo_spec.verdict.expectations import verify_expectation

TALK = Material("talk.mp4", "talk.mp4", 10_000, width=640, height=360)


def compiled(recipe: str) -> Program:
    """A recipe on one ten-second clip."""
    planned = make_plan(Source("x.edit", recipe), DiskLibrary(Path()))
    assert [d.message for d in planned.diagnostics] == []
    return compile_plan(planned.plan.model_copy(update={"materials": (TALK,)}))


def contradicted(recipe: str) -> list[str]:
    """The messages of E260."""
    return [p.message for _, p in compiled(recipe).problems if p.code == "E260"]


CERTAIN = [
    ("", "expect duration 12s", "the video will last 10 s"),
    ("", "expect duration 10.2s", "the video will last 10 s"),
    ("keep 2-8s", "expect duration > 8s", "the video will last 6 s"),
    ("trim pauses", "expect duration 11-12s", "the video will last 0…10 s"),
    ('title 2-5s "A"; music "b"', "expect tracks 2", "at least 3 tracks: audio, text, video"),
    ("split at 5s", "expect video segments 1", "at least 2 segments"),
    ("cut 4-5s", "expect video segments < 2", "at least 2 segments"),
    ('title 2-5s "A"', 'expect title "B"', 'there will be only title "A" at 2-5s'),
    ("", 'expect title "B"', "nothing in this recipe adds a title"),
    ('lower-third 2-5s "A"', 'expect title "A"', "nothing in this recipe adds a title"),
    ('title 2-5s "A"', 'expect title "A" 3-5s', 'there will be only title "A" at 2-5s'),
    ('music "a" volume 35%', 'expect music "a" volume 80%', "with volume 35%"),
    ('music "a" 0-5s; music "b" 5-10s', "expect 1 music", "there will be 2: music a at 0-5s"),
    ('title 2-5s "A"', "expect 2 title", 'there will be only 1: title "A" at 2-5s'),
    ('title 2-5s "A"', "expect 0 title", 'there will be 1: title "A" at 2-5s'),
    ('title 2-5s "A"', "expect no title after 3s", 'title "A" at 2-5s will be there'),
    ('music "a"; trim pauses', "expect no music", "music a from 0 s on will be there"),
    ('sound "a" at 3s', "expect no sound", "sound a from 3 s on will be there"),
]

POSSIBLE = [
    ("", "expect duration 10.1s"),
    ("", "tolerance 300ms; expect duration 10.2s"),
    ("trim pauses", "expect duration 4s"),
    ("trim pauses", "expect video segments > 3"),
    ("", "expect tracks 1"),
    ("", "expect video segments 2"),
    ('title 2-5s "A"; trim pauses', 'expect title "A" 1-4s'),
    ('title 2-5s "A"; trim pauses', "expect no title"),
    ('title 2-5s "A"', "expect no title after 5s"),
    ('title 2-5s "A"', "expect no title after 4.95s"),
    ('title 2-5s "A"', 'expect title "A" 2.05-5s within 100ms'),
    ('title 2-5s "A"', 'expect title "A" 1.95-4.95s within 100ms'),
    ('music "a"', 'expect music "a" volume 80%'),
    ("captions", 'expect caption "Hello"'),
    ("captions", "expect 7 caption"),
    ('say "Add a title."', 'expect title "B" 2-5s; expect duration 99s; expect no music'),
    ('title 2-5s "A"', "expect no unrequested changes"),
]


@pytest.mark.parametrize(("edits", "expectation", "message"), CERTAIN)
def test_what_cannot_be_met(edits: str, expectation: str, message: str) -> None:
    found = contradicted(f"{edits}\n{expectation}")
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(("edits", "expectation"), POSSIBLE)
def test_what_may_be_met(edits: str, expectation: str) -> None:
    assert contradicted(f"{edits}\n{expectation}") == []


EDITS = st.sampled_from(
    [
        "trim pauses",
        "trim fillers",
        "cut 1-2s",
        "cut 0-0.5s, 3-4s",
        "split at 2s",
        "speed 2x 1-3s",
        "freeze 1s for 1s",
        'title 0-3s "A"',
        'title 2-5s "B"',
        'title last 2s "A"',
        'lower-third 1-4s "A"',
        'caption 1-2s "A"',
        'music "a"',
        'music "a" 1-3s volume 35%',
        'music "b" 2s-end',
        'sound "a" at 1s',
        'voiceover 1-3s "A"',
        'generate 2s "A"',
    ]
)
KINDS = ("title", "lower-third", "caption", "music", "sound", "voiceover", "generated")
SECONDS = st.integers(0, 14)
EXPECTATIONS = st.one_of(
    st.builds("expect duration {} {}s".format, st.sampled_from(("=", "<", ">", "<=")), SECONDS),
    st.builds("expect video segments {} {}".format, st.sampled_from(("=", "<", ">")), SECONDS),
    st.builds("expect no {} after {}s".format, st.sampled_from(KINDS), SECONDS),
    st.builds("expect no {}".format, st.sampled_from(KINDS)),
    st.builds("expect {} {}".format, st.integers(0, 3), st.sampled_from(KINDS)),
    st.builds(
        'expect {} "{}"'.format, st.sampled_from(KINDS), st.sampled_from(("A", "B", "a", "b"))
    ),
    st.builds(
        "expect {} {}-{}s".format, st.sampled_from(KINDS), st.integers(0, 4), st.integers(5, 10)
    ),
    st.builds("expect music volume {}%".format, st.sampled_from((35, 80, 100))),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(EDITS, max_size=6), st.lists(EXPECTATIONS, min_size=1, max_size=4), st.randoms())
def test_no_outcome_meets_what_is_called_impossible(
    edits: list[str], expectations: list[str], chance: Random
) -> None:
    program = compiled("\n".join([*edits, *expectations]))
    refused = {index for index, problem in program.problems if problem.code == "E260"}
    outcome = _some_outcome(program, chance)
    for owner, expectation, tolerance in program.expectations:
        if owner in refused:
            finding = verify_expectation(owner, expectation, outcome, tolerance, [])
            assert finding.status != "met", program.plan.statements[owner]


def _some_outcome(program: Program, chance: Random) -> Timeline:
    """The timeline after the steps, with some stretches gone where only the service knows which."""
    timeline = Timeline()
    for step in program.instructions:
        for delta in step.deltas:
            _decided(delta, timeline, chance).apply(timeline)
    return replace(timeline)


def _decided(delta: Delta, timeline: Timeline, chance: Random) -> Delta:
    if not isinstance(delta, RemoveUnknown):
        return delta
    length = timeline.length.lo
    cuts = sorted(chance.randint(0, length) for _ in range(4))
    return Cut(((cuts[0], cuts[1]), (cuts[2], cuts[3])))


@pytest.mark.parametrize("past", [-1, 0, 1, 50])
@pytest.mark.parametrize("tolerance", [0, 100])
def test_after_means_after_the_tolerance(past: int, tolerance: int):
    """A title that ends exactly when the tolerance does is not after it."""
    end = 3000 + tolerance + past
    recipe = f'tolerance {tolerance}ms\ntitle 2s-{end}ms "A"\nexpect no title after 3s'
    assert bool(contradicted(recipe)) == (past > 0)
