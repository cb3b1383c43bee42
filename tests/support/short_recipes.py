"""Short recipes with every verb, and what the mock's agent makes of them in this process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from mock_server.media.probe import Media, probe
from nemo_spec.compile import Program, compile_plan, diagnostics_of
from nemo_spec.language.diagnostics import has_errors
from nemo_spec.language.source import Source
from nemo_spec.recipe.library import DiskLibrary
from nemo_spec.recipe.plan import make_plan
from support.drafted import drafted
from support.paths import ROOT

MEDIA = ROOT / "specs" / "media"
TALK = ("interview.mp4",)
RECIPES: dict[str, tuple[str, ...]] = {
    "cut 0-3s, 12-14.5s": TALK,
    "cut last 5s": TALK,
    "cut 30s-end": TALK,
    "cut first 2s": TALK,
    "keep 5-20s": TALK,
    "keep 2-4s, 8-10s, last 3s": TALK,
    "split at 12s": TALK,
    "speed 1.5x 10-20s": TALK,
    "speed 2x": TALK,
    "speed 1-3x 10-20s": TALK,
    "speed 0.5x 30s-end": TALK,
    "reverse": TALK,
    "freeze 5s for 2s": TALK,
    "freeze end for 2s": TALK,
    "speed 2x; freeze end for 2s": ("screencast.mp4",),
    "freeze 15s for 2s": ("screencast.mp4",),
    'title 0-3s "Intro" at center fade in 0.5s': TALK,
    'title 0-3s "I" at top-left style "bold" color "#ffcc00" size 48 font "Inter" fade out 1s': TALK,
    'title last 5s "The End"': TALK,
    'title 5s-end "x"': TALK,
    'lower-third 4-8s "Ada Lovelace" "Mathematician"': TALK,
    'lower-third 4-8s "Ada" at bottom-right fade out 0.5s': TALK,
    'caption 5-8s "We begin with the engine."': TALK,
    'captions from "captions.srt"': ("podcast.mp4",),
    "captions": TALK,
    'captions at top style "bold" color "yellow" size 40 font "Inter" fade in 0.2s': TALK,
    'captions from "../../tests/cases/files/styled.ass"': ("podcast.mp4",),
    'captions from "../../tests/cases/files/styled.vtt" at center color "#ffcc00" fade out 0.2s': (
        "podcast.mp4",
    ),
    'overlay 0-10s "logo.png" at top-right size 15%': TALK,
    'overlay 0-end "logo.png" at bottom-left size 10% opacity 50%': TALK,
    'overlay 0-10s "camera-a.mp4" at 30.5%,60% size 25% skip 2.5s volume 60%': TALK,
    'overlay 5-8s "screencast.mp4" fill opacity 90%': TALK,
    'overlay 5-8s "camera-a.mp4" fill skip 2s volume -12dB': TALK,
    'overlay 5-8s "camera-a.mp4" at top-right volume +3dB; cut 6-7s': TALK,
    "zoom 130%": TALK,
    "zoom 120.5% 2-5s at top-left": TALK,
    "zoom 100-130% 2-5s at 40%,25%": TALK,
    "zoom 150-100% last 3s": TALK,
    "blur 2-5s": TALK,
    "blur 2-5s size 40%": TALK,
    "blur 2s-end at 40%,25% size 12.5%; blur 3-4s at bottom-right": TALK,
    "zoom 120% 10-20s; blur 12-15s at center; cut 11-13s; speed 2x 5-8s": TALK,
    "aspect 9:16 blur": TALK,
    "aspect 1:1 fill": TALK,
    "aspect 4:5": TALK,
    'aspect 9:16 background "#102030"; aspect 1:1 fit background "white"; aspect 4:5 fill': TALK,
    "clip a; clip b; split-screen a, b": ("camera-a.mp4", "camera-b.mp4"),
    "clip a; clip b; split-screen b, a top-bottom; cut 1-2s; speed 2x 3-5s; freeze 2s for 1s; reverse": (
        "camera-a.mp4",
        "camera-b.mp4",
    ),
    "rotate 90": TALK,
    "crop 10%": TALK,
    "crop top 10%; crop left 5%; rotate 90; crop bottom 2%; rotate 270; rotate 180": TALK,
    "crop top 10%; crop left 12.5%; crop bottom 20%; crop right 1%; crop 5%; crop top 15%": TALK,
    'color "warm" 60%': TALK,
    'color "cinematic"': TALK,
    "stabilize": TALK,
    "fade in 1s; fade out 1.5s": TALK,
    "split at 10s; transition fade 0.5s at 10s": TALK,
    'generate 5s "a city at night, seen from above"': TALK,
    'music "lo-fi" volume 35% fade out 2s': TALK,
    'music "upbeat" 5-15s volume 120% fade in 1s duck': TALK,
    'music from "theme.mp3" volume 20%': TALK,
    'music from "theme.mp3" 0-10s fade in 0.5s fade out 0.5s duck': TALK,
    'music "calm" last 10s': TALK,
    'voiceover 2-9s "This is how it works." voice "calm"': TALK,
    'voiceover "This is how it works."': TALK,
    'sound "whoosh" at 3s; sound "ding" at start': TALK,
    "volume 80% 5-10s": TALK,
    "volume 150%": TALK,
    "volume 0% last 3s": TALK,
    "mute 3-5s": TALK,
    "mute": TALK,
    "mute 1-2s, 4-5s": TALK,
    "denoise; normalize": TALK,
    "trim pauses": TALK,
    "trim pauses longer than 1s keep 0.1s": TALK,
    "trim pauses below -35dB": TALK,
    "trim fillers": TALK,
    'title 0-3s "a"; cut 1-2s': TALK,
    'music "calm" fade in 1s fade out 3s': TALK,
    'title 5-8s "a"; music "x"; speed 2x': TALK,
    'title 5-8s "a"; music "x"; freeze 6s for 2s': TALK,
    'title 5-8s "a"; trim pauses': TALK,
    'say "Remove the first 3 seconds."': TALK,
    'clip a\nclip b\njoin b, a with fade 0.5s\ntitle 0-3s "x"': ("camera-a.mp4", "camera-b.mp4"),
    "clip a\nclip b\nclip c for 3s\njoin a, b, c\ntransition fade 0.4s at 5s": (
        "photo-1.jpg",
        "photo-2.jpg",
        "photo-3.jpg",
    ),
    "clip a\nclip b\njoin a, b, a": ("photo-1.jpg", "screencast.mp4"),
    "clip a\nclip b\nclip c\njoin a, b, c with fade 0.5s": (
        "screencast.mp4",
        "photo-1.jpg",
        "screencast.mp4",
    ),
    "cut 1-2s": ("camera-a.mp4", "photo-2.jpg", "screencast.mp4"),
    "clip a\nclip b\nclip c\njoin a, b, c with fade 0.5s\nspeed 2x\nfade in 1s": (
        "photo-1.jpg",
        "camera-b.mp4",
        "photo-3.jpg",
    ),
    "speed 2x 2-5s; reverse; cut 1-2s; freeze 3s for 1s; volume 50% 2-4s; mute 5-6s": (
        "camera-a.mp4",
    ),
}


@cache
def probed(path: str) -> Media:
    return probe(Path(path))


def program_of(text: str, clips: tuple[str, ...] = TALK) -> Program:
    library, source = DiskLibrary(MEDIA), Source("test.edit", text)
    library.adopt(source, MEDIA)
    planned = make_plan(source, library, clips=[str(MEDIA / name) for name in clips])
    program = compile_plan(planned.plan)
    found = [*planned.diagnostics, *diagnostics_of(program.problems, planned.origins)]
    assert not has_errors(found), found
    return program


Draft = dict[str, Any]


def carried_out(program: Program, *, without: int | None = None, twice: int | None = None) -> Draft:
    """The draft that the mock's agent makes of the instructions, with one left out or repeated if asked."""
    media = {upload.name: probed(upload.path) for upload in program.uploads}
    draft: Draft = {}
    for step in program.instructions:
        placing = step.owner is None
        for _ in range(1 if placing else 0 if step.owner == without else 1 + (step.owner == twice)):
            draft = drafted(step.text, draft, media)
    return draft
