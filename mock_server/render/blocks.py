"""The main track in blocks: clips that one chain of filters can make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mock_server.media.media import Media
from mock_server.render.composition import Canvas, Clip, Join
from mock_server.render.select import Range

# Sound is kept or dropped in steps of 160 samples (3.3 ms), fine enough at any frame rate.
RATE = 48000
STEP = 160
STEPS_PER_SECOND = RATE // STEP
# A picture ends a little before the time that its packets give; ms.
BEFORE_ITS_END = 500


@dataclass(frozen=True)
class Block:
    """Clips that follow each other in one source, or a single still, card or black.

    `fade` is how many frames it shares with the block before. `head` and `tail` are the frames
    that a transition at a cut needs before and after, beyond those of the timeline.
    """

    clips: tuple[Clip, ...]
    join: Join | None = None
    fade: int = 0
    head: int = 0
    tail: int = 0

    @property
    def first(self) -> Clip:
        return self.clips[0]

    def frames(self, canvas: Canvas) -> int:
        """Frames on the timeline, without head and tail."""
        return canvas.frame(self.clips[-1].end) - canvas.frame(self.first.start)

    def samples(self, canvas: Canvas) -> int:
        """Samples of sound that last as long as the frames."""
        ends = (canvas.frame(self.clips[-1].end), canvas.frame(self.first.start))
        last, first = (round(f * RATE / canvas.fps) for f in ends)
        return last - first


@dataclass(frozen=True)
class Cut:
    """What is read of a source: from `begin` to `end` (ms), and of that the frames and the sound
    steps that stay. `cloned` frames stand in for a head before the source's start."""

    begin: float
    end: float
    rate: Fraction
    frames: list[Range]
    steps: list[Range]
    cloned: int


def blocks(clips: Sequence[Clip], canvas: Canvas) -> list[Block]:
    """Group the clips; an untouched source that is cut many times is one block."""
    made: list[Block] = []
    for clip in clips:
        if made and _continues(made[-1], clip):
            made[-1] = replace(made[-1], clips=(*made[-1].clips, clip))
        else:
            made.append(Block((clip,), clip.join))
    return _with_fades(made, canvas)


def cut(block: Block, canvas: Canvas) -> Cut:
    """Where in the source the frames and the sound of a footage block lie.

    Frames are counted at the rate at which one source frame makes one frame of the timeline, so
    a changed speed is only another rate.
    """
    speed = Fraction(block.first.mean_speed).limit_denominator(1000)
    rate = canvas.fps / speed
    head = min(block.head, int(block.first.begin * rate / 1000))
    begin = opened_at(block.first.source, float(block.first.begin - head * 1000 / rate))
    origin = canvas.frame(block.first.start)
    frames: list[Range] = []
    steps: list[Range] = []
    for clip in block.clips:
        a, b = canvas.frame(clip.start) - origin, canvas.frame(clip.end) - origin
        at = _nearest((clip.begin - begin) * rate / 1000)
        at = max(at, frames[-1][1]) if frames else at
        frames.append((at, at + b - a))
        long = [_nearest(f / canvas.fps * speed * STEPS_PER_SECOND) for f in (a, b)]
        at = _nearest((clip.begin - begin) * STEPS_PER_SECOND / 1000)
        at = max(at, steps[-1][1]) if steps else at
        steps.append((at, at + long[1] - long[0]))
    frames[0] = (frames[0][0] - head, frames[0][1])
    frames[-1] = (frames[-1][0], frames[-1][1] + block.tail)
    end = begin + float(frames[-1][1] * 1000 / rate)
    return Cut(begin, end, rate, frames, steps, block.head - head)


def opened_at(media: Media | None, begin: float) -> float:
    """Where to begin reading (ms): where there still is a picture, which may be held from then on."""
    if media is None or not media.tracks.held_ms:
        return begin if media is None or media.seeks else 0.0
    return max(min(begin, media.picture_ms - BEFORE_ITS_END), 0.0)


def _nearest(value: float | Fraction) -> int:
    return int(value + Fraction(1, 2))


def _continues(block: Block, clip: Clip) -> bool:
    last = block.clips[-1]
    if clip.kind != "footage" or clip.join or clip.reverse or clip.speed_to or last.speed_to:
        return False
    alike = (last.kind, last.source, last.speed, last.picture, last.level, last.reverse) == (
        clip.kind, clip.source, clip.speed, clip.picture, clip.level, False,
    )  # fmt: skip
    return alike and clip.begin >= last.begin + last.duration * last.speed - 1


def _with_fades(made: list[Block], canvas: Canvas) -> list[Block]:
    for i in range(1, len(made)):
        before, block = made[i - 1], made[i]
        shortest = min(before.frames(canvas), block.frames(canvas))
        if block.join and block.join.overlap:
            shared = canvas.frame(before.clips[-1].end) - canvas.frame(block.first.start)
            made[i] = replace(block, fade=min(shared, shortest))
        elif block.join:
            fade = min(canvas.frame(block.join.duration), 2 * shortest)
            made[i - 1] = replace(before, tail=fade // 2)
            made[i] = replace(block, fade=fade, head=fade - fade // 2)
    return made
