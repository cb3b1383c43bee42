"""What a segment of a draft is, what it shows or plays, and which part of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemo_spec.timeline.draft_fields import Reading, all_of, find
from nemo_spec.timeline.model import KINDS, Kind, Role
from nemo_spec.timeline.ramps import speeds_of
from nemo_spec.timeline.readers import text, whole, words
from nemo_spec.timeline.track_types import NAMES, TrackType
from nemo_spec.timeline.uploads import Uploads, is_address

_DEFAULT_ROLES: dict[Kind, Role] = {"video": "overlay", "audio": "music", "text": "title"}
_CALLED: tuple[Role, ...] = ("music", "sound", "effect")
"""What goes by a mood or a name of the service's own, wherever its file lies."""

Fields = Mapping[str, Any]


def content_of(
    fields: Fields, role: Role, uploads: Uploads
) -> tuple[str, tuple[str, ...], list[str]]:
    """The material, the texts, and which of them cannot be read."""
    given = text(find(fields, "text")), text(find(fields, "sub"))
    texts = tuple(filter(None, given))
    name, is_read = material(fields, uploads)
    if KINDS[role] == "text" or role == "voiceover":
        is_read = given[0] is not None and (given[1] is not None or find(fields, "sub") is None)
        return ("" if texts else name), texts, [] if is_read else ["text"]
    if role == "generated":  # its file is the service's own
        return name if uploads.knows(name) else "", texts, []
    if not is_read and role in _CALLED and (called := _called(fields)):
        return called, (), []
    return name, () if name else texts, [] if name and is_read else ["name"]


def _called(fields: Fields) -> str:
    """What it is called beside an address; nothing where that is not one word."""
    found = {one for one in all_of(fields, "name") if not is_address(one)}
    return found.pop() if len(found) == 1 else ""


def material(fields: Fields, uploads: Uploads) -> tuple[str, bool]:
    """The material, and whether it is known which one it is. Of several names that of an upload counts."""
    spelled = all_of(fields, "name")
    named = [uploads.named(one) for one in spelled]
    known = list(dict.fromkeys(n for n in named if n is not None and uploads.knows(n)))
    if known:
        return known[0], len(known) == 1
    first = next(iter(spelled), "")
    return named[0] if named and named[0] is not None else uploads.last_part(first), named[:1] != [
        None
    ]


def role_of(fields: Fields, type_: TrackType, is_main: bool) -> Role:
    """What it calls itself, where its track may hold that; else what its track holds."""
    own = NAMES.get(word(find(fields, "role")))
    if own and (type_.kind is None or KINDS[own] == type_.kind) and type_.role != "effect":
        return own
    if is_main:
        return "generated" if words(fields.get("prompt")) else "clip"
    return type_.role or _DEFAULT_ROLES[type_.kind or "video"]


def source_of(
    fields: Fields, role: Role, reading: Reading, name: str, lasts: int, properties: Fields
) -> tuple[int, int] | None:
    """The part of the material that plays, ms. A clip as long as its file plays all of it."""
    first, last, length = (
        whole(reading.ms(find(fields, what))) for what in ("in", "out", "source_duration")
    )
    if first is not None and last is None:
        of_sound = lasts if KINDS[role] == "audio" else None
        last = first + length if length is not None else of_sound and first + of_sound
    if first is not None and last is not None and first <= last:
        return first, last
    plays = 0 if properties.get("freeze") else lasts * sum(speeds_of(properties)) / 2
    is_whole = first is None and last is None and role == "clip"
    if is_whole and reading.uploads.plays_whole(name, plays):
        return 0, reading.uploads.duration(name) or 0
    return None


def word(value: object) -> str:
    """A text without its capitals; nothing for anything else."""
    return value.strip().lower() if isinstance(value, str) else ""
