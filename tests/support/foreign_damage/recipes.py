"""Recipes beside the gallery: cuts after `trim pauses`, speeds, joins, overlays, music, captions; and what
regions, ramps, levels in decibels and the like are made of."""

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
    "zooms": (
        "zoom 100-150% 1-4s at 40%,75%\n"
        "zoom 150% 4-6s at 40%,75%\n"
        "zoom 120% 8-10s\n"
        'title 0-2s "Near" at top',
        ("camera-a.mp4",),
    ),
    "moved out": (
        "cut 0-2s\nzoom 160-100% last 3s at top-left\nfade out 1s",
        ("product.mp4",),
    ),
    "blurred": (
        'blur 2-6s at 60%,40% size 30%\nblur 8-9s\ncaption 1-3s "Nobody"',
        ("interview.mp4",),
    ),
    "one side cropped": (
        'crop bottom 12%\ncrop left 8%\naspect 1:1 fit background "#102030"\ntitle 0-2s "Cropped"',
        ("camera-b.mp4",),
    ),
    "inset": (
        'overlay 1-7s "interview.mp4" at 80%,75% size 30% skip 4s volume 60%\n'
        'overlay 8-10s "camera-b.mp4" fill skip 2s',
        ("camera-a.mp4",),
    ),
    "side by side": (
        "clip a\nclip b\nsplit-screen a, b top-bottom\ncut 0-1s\nzoom 130% 2-4s",
        ("camera-a.mp4", "camera-b.mp4"),
    ),
    "wipes": (
        "clip a\n"
        "clip b\n"
        "join a, b with slide-left 0.8s\n"
        "split at 3s\n"
        "split at 6s\n"
        "transition wipe-right 0.5s at 3s\n"
        "transition dip-black 0.4s at 6s",
        ("camera-a.mp4", "camera-b.mp4"),
    ),
    "wiped and dipped": (
        "cut 4-9s, 15-17s\n"
        "transition wipe-left 0.5s at 4s\n"
        "transition dip-white 0.3s at 10s\n"
        "split at 16s\n"
        "transition slide-right 0.4s at 16s",
        ("interview.mp4",),
    ),
    "ramped": (
        'speed 1-3x 2-6s\nspeed 2-0.5x last 2s\ncolor "vivid" 70%\ntitle 1-2s "Fast"',
        ("product.mp4",),
    ),
    "chaptered": (
        "cut 0-3s\n"
        'chapter start "Hello"\n'
        'chapter 8s "Middle"\n'
        'chapter 20s "End"\n'
        'music "ambient" volume -26dB fade out 2s',
        ("interview.mp4",),
    ),
    "in decibels": (
        "normalize -16LUFS\n"
        "volume -6dB 0-3s\n"
        "volume +3dB 5-8s\n"
        'music "lo-fi" volume -24dB\n'
        'expect music "lo-fi" volume -24dB',
        ("podcast.mp4",),
    ),
    "bleeped": (
        'cut 1-2s\nbleep 3.2-3.9s, 8-8.4s\ncaption 3-5s "Sorry."',
        ("interview.mp4",),
    ),
    "a song from its middle": (
        'music from "theme.mp3" 1-6s volume -9dB skip 2s fade in 0.3s fade out 0.5s\nmute',
        ("camera-a.mp4",),
    ),
    "boxed texts": (
        'title 0-3s "Box" at top background "#102030" shadow\n'
        'lower-third 3-6s "Ada" "Mathematician" background "#10203080" outline "white"\n'
        'caption 7-9s "One" at top color "#ffcc00" outline "#000000"',
        ("camera-b.mp4",),
    ),
    "captions in boxes": (
        'captions from "captions.srt" background "#000000" shadow\n'
        'aspect 9:16 fit background "navy"',
        ("podcast.mp4",),
    ),
    "the second sound track": (
        'clip talk "two-sounds.mkv" audio 2\ncut 1-2s\ntitle 0-1s "Second"',
        (),
    ),
}
"""The text and the clips, which lie in specs/media, by name."""
