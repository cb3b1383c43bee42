"""Random recipes on one clip, line by line, and what they make of the video when some are not followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from nemo_spec.timeline.model import Timeline
from support.timelines import compiled, refused

CLIP = "interview.mp4"
SECONDS = 36
"""Of the clip, a little less than it lasts."""
SHAPES = (
    *("cut {at}-{to}s", "cut {at}-{to}s", "cut last 1s", "cut first 0.5s", "keep 0-{most}s"),
    *("speed 2x {at}-{to}s", "speed 0.5x {at}-{to}s", "freeze {at}s for {long}s", "reverse"),
    *("volume {n}% {at}-{to}s", "volume {n}% {at}-{to}s", "volume {n}%", "mute {at}-{to}s"),
    *(
        "volume 50% last {long}s",
        'color "warm" {n}%',
        "rotate 90",
        "rotate 180",
        "crop 10%",
        "denoise",
    ),
    *(
        "fade in 1s",
        "fade out 2s",
        "split at {at}s",
        "split at {at}s\ntransition fade 0.4s at {at}s",
    ),
    *('title {at}-{to}s "T{n}"', 'caption {at}-{to}s "C{n}"', 'music "calm" {at}-{to}s'),
)


def random_lines(chance: Random, count: int) -> list[str]:
    """So many lines, each of which may stand below those before it."""
    lines: list[str] = []
    while len(lines) < count:
        at, long = chance.randrange(1, SECONDS - 6), chance.choice((0.2, 1, 2, 5))
        line = chance.choice(SHAPES).format(
            at=at, to=at + long, long=long, most=SECONDS - 4, n=chance.randrange(5, 99)
        )
        more = [*lines, *line.splitlines()]
        if not refused(compiled("\n".join(more), [CLIP])):
            lines = more
    return lines


def video_of(lines: Sequence[str]) -> Timeline:
    """The video that these lines alone make; what they refuse is left out."""
    return compiled("\n".join(lines), [CLIP]).predicted


def with_other_levels(video: Timeline, chance: Random, count: int) -> Timeline:
    """So many pieces of the video at a level that no line asks for."""
    chosen = chance.sample(range(len(video.main)), min(count, len(video.main)))
    main = [
        piece.with_properties(volume=1.77) if index in chosen else piece
        for index, piece in enumerate(video.main)
    ]
    return replace(video, main=main)
