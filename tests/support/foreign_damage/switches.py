"""Switched off, silent, invisible, elsewhere: in words that services use and no document of ours names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from support.foreign_damage.scene import SOUNDS, TEXTS, Apply, Kind, Owners, Piece, Scene

_SEEN = (*TEXTS, "overlay")
_OFF: tuple[tuple[str, Any], ...] = (
    *(("enable", False), ("enabled", "false"), ("active", 0), ("disabled", True), ("disable", 1)),
    *(("deleted", True), ("removed", True), ("off", True), ("bypass", True)),
)
_UNSEEN: tuple[tuple[str, Any], ...] = (
    *(
        ("hide", True),
        ("is_hidden", True),
        ("hidden", "true"),
        ("isHidden", 1),
        ("invisible", True),
    ),
    *(("visible", "false"), ("is_visible", 0), ("show", False), ("alpha", 0), ("alpha", 0.02)),
    *(("clip.alpha", 0), ("clip.visible", False), ("style.opacity", 0), ("transform.alpha", 0.0)),
)
_UNHEARD: tuple[tuple[str, Any], ...] = (
    *(("mute", True), ("muted", "true"), ("is_mute", 1), ("isMuted", True), ("audible", False)),
    ("audio.mute", True),
)
_PERHAPS_UNHEARD: tuple[tuple[str, Any], ...] = (("gain_db", -90), ("loudness", 0))
_ELSEWHERE: tuple[tuple[str, Any], ...] = (
    *(("flip", True), ("flip_x", True), ("mirror", 1), ("clip.flip.horizontal", True)),
    *(("rotation", 180), ("clip.rotation", 90), ("scale_x", 0.2), ("clip.scale.x", 0.1)),
    *(("x", 5000), ("transform.x", 3.0), ("blur", 40), ("brightness", -1)),
)
_FASTER: tuple[tuple[str, Any], ...] = (("playback_rate", 2), ("rate", 0.5), ("clip.speed", 3))
_LATE: tuple[tuple[str, Any], ...] = (("delay", 1500), ("offset", 2000), ("start_offset", 1200))
_TRACK_OFF: tuple[tuple[str, Any], ...] = (
    *(("enable", False), ("enabled", 0), ("active", "false"), ("disabled", True), ("deleted", 1)),
)
_TRACK_ELSEWHERE: tuple[tuple[str, Any], ...] = (
    *(("start", 2000), ("delay", 2000), ("offset", 3000), ("speed", 2)),
)
_TRACK_UNHEARD: tuple[tuple[str, Any], ...] = (
    *(("vol", 0), ("volume", 0), ("attribute", 1), ("mute", True), ("muted", "true")),
    ("is_muted", 1),
)
_TRACK_UNSEEN: tuple[tuple[str, Any], ...] = (
    *(("hide", True), ("is_hidden", 1), ("visible", "false"), ("alpha", 0), ("opacity", 0)),
)


def put(holder: Piece, path: str, value: Any) -> bool:
    """Write a value at a path of keys; False where something stands in its way."""
    *groups, last = path.split(".")
    for group in groups:
        holder = holder.setdefault(group, {})
        if not isinstance(holder, dict):
            return False
    holder[last] = value
    return True


def _on_layer(path: str, value: Any, roles: tuple[str, ...]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*roles) if p.get("vol", 1) > 0])
        return scene.line_of(piece) if piece and put(piece, path, value) else None

    return apply


def _on_footage(path: str, value: Any, *, heard: bool, moving: bool) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(scene.heard() if heard else scene.moving() if moving else scene.main)
        return scene.on_video() if piece and put(piece, path, value) else None

    return apply


def _on_layer_track(path: str, value: Any, roles: tuple[str, ...]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*roles) if p.get("vol", 1) > 0])
        if piece is None:
            return None
        track = scene.track_of(piece)
        put(track, path, value)
        own = frozenset(scene.owners.get(one["id"]) for one in track["sg"])
        return own if None not in own else None

    return apply


def _on_main_track(path: str, value: Any, *, heard: bool) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        if heard and not scene.heard():
            return None
        put(scene.draft["t"][0], path, value)
        return scene.on_video()

    return apply


def _solo(scene: Scene) -> Owners | None:
    """One track plays alone, so that no other sound is heard."""
    if len(scene.draft["t"]) < 2 or not scene.layers(*SOUNDS) or not scene.heard():
        return None
    scene.draft["t"][0]["solo"] = True
    return scene.on_video() | frozenset(scene.owners[p["id"]] for p in scene.layers(*SOUNDS))


def _segment_kinds() -> Iterator[Kind]:
    anything = (*_SEEN, *SOUNDS)
    tables = (
        (_OFF, anything, "is switched off", False, False),
        (_UNSEEN, _SEEN, "cannot be seen", False, False),
        (_UNHEARD, SOUNDS, "cannot be heard", True, False),
        (_PERHAPS_UNHEARD, SOUNDS, "perhaps cannot be heard", True, False),
        (_ELSEWHERE, _SEEN, "looks different or stands elsewhere", False, False),
        (_FASTER, ("music", "voiceover"), "plays at another speed", False, True),
        (_LATE, anything, "plays at another time", False, True),
    )
    for table, roles, notices, heard, moving in tables:
        for path, value in table:
            name, footage = (
                f"{path}: {value!r}",
                _on_footage(path, value, heard=heard, moving=moving),
            )
            doubtful = table in (_PERHAPS_UNHEARD, _ELSEWHERE, _FASTER, _LATE)
            yield Kind(f"layer {name}", notices, _on_layer(path, value, roles), doubtful)
            yield Kind(f"footage {name}", notices, footage, doubtful)


def _track_kinds() -> Iterator[Kind]:
    tables = (
        (_TRACK_OFF, (*_SEEN, *SOUNDS), "a whole track is off", False),
        (_TRACK_ELSEWHERE, (*_SEEN, *SOUNDS), "a whole track plays at another time", False),
        (_TRACK_UNHEARD, SOUNDS, "a whole track cannot be heard", True),
        (_TRACK_UNSEEN, _SEEN, "a whole track cannot be seen", False),
    )
    for table, roles, notices, heard in tables:
        for path, value in table:
            name = f"{path}: {value!r}"
            doubtful = table is _TRACK_ELSEWHERE
            yield Kind(f"track {name}", notices, _on_layer_track(path, value, roles), doubtful)
            main = _on_main_track(path, value, heard=heard)
            yield Kind(f"main track {name}", notices, main, doubtful)


KINDS: tuple[Kind, ...] = (
    *_segment_kinds(),
    *_track_kinds(),
    Kind("main track solo: True", "every other sound is gone", _solo, doubtful=True),
)
