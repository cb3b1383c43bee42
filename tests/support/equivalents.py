"""Ways to rewrite a draft without changing the video."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from nemo_spec.timeline.draft_fields import SPELLINGS
from support.gallery_drafts import Draft

Change = Callable[[Draft, Random], None]

JITTER = 24
"""Milliseconds: added up, less than the least tolerance in the gallery, 50 ms."""
SPELLED = {"start": "s", "duration": "d", "role": "role", "text": "text", "volume": "vol"} | {
    "in": "in",
    "out": "out",
    "name": "src",
}


def segments(draft: Draft) -> Iterator[dict[str, Any]]:
    for track in draft["t"]:
        yield from track["sg"] or ()


def layers(draft: Draft) -> Iterator[dict[str, Any]]:
    main = next(track for track in draft["t"] if track["tt"] == 0 and track["sg"])
    yield from (piece for piece in segments(draft) if piece not in main["sg"])


FAINT = 0.11
"""A level below this may be off by some percent of itself only: a fifth of a decibel here."""


def jittered(draft: Draft, chance: Random) -> None:
    for piece in layers(draft):
        piece["s"] = max(0, piece["s"] + chance.randint(-JITTER, JITTER))
        piece["d"] += chance.randint(-JITTER, JITTER)
        for key in ("fade_in", "fade_out"):
            if key in piece:
                piece[key] += chance.randint(-JITTER, JITTER)
        for key in ("vol", "opacity", "scale"):
            faint = key == "vol" and piece.get(key, 1) < FAINT
            if key in piece:
                piece[key] += chance.uniform(-0.008, 0.008) * (3 * piece[key] if faint else 1)


def keys_in_another_order(draft: Draft, chance: Random) -> None:
    for holder in (draft, draft["m"], *draft["t"], *segments(draft)):
        items = list(holder.items())
        chance.shuffle(items)
        holder.clear()
        holder.update(items)


def unknown_fields(draft: Draft, chance: Random) -> None:
    """On tracks and segments words only: a number or a flag that nobody knows may change what is seen."""
    words = ("words", None, ["a", {"a": "b"}], {"b": {"c": "deep"}}, {"n": "1"})
    anything = (*words[:2], [1, {"a": 2}], *words[3:], 7, True, {"b": {"c": 3}}, 0.5)
    for holder in (draft, draft["m"], *draft["t"], *segments(draft)):
        values = anything if holder in (draft, draft["m"]) else words
        for number in range(chance.randint(1, 3)):
            holder[f"x_{number}"] = chance.choice(values)


def other_spellings(draft: Draft, chance: Random) -> None:
    found = {what: chance.choice(SPELLINGS[what]) for what in SPELLED}
    for piece in segments(draft):
        for what, key in SPELLED.items():
            if key in piece and found[what] != key:
                value, path = piece.pop(key), found[what].split(".")
                holder = piece.setdefault(path[0], {}) if len(path) > 1 else piece
                holder[path[-1]] = value


def other_numbers(draft: Draft, chance: Random) -> None:
    """Times as 2000.0, levels in percent."""
    for piece in segments(draft):
        for key in ("s", "d", "in", "out", "fade_in", "fade_out"):
            if key in piece:
                piece[key] = float(piece[key])
        if piece.get("vol", 0) * 100 > 2:
            piece["vol"] *= 100


def tracks_in_another_order(draft: Draft, chance: Random) -> None:
    """The video keeps its place before what lies over it; the rest has none."""
    video = [track for track in draft["t"] if track["tt"] == 0]
    others = [track for track in draft["t"] if track["tt"] != 0]
    chance.shuffle(others)
    at = sorted(chance.choices(range(len(others) + 1), k=len(video)), reverse=True)
    for place, track in zip(at, reversed(video), strict=True):
        others.insert(place, track)
    draft["t"] = others


def a_track_for_every_segment(draft: Draft, chance: Random) -> None:
    main = next(track for track in draft["t"] if track["tt"] == 0 and track["sg"])
    tracks = [track for track in draft["t"] if track is not main]
    draft["t"] = [main, *({**t, "sg": [piece]} for t in tracks for piece in t["sg"] or ())]


def segments_in_another_order(draft: Draft, chance: Random) -> None:
    for track in draft["t"]:
        chance.shuffle(track["sg"] or [])


def empty_tracks(draft: Draft, chance: Random) -> None:
    for number in (0, 1, 7, 9):
        empty = {"id": f"tr_e{number}", "tt": number, "sg": chance.choice([[], None])}
        draft["t"].insert(chance.randint(0, len(draft["t"])), empty)


def texts_decomposed(draft: Draft, chance: Random) -> None:
    """Unicode can write é in two ways."""
    for piece in segments(draft):
        for key in ("text", "sub"):
            if key in piece:
                piece[key] = _decomposed(piece[key])


def _decomposed(text: Any) -> Any:
    if isinstance(text, list):
        return [_decomposed(part) for part in text]
    if isinstance(text, dict):
        return {key: _decomposed(part) for key, part in text.items()}
    return unicodedata.normalize("NFD", text) if isinstance(text, str) else text


def texts_in_lines(draft: Draft, chance: Random) -> None:
    for piece in segments(draft):
        if isinstance(piece.get("text"), str):
            piece["text"] = piece["text"].split("\n")


def texts_in_parts(draft: Draft, chance: Random) -> None:
    """As services write a text whose parts are styled separately."""
    for piece in segments(draft):
        text = piece.get("text", "")
        if isinstance(text, str) and len(text) > 1:
            at = chance.randrange(1, len(text))
            piece["text"] = [{"text": text[:at], "bold": True}, {"text": text[at:]}]


def defaults_spelled_out(draft: Draft, chance: Random) -> None:
    for piece in segments(draft):
        for key, value in {"vol": 1, "fade_in": 0, "fade_out": 0}.items():
            if key not in piece:
                piece[key] = value
    for piece in next(track for track in draft["t"] if track["tt"] == 0 and track["sg"])["sg"]:
        for key, value in {"speed": 1, "reverse": False, "freeze": False, "rotate": 0}.items():
            piece.setdefault(key, value)


CHANGES: tuple[Change, ...] = (
    *(jittered, keys_in_another_order, unknown_fields, other_spellings, other_numbers),
    *(tracks_in_another_order, a_track_for_every_segment, segments_in_another_order),
    *(empty_tracks, texts_decomposed, texts_in_lines, texts_in_parts, defaults_spelled_out),
)


def the_same(draft: Draft, seed: str) -> Iterator[tuple[str, Draft]]:
    """The draft rewritten in each way, and in several at once."""
    chance = Random(seed)
    for change in CHANGES:
        other = copy.deepcopy(draft)
        change(other, chance)
        yield change.__name__, other
    other, some = copy.deepcopy(draft), sorted(chance.sample(range(len(CHANGES)), 4))
    for number in some:
        if CHANGES[number] is not other_spellings:
            CHANGES[number](other, chance)
    yield " and ".join(CHANGES[number].__name__ for number in some), other
