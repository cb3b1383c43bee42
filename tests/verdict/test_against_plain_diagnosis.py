"""Who is found to be at fault is who would be found by trying everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import pytest
from support.damages import mutants
from support.gallery_drafts import RECIPES, around_a_say, carried_out, program_of, reading
from support.plain_diagnosis import PlainSearch
from support.random_videos import CLIP, random_lines, video_of, with_other_levels
from support.timelines import compiled

from nemo_spec.compile import Instruction
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis.search import OmissionSearch


def agree(instructions: Sequence[Instruction], actual: Timeline) -> None:
    """What explains the video is found, with no more lines than trying everything takes."""
    plain = PlainSearch(instructions, actual)
    search = OmissionSearch(plain.steps, actual)
    best, predicted = search.explanation()
    wanted = plain.explanation()
    if wanted is not None:
        assert not predicted.problems, (sorted(wanted), predicted.problems[:2])
        assert len(best | search.lost_with(best)) <= len(wanted | search.lost_with(wanted))
    elif predicted.problems:
        twice, again = search.doubled(), [plain.steps[index] for index in plain.doubled()]
        assert (twice in again) if again else (twice is None)


def videos(lines: Sequence[str], chance: Random) -> Iterator[Timeline]:
    """Videos in which some lines were not followed, or followed twice, or something else is wrong."""
    everything = range(len(lines))
    for count in (1, 1, 1, 2, 3):
        gone = chance.sample(everything, min(count, len(lines)))
        yield video_of([line for index, line in enumerate(lines) if index not in gone])
    for index in chance.sample(everything, min(3, len(lines))):
        yield video_of([*lines[: index + 1], *lines[index:]])
    yield video_of(lines[: chance.randrange(len(lines))])
    yield with_other_levels(video_of(lines), chance, 1)
    yield with_other_levels(video_of(lines[1:]), chance, 2)


@pytest.mark.parametrize(
    ("recipe", "gone"),
    [
        ("speed 0.5x 10-12s; freeze 20s for 2s; reverse; cut 30-32s", 0),
        ("generate 3s 'a city'; cut 2-3s; cut last 1s; cut 15-17s", 0),
        ("freeze 9s for 5s; freeze 9s for 2s; mute 21-22s", 1),
        ("volume 47% 9-9.2s; volume 60%; volume 47% 9-9.2s", 2),
    ],
)
def test_what_acts_elsewhere_without_the_missing_line(recipe: str, gone: int):
    lines = recipe.split("; ")
    steps = compiled("\n".join(lines), [CLIP]).instructions
    search = OmissionSearch(
        PlainSearch(steps, Timeline()).steps, video_of([*lines[:gone], *lines[gone + 1 :]])
    )
    assert search.explanation()[0] == {gone + 1}, "after the one that places the clip"


def disagreements(seeds: range, longest: int) -> Iterator[str]:
    for seed in seeds:
        chance = Random(seed)
        lines = random_lines(chance, chance.randrange(2, longest))
        steps = compiled("\n".join(lines), [CLIP]).instructions
        for number, video in enumerate(videos(lines, chance)):
            try:
                agree(steps, video)
            except AssertionError as error:
                yield f"seed {seed}, video {number}: {lines}: {error}"


def test_random_recipes_and_videos():
    assert list(disagreements(range(6), 8)) == []


@pytest.mark.slow
def test_many_random_recipes_and_videos():
    """Where several lines that move one another are missing, another one may seem nearest."""
    assert len(list(disagreements(range(100, 700), 14))) <= 600 * 12 // 200


@pytest.mark.parametrize("name", ["before-after", "explainer", "two-cameras"])
def test_some_damages_of_the_gallery(name: str):
    agree_on_damages(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in RECIPES if not around_a_say(program_of(name))])
def test_all_damages_of_the_gallery(name: str):
    agree_on_damages(name)


def agree_on_damages(name: str) -> None:
    steps = program_of(name).instructions
    for mutant in mutants(name, carried_out(name)[0], steps, seed=1):
        agree(steps, reading(name, mutant.draft))
