"""When nobody speaks in a sound track. Runs in the child process that `probe` starts."""

from __future__ import annotations

from functools import partial
from io import BufferedReader
from itertools import dropwhile

from av.audio.frame import AudioFrame
from av.stream import Discard

from nemo_spec.media.clip import Sound
from nemo_spec.media.levels import Levels
from nemo_spec.media.reader import decoded, opened, origin_of, read_clip, sound_of
from nemo_spec.media.silences import at_the_levels, is_clean, is_heard, quiet_spans, spans_below
from nemo_spec.media.speech import Voice, voice_of


def listen(
    file: BufferedReader,
    name: str,
    number: int | None,
    *,
    by_voice: bool,
    below: float | None = None,
) -> Sound:
    """The pauses of a track by its number from 1, or of the default one. Where voices cannot be heard,
    or there are none, the level decides; what is `below` a level (dB), where one is named. Raises
    NotMedia."""
    with opened(file, name) as container:
        origin = origin_of(container, name)
        length = read_clip(container, name, origin).length
    voice = voice_of(origin) if by_voice else None
    # Opened anew: after a seek a decoder no longer knows what to leave out at the start.
    file.seek(0)
    levels = _levels(file, name, number, origin, voice)
    if levels is None or (below is None and not is_heard(levels.all)):
        return Sound()
    levels.end_at(length / 1000)
    if below is not None:
        return Sound(spans_below(levels.all, below), "level")
    quiet = quiet_spans(levels.all, levels.measured)
    if voice and (pauses := voice.pauses(length)) is not None:
        exact = quiet if is_clean(levels.measured) else ()
        return Sound(at_the_levels(pauses, exact), "voice")
    return Sound(quiet, "level")


def _levels(
    file: BufferedReader, name: str, number: int | None, origin: float, voice: Voice | None
) -> Levels | None:
    """The levels of a track, which `voice` hears as well; None where there is no such track."""
    with opened(file, name) as container:
        track = sound_of(container, number)
        if track is None:
            return None
        for other in container.streams:
            if other is not track:
                other.discard = Discard.all
        levels = Levels(origin)
        before = partial(_is_before, origin)
        for frame in dropwhile(before, decoded(container, track)):
            if voice:
                voice.add(frame)
            levels.add(frame)
        levels.flush()
    return levels


def _is_before(origin: float, frame: AudioFrame) -> bool:
    """Whether it has ended when the clip begins (s): only another track than the default one may."""
    return frame.time is not None and frame.time + frame.samples / frame.sample_rate <= origin
