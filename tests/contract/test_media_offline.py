"""Files as other people have them, from the recipe to the decoded video: nothing of them is lost, and what
was cut is what the table of these files says."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import pytest
from support.commands import Outcome
from support.media_files import FILES, Spans, made
from support.reading import sound_of

Run = Callable[..., Outcome]
Write = Callable[..., Path]

KEPT = 400
"""Milliseconds that `trim pauses` leaves of a pause, half of them at either side."""
SHORTEST = 600
STILL_LASTS = 5000
QUICK = ("late-1500.mkv", "early-1500.mkv", "phone.mp4", "pq.mp4", "moving.webp")
EVERY = [name for name, file in FILES.items() if file.facts.size]


def long_pauses(pauses: Spans | None) -> Spans:
    return tuple(span for span in pauses or () if span[1] - span[0] >= SHORTEST)


def left_of(pauses: Spans) -> list[tuple[int, int]]:
    """Where in the result the rest of each pause lies."""
    removed, left = 0, []
    for start, end in pauses:
        left.append((start - removed, start - removed + KEPT))
        removed += end - start - KEPT
    return left


def decoded(path: Path) -> tuple[int, tuple[int, int], float]:
    """Frames, size and rate of a video, all of which can be decoded."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        frames = [(frame.width, frame.height) for frame in container.decode(stream)]
        return len(frames), frames[0], float(stream.average_rate or 0)


def check(name: str, run: Run, write: Write, *, track: int | None = None) -> None:
    facts = FILES[name].facts
    trim = "trim pauses\n" if facts.pauses is not None else ""
    heard = f" audio {track}" if track else ""
    path = write(f'clip a "{made(name)}"{heard}\n{trim}export 90p mp4 to "out.mp4"\n')
    done = run("apply", path, "--offline")
    assert done.code == 0, done.out + done.err

    out = path.with_name("out.mp4")
    pauses = long_pauses(dict(facts.pauses_of)[track] if track else facts.pauses)
    length = (facts.length or STILL_LASTS) - sum(end - start - KEPT for start, end in pauses)
    frames, size, rate = decoded(out)
    snapped = 2 * len(pauses) * 1000 / rate  # a cut takes whole frames only
    assert frames / rate * 1000 == pytest.approx(length, abs=40 + snapped)
    assert rate == pytest.approx(float(Fraction(facts.rate or 30)), rel=1e-3)
    assert facts.size
    assert min(size) == 90
    assert size[0] / size[1] == pytest.approx(facts.size[0] / facts.size[1], rel=0.02)
    assert bool(facts.hdr) == ("is HDR" in done.out)
    if pauses:
        found = [span for span in sound_of(out).pauses if span[1] - span[0] >= KEPT - 40]
        assert len(found) == len(pauses)
        for one, right in zip(found, left_of(pauses), strict=True):
            assert one == pytest.approx(right, abs=40 + snapped)


@pytest.mark.parametrize("name", QUICK)
def test_a_sample_of_files(name: str, nemo_spec: Run, recipe: Write) -> None:
    check(name, nemo_spec, recipe)


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_every_file_that_can_be_seen(name: str, nemo_spec: Run, recipe: Write) -> None:
    check(name, nemo_spec, recipe)


@pytest.mark.parametrize("track", [pytest.param(1, marks=pytest.mark.slow), 2])
def test_a_sound_track_is_chosen(track: int, nemo_spec: Run, recipe: Write) -> None:
    check("two-sounds.mkv", nemo_spec, recipe, track=track)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in FILES if name not in EVERY])
def test_every_file_that_can_only_be_heard(name: str, nemo_spec: Run, recipe: Write) -> None:
    text = f'clip a "{made("mute.mp4")}"\nmusic from "{made(name)}"\nexport 90p mp4 to "out.mp4"\n'
    path = recipe(text)
    done = nemo_spec("apply", path, "--offline")
    assert done.code == 0, done.out + done.err
    found = long_pauses(sound_of(path.with_name("out.mp4")).pauses)
    assert len(found) == 2
    for one, right in zip(found, FILES[name].facts.pauses or (), strict=True):
        assert one == pytest.approx(right, abs=60)
