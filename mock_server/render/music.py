"""Music by mood: a loop of eight bars with chords, bass, a melody and a beat."""

from __future__ import annotations

import hashlib
import math
from array import array
from dataclasses import dataclass, replace
from operator import mul

from mock_server.render.tones import (
    TONE_RATE,
    Samples,
    chord,
    hat,
    kick,
    mix_into,
    scaled,
    snare,
    tone,
)

# Semitones above the chord's root.
MAJOR, MINOR, MAJ7, MIN7, DOM7, SUS = (
    (0, 4, 7), (0, 3, 7), (0, 4, 7, 11), (0, 3, 7, 10), (0, 4, 7, 10), (0, 2, 7),
)  # fmt: skip
Chord = tuple[int, tuple[int, ...]]

SOFT = (0.6, 0.16, 0.10, 0.03)
WARM = (0.5, 0.25, 0.14, 0.10, 0.05, 0.03)
BELL = (0.6, 0.05, 0.02, 0.20, 0.0, 0.07)
ROUND = (0.8, 0.22, 0.06)
# Loudness of a loop at level 1, RMS of full scale: that of clear speech.
LOUDNESS = 0.1
HIGHEST = 84


@dataclass(frozen=True)
class Mood:
    """A way of playing. Patterns have sixteen steps a bar; `x` plays, `o` plays softly.

    `melody` gives the chord tone of each step (0–9), `.` rests. `dull` is the frequency (Hz)
    above which the mix loses its highs.
    """

    words: tuple[str, ...]
    tempo: float
    chords: tuple[Chord, ...]
    kick: str = "................"
    snare: str = "................"
    hat: str = "................"
    bass: str = "x..............."
    melody: str = "................"
    keys: str = "x..............."
    voice: tuple[float, ...] = SOFT
    pad: float = 0.5
    swing: float = 0.0
    dull: int = 9000
    key: int = 48


MOODS = (
    Mood(("lo-fi", "lofi", "lo fi", "chill", "relax", "calm", "study", "轻松", "舒缓", "放松"), 78,
         ((5, MAJ7), (4, MIN7), (2, MIN7), (0, MAJ7)),
         kick="x......x..x.....", snare="....x.......x...", hat="x.o.x.o.x.o.x.oo",
         bass="x.....x...x.....", melody="..2...4.3.....1.", keys="x......o..x.....",
         voice=ROUND, pad=0.25, swing=0.16, dull=4200),
    Mood(("corporate", "business", "tech", "product", "inspir", "motivat", "商务", "科技"), 106,
         ((0, MAJOR), (9, MINOR), (5, MAJOR), (7, MAJOR)),
         kick="x...x...x...x...", snare="................", hat="..o...o...o...o.",
         bass="x.....x.x.....x.", melody="0.2.4.2.3.2.4.5.", keys="................",
         voice=BELL, pad=0.5),
    Mood(("upbeat", "happy", "energetic", "fun", "pop", "cheer", "bright", "欢快", "活力"), 120,
         ((0, MAJOR), (7, MAJOR), (9, MINOR), (5, MAJOR)),
         kick="x...x...x...x...", snare="....x.......x...", hat="..x...x...x...x.",
         bass="x..x..x.x..x..x.", melody="4..3..2.4..5..4.", keys="x..x..x...x.x...",
         voice=WARM, pad=0.2),
    Mood(("cinematic", "epic", "dramatic", "trailer", "film", "电影", "史诗", "大气"), 72,
         ((9, MINOR), (5, MAJOR), (0, MAJOR), (7, SUS)),
         kick="x.........x.x...", bass="x.......x.......", melody="0...2...4...5...",
         voice=WARM, pad=0.9, dull=5200, key=45),
    Mood(("ambient", "meditat", "peace", "dream", "space", "nature", "sleep", "空灵", "氛围"), 60,
         ((0, MAJ7), (4, MIN7), (5, MAJ7), (7, SUS)),
         melody="4.......2.....5.", voice=ROUND, pad=0.9, dull=3200),
    Mood(("jazz", "lounge", "cafe", "coffee", "bossa", "爵士"), 112,
         ((2, MIN7), (7, DOM7), (0, MAJ7), (9, MIN7)),
         kick="x.......o.......", snare="......o.......o.", hat="x...x.o.x...x.o.",
         bass="x...x...x...x...", melody="..3.4...2.5...1.", keys="..x......x......",
         voice=ROUND, pad=0.1, swing=0.3, dull=5000),
    Mood(("hip", "trap", "rap", "urban", "beat", "嘻哈"), 86,
         ((9, MIN7), (5, MAJ7), (2, MIN7), (4, MIN7)),
         kick="x..x......x.....", snare="....x.......x...", hat="x.xxx.x.x.x.xxx.",
         bass="x..x......x.....", melody="4.....3.....2...", keys="x...............",
         voice=BELL, pad=0.3, dull=6000),
    Mood(("electro", "edm", "dance", "house", "techno", "club", "synth", "电子", "动感"), 124,
         ((9, MINOR), (5, MAJOR), (0, MAJOR), (7, MAJOR)),
         kick="x...x...x...x...", snare="....x.......x...", hat="..x...x...x...x.",
         bass="..x...x...x...x.", melody="0.2.4.0.2.4.0.2.", keys="..x...x...x...x.",
         voice=WARM, pad=0.3),
    Mood(("sad", "emotion", "piano", "romantic", "sentimental", "love", "伤感", "温馨", "钢琴"), 68,
         ((9, MINOR), (5, MAJOR), (0, MAJOR), (4, MIN7)),
         melody="0.2.4...5.4.2...", keys="x...............", voice=ROUND, pad=0.35, dull=5000),
    Mood(("acoustic", "folk", "guitar", "country", "travel", "vlog", "民谣", "吉他"), 98,
         ((0, MAJOR), (5, MAJOR), (9, MINOR), (7, MAJOR)),
         kick="x.......x.......", snare="....o.......o...", hat="o.o.o.o.o.o.o.o.",
         bass="x.......x.......", melody="0.2.4.2.3.2.4.2.", keys="x.....x...x.x...",
         voice=WARM, pad=0.1, swing=0.05),
)  # fmt: skip


def mood(name: str) -> Mood:
    """The mood that a name means; for an unknown one a variation that depends on the name only."""
    if known := _known(name):
        return known
    digest = hashlib.sha256(name.lower().encode()).digest()
    base = MOODS[digest[0] % len(MOODS)]
    return replace(base, tempo=base.tempo * (0.92 + digest[1] / 1600), key=base.key + digest[2] % 7)


def is_known(name: str) -> bool:
    """Whether the name means one of the moods, and no variation."""
    return _known(name) is not None


def _known(name: str) -> Mood | None:
    low = name.lower()
    return next((m for m in MOODS if any(word in low for word in m.words)), None)


def loop(name: str) -> Samples[float]:
    """Eight bars of that mood at TONE_RATE without a seam."""
    playing = mood(name)
    step = int(60 / playing.tempo / 4 * TONE_RATE)
    bed = array("f", bytes(4 * step * 16 * 4))
    for bar in range(4):
        _play_bar(bed, playing, bar, step)
    mix = bed * 2
    for bar in range(8):
        _play_melody(mix, playing, bar, step)
    return mix


def gain(samples: Samples[float]) -> float:
    """What makes a loop as loud as clear speech."""
    some = samples[::4]
    return LOUDNESS / math.sqrt(sum(map(mul, some, some)) / len(some))


def _play_bar(mix: Samples[float], playing: Mood, bar: int, step: int) -> None:
    """Chords, bass and drums of a bar."""
    base, notes = _harmony(playing, bar)
    start, seconds = bar * 16 * step, step / TONE_RATE
    if playing.pad:
        soft = _at(SOFT, 0.16 * playing.pad)
        mix_into(mix, start, chord(notes, seconds * 17, soft, 0.4, 0, 0.5))
    for i in range(16):
        at = start + _moment(playing, bar, i, step)
        _play_beat(mix, playing, i, at)
        if force := _force(playing.bass[i]):
            note = base - 12 + (7 if i >= 8 and bar % 4 == 3 else 0)
            low = _at(ROUND, 0.34 * force)
            mix_into(mix, at, tone(note, seconds * 3.5, low, 0.01, 0.5, 0.05))
        if force := _force(playing.keys[i]):
            voice = _at(playing.voice, 0.14 * force)
            mix_into(mix, at, chord(notes, seconds * 5, voice, 0.004, 0.4, 0.1))


def _play_melody(mix: Samples[float], playing: Mood, bar: int, step: int) -> None:
    """The melody of a bar, a step higher in the second half and with a rest now and then."""
    _, notes = _harmony(playing, bar)
    for i, sign in enumerate(playing.melody):
        if sign == "." or (bar % 4 == 1 and i > 11):
            continue
        octave, degree = divmod(int(sign) + bar // 4, len(notes))
        note = notes[degree] + 12 * octave + 12
        note -= 12 * max(math.ceil((note - HIGHEST) / 12), 0)
        sound = tone(note, step * 5 / TONE_RATE, _at(playing.voice, 0.17), 0.004, 0.28, 0.1)
        mix_into(mix, bar * 16 * step + _moment(playing, bar, i, step), sound)


def _harmony(playing: Mood, bar: int) -> tuple[int, tuple[int, ...]]:
    """The bass note and the chord of a bar."""
    root, shape = playing.chords[bar % len(playing.chords)]
    base = playing.key + (root if root < 8 else root - 12)
    return base, tuple(base + 12 + n for n in shape)


def _moment(playing: Mood, bar: int, i: int, step: int) -> int:
    """When a step sounds: late by the swing, and never quite exact."""
    late = int(step * playing.swing) if i % 2 else 0
    return i * step + late + (bar * 31 + i * 17) % 60


def _play_beat(mix: Samples[float], playing: Mood, i: int, at: int) -> None:
    parts = ((playing.kick, kick, 0.62), (playing.snare, snare, 0.34), (playing.hat, hat, 0.07))
    for pattern, drum, gain in parts:
        if force := _force(pattern[i]):
            mix_into(mix, at, scaled(drum(), gain * force))


def _at(harmonics: tuple[float, ...], level: float) -> tuple[float, ...]:
    return tuple(h * level for h in harmonics)


def _force(sign: str) -> float:
    return {"x": 1.0, "o": 0.55}.get(sign, 0.0)
