"""When nobody speaks in a sound track. Runs in the child process that `probe` starts."""

from __future__ import annotations

from io import BufferedReader

from av.stream import Discard

from nemo_spec.media.clip import Sound
from nemo_spec.media.levels import Levels
from nemo_spec.media.reader import decoded, opened, origin_of, read_clip, sound_of
from nemo_spec.media.silences import is_heard, quiet_spans


def listen(file: BufferedReader, name: str, number: int | None) -> Sound:
    """The pauses of a track by its number from 1, or of the default one. Raises NotMedia."""
    with opened(file, name) as container:
        origin = origin_of(container, name)
    file.seek(0)
    with opened(file, name) as container:
        length = read_clip(container, name).length
    file.seek(0)
    with opened(file, name) as container:
        track = sound_of(container, number)
        if track is None:
            return Sound()
        for other in container.streams:
            if other is not track:
                other.discard = Discard.all
        levels = Levels(origin, track.rate)
        for frame in decoded(container, track):
            levels.add(frame)
        levels.end_at(length / 1000)
    if not levels.measured or not is_heard(levels.all):
        return Sound()
    return Sound(quiet_spans(levels.all, levels.measured), "level")
