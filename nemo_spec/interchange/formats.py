"""What each format can carry: the one table. What no row names is named as not surviving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from nemo_spec.interchange.sequence import Cut
from nemo_spec.timeline.model import KINDS, Kind, Role
from nemo_spec.timeline.properties import NOT_COMPARED, PROPERTIES, spellings_of

_PICTURE: frozenset[Role] = frozenset({"clip", "generated"})
_SOUNDS: frozenset[Role] = frozenset({"music", "voiceover", "sound"})
_OVERLAYS: frozenset[Role] = frozenset({"overlay"})
_FILES = _PICTURE | _OVERLAYS | _SOUNDS
_TEXTS: frozenset[Role] = frozenset({"title", "lower-third", "caption"})
_IMPLIED = NOT_COMPARED | {"still", "overlap", "freeze"}
"""What follows from where clips lie and what they show. `overlap` is a transition over handles."""
_CUTS = _IMPLIED | {"speed", "reverse", "transition", "skip"}
_PLAIN = _CUTS | {"transition_kind"} | {k for k in PROPERTIES if "." not in spellings_of(k)[0]}
"""What a draft spells with one word, an attribute can hold."""
_LEVELS = _CUTS | {"volume", "sound", "fade_in", "fade_out", "opacity"}
_PLACES = {"scale", "fills", "video:position", "video:x", "video:y"}


_NO_CANVAS = frozenset({"width", "height", "fps", "fill"})
"""Subtitles have none to lose."""
_LETTERS = frozenset({"text:color", "size", "font", "background", "outline"})
_WORDS: frozenset[Kind] = frozenset({"text"})


class Format(NamedTuple):
    """`roles` are the segments that it holds, of the `kinds` that it is about at all.

    `properties` are those of segments that it holds, `text:color` for one kind only; None is every one that
    there is or will be. `nameless`: sounds, voices and scenes that the service makes, of which there is no
    file, still have a place in it. `reads` says who opens it.
    """

    module: str
    reads: str
    roles: frozenset[Role]
    properties: frozenset[str] | None
    nameless: bool = False
    canvas: frozenset[str] = frozenset({"width", "height", "fps"})
    kinds: frozenset[Kind] = frozenset({"video", "audio", "text"})


FORMATS: dict[str, Format] = {
    ".otio": Format("otio", "OpenTimelineIO, Resolve", frozenset(KINDS), None, nameless=True,
        canvas=frozenset({"fps"})),
    ".mlt": Format("mlt", "MLT, Shotcut", _FILES | _TEXTS,
        _LEVELS | _PLACES | _LETTERS | {"text:position"}),
    ".kdenlive": Format("mlt", "Kdenlive", _FILES | _TEXTS,
        (_LEVELS | _PLACES | _LETTERS | {"text:position"}) - {"freeze"}),
    ".xml": Format("fcp7", "Premiere, Resolve", _FILES | _TEXTS,
        _LEVELS | _PLACES | {"rotate", "size"}),
    ".fcpxml": Format("fcpxml", "Final Cut, Resolve", _FILES | _TEXTS,
        _LEVELS | _PLACES | _LETTERS | {"rotate", "shadow"}),
    ".edl": Format("edl", "any editor", _PICTURE, _CUTS, canvas=frozenset({"fps"})),
    ".v3.xml": Format("v3", "NemoVideo", frozenset(KINDS) - {"effect"}, _PLAIN, nameless=True,
        canvas=frozenset({"width", "height", "fps", "title", "fill"})),
    ".srt": Format("subtitles", "players", _TEXTS, frozenset(), canvas=_NO_CANVAS, kinds=_WORDS),
    ".vtt": Format("subtitles", "browsers", _TEXTS, frozenset(), canvas=_NO_CANVAS, kinds=_WORDS),
    ".ass": Format("subtitles", "players", _TEXTS,
        _LETTERS | {"position", "shadow", "fade_in", "fade_out"},
        canvas=_NO_CANVAS, kinds=_WORDS),
}  # fmt: skip
"""By what the name of the file ends in."""


class UnknownFormat(Exception):
    """A file name that ends in none of them; `str()` names those that there are."""


class NotInstalled(Exception):
    """A format that needs an extra; `str()` says which."""


def ending_of(path: Path) -> str:
    """`.v3.xml` of `cut.v3.xml`. Raises UnknownFormat."""
    name = path.name.lower()
    found = [ending for ending in FORMATS if name.endswith(ending) and name != ending]
    if not found:
        raise UnknownFormat(f"a file that ends in {', '.join(FORMATS)}")
    return max(found, key=len)


def written(cut: Cut, ending: str) -> bytes:
    """The file of a sequence without the tracks that it has no place for, always the same for the same
    sequence. Raises NotInstalled."""
    module = import_module(f"nemo_spec.interchange.{FORMATS[ending].module}")
    write: Callable[[Cut, str], str] = module.write
    tracks = [track for track in cut.tracks if track.role in FORMATS[ending].roles]
    return write(replace(cut, tracks=tracks), ending).encode()


def table() -> str:
    """The rows for docs/handoff.md."""
    rows = [f"| `{ending}` | {one.reads} | {_held(one)} |" for ending, one in FORMATS.items()]
    return "\n".join(["| file | for | carries |", "|---|---|---|", *rows])


def _held(one: Format) -> str:
    roles = ", ".join(role for role in KINDS if role in one.roles)
    if one.properties is None:
        return f"{roles}; everything about them"
    known = sorted(one.properties - _IMPLIED)
    return f"{roles}; {', '.join(f'`{key}`' for key in known) or 'times and texts'}"
