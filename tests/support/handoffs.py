"""Timelines of the gallery, and the files that they play, ready to be handed over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from nemo_spec.interchange.media import names_of
from nemo_spec.interchange.sequence import Cut, Media, sequence_of, without_files_missing
from nemo_spec.media.clip import Clip
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from support.gallery_drafts import RECIPES, carried_out
from support.paths import ROOT
from support.timelines import probed

MEDIA = ROOT / "specs" / "media"


def timeline_of(recipe: str) -> Timeline:
    """The draft that the mock makes of a recipe of the gallery."""
    return read_draft(carried_out(recipe)[0])


@cache
def media_named(name: str) -> Media | None:
    """A file of the gallery as it was measured; None for a mood or a sound by its name."""
    path = MEDIA / name
    if not path.is_file():
        return None
    known = probed(name)
    rate = f"{known.fps:g}" if known.fps else ""
    channels = known.tracks.sounds[0].channels if known.tracks.sounds else 0
    clip = Clip(
        known.duration_ms,
        known.width,
        known.height,
        len(known.tracks.sounds),
        rate,
        channels=channels,
    )
    return Media(name, path, path.as_posix(), clip)


def media_of(timeline: Timeline) -> dict[str, Media]:
    found = {name: media_named(name) for name in names_of(timeline)}
    return {name: media for name, media in found.items() if media}


def cut_of(recipe: str, *, with_nameless: bool = False) -> Cut:
    """The sequence of a recipe, without what there is no file of."""
    timeline = timeline_of(recipe)
    cut = sequence_of(timeline, media_of(timeline), recipe)
    return cut if with_nameless else without_files_missing(cut)


def written_to(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


QUICK = ("before-after", "boomerang", "product-teaser", "slideshow")
"""Recipes that together hold every kind of clip, and are compiled quickly."""
GALLERY = [
    name if name in QUICK else pytest.param(name, marks=pytest.mark.slow)
    for name in sorted([*RECIPES, "intro"])
]
"""All recipes, that of the README too; most of them in the long suite."""
