"""Recipes beside the gallery: cuts after `trim pauses`, speeds, joins, overlays, music, captions."""

from __future__ import annotations

RECIPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "pauses, cut": ('trim pauses\ncut 5-8s\ntitle 0-3s "After the cut" at top', ("interview.mp4",)),
    "pauses, keep": (
        'trim pauses longer than 0.7s\nkeep 2-18s\nmusic "calm" volume 25% fade out 1s',
        ("interview.mp4",),
    ),
    "pauses, keep first": (
        'trim pauses\nkeep first 15s\ncaption 1-4s "Fifteen seconds" size 40\nfade out 1s',
        ("interview.mp4",),
    ),
    "pauses, cut last": (
        "trim pauses\ncut last 6s\nnormalize\nfade in 0.5s\nexpect no unrequested changes",
        ("interview.mp4",),
    ),
    "pauses, keep last": (
        'trim pauses longer than 0.5s keep 0.1s\nkeep last 8s\ncaption 0-2s "At last"',
        ("podcast.mp4",),
    ),
    "pauses, cuts, split": (
        "trim pauses\ncut 3-5s, 9-12s\nsplit at 4s\nvolume 80% 0-4s",
        ("interview.mp4",),
    ),
    "pauses, cut to the end": (
        'trim pauses below -38dB\ncut 14s-end\nfade out 0.5s\nsound "ding" at 2s',
        ("interview.mp4",),
    ),
    "pauses of two": (
        'clip a\nclip b\njoin a, b\ntrim pauses\ncut first 1s\ntitle 0-2s "Both"',
        ("interview.mp4", "podcast.mp4"),
    ),
    "pauses and fillers": (
        'trim pauses\ntrim fillers\nlower-third 1-5s "Ada" "Mathematician" color "#7AD3FF"',
        ("interview.mp4",),
    ),
    "cut, pauses, speed": (
        'cut 0-3.5s\ntrim pauses longer than 1s keep 0.1s\nspeed 1.25x\nmusic "lo-fi" volume 30% duck',
        ("interview.mp4",),
    ),
    "podcast": (
        'trim pauses\ncut first 2s\ntitle first 3s "Épisode 12" style "bold" color "Navy" fade in 0.4s'
        '\noverlay 0-end "logo.png" at bottom-right size 12% opacity 70%',
        ("podcast.mp4",),
    ),
    "speeds": (
        "speed 2x 2-6s\nspeed 0.5x 6-8s\nvolume 60% 0-2s\nmute last 2s\nexpect no unrequested changes",
        ("camera-a.mp4",),
    ),
    "two joined": (
        "clip a\nclip b\njoin a, b with fade 0.6s\ncut 3-5s\n"
        'title 0-2s "Camera A" at top-left\ntitle last 4s "Camera B" at top-right size 60',
        ("camera-a.mp4", "camera-b.mp4"),
    ),
    "three pictures": (
        "clip a for 4s\nclip b for 3s\nclip c for 5s\njoin a, b, c with fade 0.5s\n"
        'music from "theme.mp3" volume 50% fade in 0.5s fade out 1s\ncaption 1-3s "Dawn"',
        ("photo-1.jpg", "photo-2.jpg", "photo-3.jpg"),
    ),
    "fades at cuts": (
        "cut 4-9s, 15-17s\ntransition fade 0.5s at 4s\nsplit at 14s\n"
        'transition fade 0.4s at 14s\ncolor "cinematic" 60%\nstabilize',
        ("interview.mp4",),
    ),
    "held and turned": (
        'keep 2-10s\nfreeze 4s for 2s\nrotate 90\ncrop 10%\nsound "ding" at 4s\nfade out 1s',
        ("product.mp4",),
    ),
    "backwards": (
        'keep first 8s\nreverse\ntitle 0-3s "Backwards" font "Inter" style "Bold" fade out 0.5s',
        ("camera-b.mp4",),
    ),
    "spoken over": (
        'voiceover 0.5-4s "This is the report." voice "calm"\n'
        'voiceover 5-8s "And this is its end." voice "calm"\nsound "whoosh" at 4.5s\n'
        'music "corporate" 1-9s volume 20% fade in 1s duck\naspect 1:1 blur',
        ("screencast.mp4",),
    ),
    "many captions": (
        'captions from "captions.srt"\ntitle 0-2s "The\\nShow" at top\ndenoise\nvolume 120%\n'
        "expect no unrequested changes",
        ("podcast.mp4",),
    ),
    "generated end": (
        'keep 10-20s\ngenerate 4s "a street at night"\nfade out 1s\n'
        'lower-third 2-6s "Grace Hopper" "Admiral" at bottom-left fade in 0.3s\nsound "impact" at 10s',
        ("interview.mp4",),
    ),
}
"""The text and the clips, which lie in specs/media, by name."""
