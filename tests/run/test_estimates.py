"""What a plan says that a recipe will cost: by what is sent, and by how long the footage is."""

from __future__ import annotations

import pytest

from nemo_spec.compile import Program, compile_plan
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.report.plan_diff import show_estimate
from nemo_spec.run.budget import Estimate, estimate
from nemo_spec.verbs.base import Statement
from nemo_spec.verbs.material import Material
from nemo_spec.verbs.pauses import TrimFillers
from nemo_spec.verbs.picture import Generate
from nemo_spec.verbs.project import Export

TRIM, EXPORT = TrimFillers(), Export(size="720p", format="mp4")
MINUTE = 60_000


def program(length: int | None, *statements: Statement) -> Program:
    clip = Material("talk.mp4", "talk.mp4", length, width=1920, height=1080)
    return compile_plan(EditPlan(recipe="x", materials=(clip,), statements=statements))


def of(length: int | None, *statements: Statement) -> Estimate:
    made = program(length, *statements)
    return estimate(made, made.instructions)


def test_up_to_a_minute_the_documented_times_hold():
    assert of(10_000, TRIM, EXPORT) == Estimate(50, (50, 150), session=50)
    assert of(MINUTE, TRIM, EXPORT) == Estimate(50, (50, 150), session=50)


def test_a_long_talk_takes_longer_and_costs_the_same():
    short, long, longer = (of(minutes * MINUTE, TRIM, EXPORT) for minutes in (1, 25, 50))
    assert short.credits == long.credits == longer.credits
    assert short.seconds[1] < long.seconds[1] < longer.seconds[1]
    assert long.seconds[1] == 150 + 24 * 60 * 3 // 2
    assert long.seconds[0] == 50  # nothing may be left of it


def test_every_render_counts_with_the_length_of_the_video():
    small = Export(size="360p", format="mp4")
    once, twice = of(25 * MINUTE, EXPORT), of(25 * MINUTE, EXPORT, small)
    assert [b - a for a, b in zip(once.seconds, twice.seconds, strict=True)] == [131, 1530]


def test_clips_are_priced_each():
    assert of(10_000, Generate(duration=3000, prompt="x"), TRIM).credits == 150


def test_where_nothing_is_sent_nothing_is_paid():
    made = program(25 * MINUTE, TRIM, EXPORT)
    assert estimate(made, ()).credits == 0
    assert show_estimate(estimate(made, ())).startswith("0 credits, 30 s to ")
    assert show_estimate(estimate(program(MINUTE, TRIM), ())) == "0 credits"


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (Estimate(50, (40, 120)), "about 50 credits, 40 s to 2 min 0 s at the service"),
        (Estimate(50, (599, 2339)), "about 50 credits, 9 min 59 s to 39 min at the service"),
        (
            Estimate(50, (40, 120), known=False),
            "about 50 credits, 40 s to 2 min 0 s at the service, more for long footage",
        ),
    ],
)
def test_it_is_told_in_words(found: Estimate, shown: str):
    assert show_estimate(found) == shown


def test_a_clip_that_nobody_has_measured_is_not_taken_for_short():
    assert not of(None, TRIM, EXPORT).known
    assert of(None, TRIM, EXPORT).seconds == (50, 150)
