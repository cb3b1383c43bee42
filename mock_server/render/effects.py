"""Sound effects by name, and the tones that stand in for a spoken voice."""

from __future__ import annotations

import hashlib
import math
import random
import re
from array import array
from collections.abc import Callable

from mock_server.render.tones import (
    TONE_RATE,
    Samples,
    mix_into,
    noise,
    scaled,
    shaped,
    snare,
    tone,
)

BELL = (0.3, 0.03, 0.12, 0.09, 0.0, 0.05)
# Peak level of an effect, as a share of full scale.
PEAK = 0.7
# As a MIDI note.
KILOHERTZ = 69 + 12 * math.log2(1000 / 440)
HUM = (0.16, 0.09, 0.05, 0.02, 0.01)


def effect(name: str) -> Samples[float]:
    """A short effect at TONE_RATE; an unknown name is a chime of its own pitch."""
    low = name.lower()
    make = next((make for words, make in EFFECTS if any(w in low for w in words)), None)
    if make is None:
        note = 72 + hashlib.sha256(low.encode()).digest()[0] % 12
        made = _notes((0.0, note), (0.12, note + 7))
    else:
        made = make()
    return scaled(made, PEAK / max(map(abs, made)))


def bleep(seconds: float) -> Samples[float]:
    """The tone that covers words: 1 kHz, for as long as it takes."""
    return tone(KILOHERTZ, seconds, (0.25,), 0.004, 0.0, 0.004)


def voice(text: str, seconds: float) -> Samples[float]:
    """A soft hum in the rhythm of the text: an obvious placeholder for a voice."""
    mix = array("f", bytes(4 * int(seconds * TONE_RATE)))
    beats = [
        (1, word)
        for part in re.findall(r"[\w']+|[,.;:!?，。！？；：]", text)
        for word in _beats(part)
    ]
    beats = beats or [(1, "a")]
    chance = random.Random(len(text))
    step = seconds / (len(beats) + 1)
    for i, beat in enumerate(beats):
        if beat:
            note = 50 + chance.choice((0, 2, 3, 5, 7)) - 3 * i / len(beats)
            sound = tone(note, min(step * 0.85, 0.4), HUM, 0.03, 0.0, 0.06)
            mix_into(mix, int((i + 0.3) * step * TONE_RATE), sound)
    return mix


def _beats(part: str) -> list[str]:
    """One beat a syllable or a Chinese character, a rest for a mark."""
    if not re.match(r"\w", part):
        return ["", ""]
    if ord(part[0]) > 0x2E80:
        return list(part)
    return re.findall(r"[aeiouy]+", part.lower()) or [part]


def _notes(*notes: tuple[float, float], decay: float = 0.35) -> Samples[float]:
    mix = array("f", bytes(4 * int((notes[-1][0] + 1.4) * TONE_RATE)))
    for at, note in notes:
        mix_into(mix, int(at * TONE_RATE), tone(note, 1.35, BELL, 0.002, decay, 0.2))
    return mix


def _swept(seconds: float, peak: float, low: float, high: float) -> Samples[float]:
    """Noise through a filter that opens towards `peak` (0–1) and closes after it."""
    value = speed = 0.0
    out = array("f")
    source = noise(seconds, bright=False)
    for i, sample in enumerate(source):
        x = i / len(source)
        rise = x / peak if x < peak else (1 - x) / (1 - peak)
        tuning = 2 * math.sin(math.pi * (low + (high - low) * rise**2) / TONE_RATE)
        value += tuning * speed
        speed += tuning * (sample - value - 0.7 * speed)
        out.append(0.9 * speed * rise**1.5)
    return out


def _click() -> Samples[float]:
    return shaped(0.05, lambda t: math.sin(2 * math.pi * 1900 * t) * math.exp(-t * 160) * 0.8)


def _pop() -> Samples[float]:
    return shaped(0.14, lambda t: math.sin(2 * math.pi * (420 * t + 1500 * t * t))
                  * math.exp(-t * 30) * min(t * 400, 1))  # fmt: skip


def _boom() -> Samples[float]:
    return shaped(1.4, lambda t: math.sin(2 * math.pi * (38 * t + 5 * (1 - math.exp(-t * 14))))
                  * math.exp(-t * 2.8) * min(t * 500, 1))  # fmt: skip


def _buzz() -> Samples[float]:
    return tone(46, 0.45, (0.4, 0.3, 0.3, 0.2, 0.2, 0.15), 0.005, 0.0, 0.05)


def _applause() -> Samples[float]:
    chance, mix = random.Random(3), array("f", bytes(4 * 2 * TONE_RATE))
    clap = scaled(snare()[:900], 0.14)
    for _ in range(260):
        mix_into(mix, chance.randrange(int(1.7 * TONE_RATE)), clap)
    return mix


def _shutter() -> Samples[float]:
    mix = array("f", bytes(4 * int(0.3 * TONE_RATE)))
    for at in (0.0, 0.09):
        mix_into(mix, int(at * TONE_RATE), scaled(snare()[:1500], 0.7))
    return mix


EFFECTS: tuple[tuple[tuple[str, ...], Callable[[], Samples[float]]], ...] = (
    (("whoosh", "swoosh", "swish", "wind", "嗖", "呼"), lambda: _swept(0.7, 0.45, 250, 3200)),
    (("rise", "build", "sweep"), lambda: _swept(1.6, 0.96, 200, 4200)),
    (("click", "tap", "type", "key", "点击"), _click),
    (("pop", "bubble", "啵"), _pop),
    (("boom", "impact", "hit", "drum", "thud", "explo", "砰"), _boom),
    (("error", "buzz", "wrong", "fail"), _buzz),
    (("applause", "clap", "cheer", "掌声"), _applause),
    (("camera", "shutter", "photo", "快门"), _shutter),
    (("success", "win", "level", "tada", "complete"),
     lambda: _notes((0.0, 72), (0.1, 76), (0.2, 79), (0.32, 84))),
    (("ding", "bell", "chime", "notif", "alert", "叮", "铃"), lambda: _notes((0.0, 88))),
    (("beep",), lambda: tone(81, 0.25, (0.5,), 0.004, 0.0, 0.02)),
)  # fmt: skip
