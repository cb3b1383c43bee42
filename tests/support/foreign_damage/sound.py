"""Too loud, too quiet, from elsewhere, too many."""

from __future__ import annotations

from typing import Any

from support.foreign_damage.scene import SOUNDS, Apply, Kind, Owners, Scene
from support.foreign_damage.words import fades


def _level(scene: Scene, change: str) -> Owners | None:
    found = scene.layers(*SOUNDS) if change == "silent" else scene.layers("music")
    piece = scene.one([p for p in found if change == "silent" or "vol" in p])
    if piece is None:
        return None
    level = piece.get("vol", 1)
    ways: dict[str, Any] = {
        "3 dB louder": level * 1.41, "6 dB quieter": level / 2,
        "louder": min(2, level + 0.3), "quieter": level / 3, "silent": 0, "lost": None,
        "garbled": "loud", "below zero": -1,
    }  # fmt: skip
    piece["vol"] = ways[change]
    return scene.line_of(piece)


def _levels(change: str) -> Apply:
    return lambda scene: _level(scene, change)


def two_levels(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.layers("music") if "vol" in p])
    if piece is None:
        return None
    piece["volume"] = 1 if piece["vol"] < 0.8 else 0.1
    return scene.line_of(piece)


def _set(roles: tuple[str, ...], key: str, value: Any, *, asked: bool) -> Apply:
    """Set a key of a sound; `asked`: only where the recipe asks for it."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers(*roles) if key in p or not asked])
        if piece is None or piece.get(key) == value:
            return None
        piece[key] = value
        return scene.line_of(piece)

    return apply


def _from_file(changes: dict[str, Any]) -> Apply:
    """Change music that comes from a file of the user's."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers("music") if "src" in p])
        if piece is None:
            return None
        piece.update(changes)
        return scene.line_of(piece)

    return apply


def _begins(change: str) -> Apply:
    """Music of which the recipe says where in its file it begins."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.layers("music") if p.get("in")])
        if piece is None:
            return None
        ways: dict[str, Any] = {
            "from its start": 0,
            "later": piece["in"] + 3000,
            "somewhere": "chorus",
        }
        piece["in"] = ways[change]
        return scene.line_of(piece)

    return apply


def bleeped_word_heard(scene: Scene) -> Owners | None:
    """The tone is there, and the word beneath it as well."""
    at = {(piece["s"], piece["d"]) for piece in scene.layers("sound") if piece["name"] == "bleep"}
    piece = scene.one([p for p in scene.main if (p["s"], p["d"]) in at and p.get("vol") == 0])
    if piece is None:
        return None
    del piece["vol"]
    return scene.on_video("bleep", "volume", "mute")


def _of_footage(key: str, value: Any, *verbs: str, asked: bool = True) -> Apply:
    """Give the footage another value, where the recipe asks for one or where it does not."""

    def apply(scene: Scene) -> Owners | None:
        found = [
            p for p in scene.main if (key in p) == asked and p.get(key) != value and "src" in p
        ]
        for piece in found:
            piece[key] = value
        return scene.on_video(*verbs) if found else None

    return apply


def normalized_to_anything(scene: Scene) -> Owners | None:
    """Of a recipe that leaves the loudness to the service."""
    found = [p for p in scene.main if p.get("normalize") and "loudness" not in p]
    for piece in found:
        piece["loudness"] = -40
    return scene.on_video("normalize") if found else None


def speaks_something_else(scene: Scene) -> Owners | None:
    piece = scene.one(scene.layers("voiceover"))
    if piece is None:
        return None
    piece["text"] = "Hello world."
    return scene.line_of(piece)


def second_music(scene: Scene) -> Owners | None:
    piece = {"id": "new", "role": "music", "s": 0, "d": scene.length, "name": "metal"}
    scene.draft["t"].append({"id": "tr_new", "tt": 1, "name": "BGM", "sg": [piece]})
    return frozenset((None,)) | scene.verbs("music")


def second_voice(scene: Scene) -> Owners | None:
    piece = {"id": "new", "role": "voiceover", "s": 0, "d": 2000, "text": "Subscribe now!"}
    scene.draft["t"].append({"id": "tr_new", "tt": 1, "name": "Voice-over", "sg": [piece]})
    return frozenset((None,)) | scene.verbs("voiceover")


def _footage_level(level: float) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(scene.heard())
        if piece is None or abs(piece.get("vol", 1) - level) < 0.2:
            return None
        piece["vol"] = level
        return scene.on_video("volume", "mute", "bleep")

    return apply


def _footage_loses(key: str, verbs: tuple[str, ...]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.main if key in p])
        if piece is None:
            return None
        del piece[key]
        return scene.on_video(*verbs)

    return apply


def all_footage_silent(scene: Scene) -> Owners | None:
    found = scene.heard()
    for piece in found:
        piece["vol"] = 0
    return scene.on_video("volume", "mute", "bleep") if found else None


def garbled_footage_level(scene: Scene) -> Owners | None:
    found = [p for p in scene.main if "vol" in p]
    for piece in found:
        piece["vol"] = "normal"
    return scene.on_video("volume", "mute", "bleep") if found else None


KINDS: tuple[Kind, ...] = (
    Kind("music louder", "the music is too loud", _levels("louder")),
    Kind("music quieter", "the music is too quiet", _levels("quieter")),
    Kind("sound silent", "nothing is heard of it", _levels("silent")),
    Kind("level lost", "as loud as recorded", _levels("lost")),
    Kind("level garbled", "of any loudness", _levels("garbled"), doubtful=True),
    Kind("level below zero", "of any loudness", _levels("below zero"), doubtful=True),
    Kind("two levels", "either loudness", two_levels, doubtful=True),
    Kind("duck lost", "covers the speech", _set(("music",), "duck", None, asked=True)),
    Kind("duck off", "covers the speech", _set(("music",), "duck", False, asked=True)),
    Kind("duck garbled", "may cover the speech", _set(("music",), "duck", "maybe", asked=True),
         doubtful=True),
    Kind("other mood", "other music", _set(("music",), "name", "polka", asked=True)),
    Kind("other sound", "another sound", _set(("sound",), "name", "boing", asked=True)),
    Kind("mood lost", "any music", _set(("music",), "name", None, asked=True), doubtful=True),
    Kind("other music file", "other music", _from_file({"src": "march.mp3"})),
    Kind("music from elsewhere in its file", "another part of it", _from_file({"in": 5000})),
    Kind("music from elsewhere, source_start", "another part of it",
         _from_file({"in": None, "source_start": 7000})),
    Kind("music from elsewhere, a range", "another part of it",
         _from_file({"in": None, "source_timerange": {"start": 6000, "duration": 3000}})),
    Kind("music faster", "the music runs too fast", _set(("music",), "speed", 1.5, asked=False)),
    Kind("music backwards", "the music runs backwards",
         _set(("music",), "reverse", True, asked=False)),
    Kind("voice slower", "speaks too slowly", _set(("voiceover",), "speed", 0.5, asked=False)),
    Kind("speaks something else", "other words are spoken", speaks_something_else),
    Kind("second music", "two pieces of music at once", second_music),
    Kind("second voice", "somebody speaks who should not", second_voice),
    Kind("footage louder", "a part of the talk is too loud", _footage_level(1.8)),
    Kind("footage silent", "a part of the talk is not heard", _footage_level(0)),
    Kind("footage quieter", "a part of the talk is too quiet", _footage_level(0.3)),
    Kind("all footage silent", "nothing of the talk is heard", all_footage_silent),
    Kind("footage level lost", "as loud as recorded", _footage_loses("vol", ("volume", "mute", "bleep"))),
    Kind("footage level garbled", "of any loudness", garbled_footage_level, doubtful=True),
    Kind("denoise lost", "it hisses", _footage_loses("denoise", ("denoise",))),
    Kind("normalize lost", "loud and quiet by turns", _footage_loses("normalize", ("normalize",))),
    Kind("music 3 dB louder", "the music is too loud", _levels("3 dB louder")),
    Kind("music 6 dB quieter", "the music is too quiet", _levels("6 dB quieter")),
    Kind("music from its start", "another part of it", _begins("from its start")),
    Kind("music from later on", "another part of it", _begins("later")),
    Kind("music from somewhere", "any part of it", _begins("somewhere"), doubtful=True),
    Kind("bleeped word heard", "the word is heard", bleeped_word_heard),
    Kind("another loudness", "too loud", _of_footage("loudness", -9.0, "normalize")),
    Kind("loudness lost", "of any loudness", _footage_loses("loudness", ("normalize",))),
    Kind("loudness garbled", "of any loudness", _of_footage("loudness", "radio", "normalize"),
         doubtful=True),
    Kind("normalized to anything", "hardly heard", normalized_to_anything),
    Kind("other sound track", "somebody else speaks", _of_footage("audio_track", 1, "join")),
    Kind("sound track lost", "somebody else speaks", _of_footage("audio_track", None, "join")),
    Kind("sound track garbled", "anybody speaks", _of_footage("audio_track", "fr", "join"), doubtful=True),
    Kind("sound track unasked", "somebody else speaks", _of_footage("audio_track", 2, "join", asked=False)),
    *fades(SOUNDS, "sound"),
)  # fmt: skip
