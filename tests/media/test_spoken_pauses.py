"""Pauses of forty clips of speech whose truth is known from their synthesis, by voice."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from statistics import mean

import pytest
from support.reading import sound_of
from support.spoken import EVERY, Spoken, spoken

from nemo_spec.media.clip import Sound
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.verbs.pauses import TrimPauses

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("espeak-ng"), reason="needs espeak-ng"),
]

TRIM = TrimPauses.model_construct()
NARROW_MS, NARROW_SHARE = 600, 0.05
CPU_PER_SECOND = 0.012


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Spoken]:
    folder = tmp_path_factory.mktemp("spoken")
    return [spoken(folder / f"{number}.wav", *one) for number, one in enumerate(EVERY)]


@pytest.fixture(scope="module")
def heard(clips: list[Spoken]) -> list[Sound]:
    return [sound_of(clip.path, way="voice") for clip in clips]


def predicted(clip: Spoken, sound: Sound) -> Interval:
    """How long the plan says that the clip is without its pauses."""
    whole = exactly(clip.length)
    piece = Segment("clip", exactly(0), whole, name="a", source=(0, clip.length))
    timeline = Timeline(main=[piece], length=whole, silences={"a": sound.pauses})
    for delta in TRIM.effect(timeline):
        delta.apply(timeline)
    return timeline.length


def test_there_are_forty_clips_and_all_are_heard_by_voice(heard: list[Sound]) -> None:
    assert [sound.heard_by for sound in heard] == ["voice"] * 40


def test_the_interval_holds_the_truth_and_is_narrow(
    clips: list[Spoken], heard: list[Sound]
) -> None:
    for clip, sound, made in zip(clips, heard, EVERY, strict=True):
        lasts = clip.length - clip.removed(TRIM.longer_than, TRIM.keep)
        low, high = predicted(clip, sound)
        assert low <= lasts <= high, made
        assert high - low <= max(NARROW_MS, NARROW_SHARE * lasts), made


def test_the_single_figure_is_right_on_average(clips: list[Spoken], heard: list[Sound]) -> None:
    errors = [
        Spoken(clip.path, sound.pauses, clip.length).removed(TRIM.longer_than, TRIM.keep)
        - clip.removed(TRIM.longer_than, TRIM.keep)
        for clip, sound in zip(clips, heard, strict=True)
    ]
    assert abs(mean(errors)) < 50
    assert max(map(abs, errors)) < 250


def test_hearing_a_voice_is_quick(clips: list[Spoken]) -> None:
    seconds = sum(clip.length for clip in clips) / 1000
    began = time.process_time()
    for clip in clips:
        sound_of(Path(clip.path), way="voice")
    assert time.process_time() - began < CPU_PER_SECOND * seconds
