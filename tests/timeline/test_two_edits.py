"""Every edit behind every other: what is on the timeline keeps no compiled sentence from being read."""

from __future__ import annotations

from itertools import product

import pytest
from support.timelines import carried_out, compiled, refused

EDITS = (
    "cut 2s-3s", "cut first 1s", "keep 1s-9s", "split at 4s", "speed 2x", "speed 0.5x 2s-4s",
    "speed 1-3x 2s-5s", "freeze 3s for 1s", "freeze end for 2s", "denoise", "normalize", "stabilize",
    "rotate 90", "crop 10%", "aspect 1:1 fill", "aspect 9:16 blur", "reverse", 'color "warm" 50%',
    'title 1s-3s "A"', 'title 1s-3s "A" at bottom fade in 0.3s', 'lower-third 2s-4s "B" "x"',
    'caption 2s-5s "C"', 'overlay 1s-4s "logo.png" at top-left size 20%',
    'overlay 1s-4s "screencast.mp4" skip 1s volume 40%', "zoom 130% 2s-4s", "zoom 100-150%",
    "blur 1s-3s at top", 'chapter 2s "A"', 'music "D" volume 35%', 'music "D" 1s-4s fade in 1s duck',
    'music from "theme.mp3" first 4s skip 1s', 'voiceover "A speaks."', 'voiceover 2s-5s "A speaks."',
    'sound "B" at 3s', "volume 50%", "volume 150% 2s-4s", "volume -33.5dB", "bleep 2s-3s",
    "mute 1s-2s", "mute", "fade in 1s", "fade out 2s", "transition fade 0.5s at 5s", 'generate 2s "A"',
)  # fmt: skip
CLIPS = (
    ("", ("camera-a.mp4",)),
    ("clip a\nclip b\njoin a, b\n", ("camera-a.mp4", "camera-b.mp4")),
)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize(
    "every", [pytest.param(23, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_every_edit_behind_every_other(language: str, every: int) -> None:
    wrong = []
    for (head, clips), first, second in [*product(CLIPS, EDITS, EDITS)][::every]:
        program = compiled(f"language {language}\n{head}{first}\n{second}", clips)
        if refused(program):
            continue
        for done in carried_out(program):
            unlike = [one.message for one in done.findings if one.status != "met"]
            if done.misunderstood or unlike:
                wrong.append(f"{first}; {second}: {done.step.text} -> {done.reply} {unlike}")
    assert not wrong, "\n".join(wrong)
