"""What the type and the name of a track say about its segments.

Documented are the types 0 (video), 1 (audio) and 7 (text); Draft Protocol V3 has words for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from nemo_spec.timeline.draft_fields import find
from nemo_spec.timeline.model import KINDS, Kind, Role

NAMES: dict[str, Role] = {name: name for name in KINDS} | {
    "bgm": "music", "voice-over": "voiceover", "voice": "voiceover", "sfx": "sound",
    "lower third": "lower-third", "lower_third": "lower-third", "captions": "caption",
    "subtitle": "caption", "subtitles": "caption", "pip": "overlay", "image": "overlay",
}  # fmt: skip
"""What tracks and segments may call a role."""
_NUMBERS: dict[int, Kind] = {0: "video", 1: "audio", 7: "text"}
_KINDS: dict[str, Kind] = {"video": "video", "audio": "audio", "text": "text"}
_EFFECTS = ("effect", "effects", "graphics", "filter", "filters", "adjustment")


class TrackType(NamedTuple):
    """`kind` is None where the type makes no sense; `role` that of segments which name none."""

    kind: Kind | None
    role: Role | None = None
    may_be_main: bool = False
    is_known: bool = True


def track_type(track: Mapping[str, Any], segments: Sequence[object]) -> TrackType:
    """What a track is."""
    given = _number(track.get("tt"))
    word = given.strip().lower() if isinstance(given, str) else ""
    if word in _EFFECTS:
        return TrackType("video", "effect")
    kind = _NUMBERS.get(given) if type(given) is int else _KINDS.get(word)
    named = _of_kind(NAMES.get(str(track.get("name")).strip().lower()), kind)
    if kind:
        return TrackType(kind, named, kind == "video" and named not in ("overlay", "effect"))
    if role := NAMES.get(word):
        return TrackType(KINDS[role], role)
    return TrackType(None, _unknown(segments), is_known=False)


def _number(given: object) -> object:
    """A number that is written as text is that number."""
    is_digits = isinstance(given, str) and given.isascii() and given.strip().isdigit()
    return int(str(given)[:9]) if is_digits else given


def is_known(written: str) -> bool:
    """Whether a type of track means something here."""
    word = written.strip().lower()
    return word in map(str, _NUMBERS) or word in _KINDS or word in NAMES or word in _EFFECTS


def _of_kind(role: Role | None, kind: Kind | None) -> Role | None:
    return role if role and KINDS[role] == kind else None


def _unknown(segments: Sequence[object]) -> Role:
    """On a track of an unknown type segments are what they say, and else an effect."""
    roles = (find(one, "role") for one in segments if isinstance(one, dict))
    named = (NAMES.get(role.strip().lower()) for role in roles if isinstance(role, str))
    return next((role for role in named if role), "effect")
