"""Whole drafts put together at random: each one renders, and lasts as long as it says."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from support.render import clip, draft, renderer

RATES = (10, 12.5, 23.976, 24, 25, 29.97, 30, 60)


def segment(chance: random.Random, start: int) -> dict[str, Any]:
    """A segment of any kind that stays within its source."""
    lasts = chance.randint(40, 1200)
    kind = chance.choice(("clip", "clip", "clip", "still", "freeze", "sound", "generated"))
    base = {"role": "clip", "s": start, "d": lasts}
    if kind == "generated":
        return base | {"role": kind, "prompt": "x " * chance.randint(0, 40)}
    if kind == "still":
        return base | {"src": "white.png", "still": True}
    if kind == "sound":
        return base | {"src": "hum.mp3", "in": 100, "out": 100 + lasts}
    speed = chance.choice((1, 1, 0.1, 0.37, 1.5, 4)) if kind == "clip" else 1
    begin = chance.randint(0, 6000 - round(lasts * speed))
    return clip(start, lasts, begin, speed=speed, freeze=kind == "freeze",
                reverse=chance.random() < 0.2)  # fmt: skip


def treated(chance: random.Random, made: dict[str, Any]) -> dict[str, Any]:
    """The segment with some of the things that can be done to it."""
    lasts = made["d"]
    extras = {
        "vol": chance.choice((0, 0.5, 2)), "fade_in": chance.randint(0, lasts),
        "fade_out": chance.randint(0, lasts), "rotate": chance.choice((90, 180, 270)),
        "crop": chance.random() / 2, "color": {"name": chance.choice(("warm", "mono", "?"))},
        "stabilize": True, "denoise": True, "normalize": True,
    }  # fmt: skip
    return made | {k: v for k, v in extras.items() if chance.random() < 0.12}


def main_track(chance: random.Random) -> list[dict[str, Any]]:
    segments: list[dict[str, Any]] = []
    end = 0
    for _ in range(chance.randint(1, 5)):
        made = treated(chance, segment(chance, end))
        if segments and chance.random() < 0.4:
            lasts = chance.randint(1, 800)
            if overlap := chance.random() < 0.5:
                lasts = min(lasts, segments[-1]["d"] - 1, made["d"] - 1)
                made["s"] -= lasts
            made["tr"] = {"type": chance.choice(("fade", "wipe")), "d": lasts, "overlap": overlap}
        segments.append(made)
        end = made["s"] + made["d"]
    return segments


def layers(chance: random.Random, total: int) -> list[tuple[int, list[dict[str, Any]]]]:
    tracks = []
    for kind, role in ((1, "music"), (1, "sound"), (1, "voiceover"), (7, "title"), (7, "caption"),
                       (7, "lower-third"), (0, "overlay")):  # fmt: skip
        if chance.random() < 0.3:
            tracks.append((kind, [{
                "role": role, "s": chance.randint(0, total), "d": chance.randint(1, 3000),
                "text": "Hi " * chance.randint(0, 40), "name": "lo-fi", "vol": chance.random(),
                "duck": chance.random() < 0.4, "fade_in": chance.randint(0, 900),
            } | ({"src": chance.choice(("white.png", "clock.mp4"))} if kind == 0 else {})]))  # fmt: skip
    return tracks


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(80))
def test_any_sensible_draft_renders(seed: int, footage: dict[str, Path], tmp_path: Path) -> None:
    chance = random.Random(seed)
    segments = main_track(chance)
    total = segments[-1]["s"] + segments[-1]["d"]
    size = chance.choice(((160, 90), (90, 160), (128, 128)))
    fill, fps = chance.choice(("fit", "fill", "blur")), chance.choice(RATES)
    made = draft((0, segments), *layers(chance, total), width=size[0], height=size[1], fill=fill)
    seen = renderer(footage, tmp_path)(made, fps=fps)
    assert len(seen.frames) == pytest.approx(total * fps / 1000, abs=1)
    assert len(seen.samples) == pytest.approx(total * 48, abs=1100 + 48000 / fps)
