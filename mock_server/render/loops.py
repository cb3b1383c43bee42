"""Loops of music, kept once they are made: to make one takes half as long as a short render."""

from __future__ import annotations

import hashlib
from array import array
from functools import lru_cache
from pathlib import Path

from mock_server.render import music, tones
from mock_server.render.tones import Samples
from mock_server.state.kept import kept


@lru_cache(maxsize=6)
def loop(name: str) -> tuple[Samples[float], float]:
    """What `music.loop` and `music.gain` give for that name. A folder that cannot be used costs time
    only."""
    made = _of_known(name) if music.is_known(name) else music.loop(name)
    return made, music.gain(made)


def _of_known(name: str) -> Samples[float]:
    """A loop of one of the moods, of which there are few: variations would fill the folder."""
    label = hashlib.sha256(repr(music.mood(name)).encode()).hexdigest()[:16]
    code = [Path(str(module.__file__)) for module in (music, tones)]
    return array("f", kept(f"{label}.loop", code, lambda: music.loop(name).tobytes()))
