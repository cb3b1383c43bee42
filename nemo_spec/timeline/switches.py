"""Switches that services write in words of their own: switched off, not seen, not heard.

None of them is documented. A word counts wherever it stands in a segment or a track, or in one of the
groups that describe the whole of it: the `enabled` of a shadow switches off a shadow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

Path = tuple[str, ...]
Effect = Literal["hidden", "silent", "opacity"]

_ABOUT_ALL = frozenset((
    *("clip", "style", "transform", "settings", "properties", "props", "attributes", "state", "flags"),
    *("visual", "audio", "video", "m"),
))  # fmt: skip
"""Groups that describe the segment itself."""

_WORDS: dict[str, tuple[Effect, bool]] = {
    **dict.fromkeys(("hide", "hidden", "invisible", "off", "bypass", "bypassed"), ("hidden", True)),
    **dict.fromkeys(("disable", "disabled", "delete", "deleted", "remove", "removed"), ("hidden", True)),
    **dict.fromkeys(("visible", "visibility", "show", "shown", "displayed"), ("hidden", False)),
    **dict.fromkeys(("enable", "enabled", "active", "activated"), ("hidden", False)),
    **dict.fromkeys(("mute", "muted", "silent", "silenced"), ("silent", True)),
    "audible": ("silent", False),
}  # fmt: skip
"""What a word decides, and with which value."""
_READ_WHOLE = frozenset({("tr",), ("color",)})
"""Groups whose keys the property table knows."""
_DRAWN = frozenset(("effect", "effects", "filter", "filters", "animation", "animations", "masks"))
"""Lists of what changes how a segment looks or sounds."""
_STATES = frozenset(("status", "state", "display"))
_AWAY = frozenset((
    *("hidden", "disabled", "inactive", "invisible", "off", "none", "muted", "deleted", "removed"),
))  # fmt: skip
"""Words for a state in which a segment is hardly seen or heard."""
_OF_ALL = frozenset((
    *("flip", "flipx", "flipy", "fliphorizontal", "flipvertical", "mirror", "mirrored"),
    *("rotation", "rotate", "speed", "playbackrate", "volume", "vol"),
))  # fmt: skip
"""What a draft may say of all its segments at once, beside the switches."""
_LEVELS: dict[str, Effect] = {"alpha": "opacity", "opacity": "opacity"}
_NEUTRAL: dict[str, float] = {
    **dict.fromkeys(("flip", "flipx", "flipy", "fliphorizontal", "flipvertical"), 0),
    **dict.fromkeys(("mirror", "mirrored", "delay", "offset", "startoffset", "timeoffset"), 0),
    **dict.fromkeys(("playbackrate", "rate", "speed", "scalex", "scaley", "gain"), 1),
    **dict.fromkeys(("x", "y", "transformx", "transformy", "blur", "brightness", "contrast"), 0),
    **dict.fromkeys(("rotation", "gaindb", "start"), 0),
}
"""Words whose other values may mean anything, and the value that changes nothing."""
_MUTES_A_TRACK = 1
"""JianYing and CapCut: bit 0 of a track's `attribute` mutes it; the others are of the editor."""
_SWITCH = {"true": True, "1": True, "false": False, "0": False}


_SAID = {
    ("hidden", True): "switched off where it is true",
    ("hidden", False): "switched off where it is false",
    ("silent", True): "silent where it is true",
    ("silent", False): "silent where it is false",
}


def known_words() -> Iterator[tuple[str, Iterable[str]]]:
    """What known words say, and which ones do; compared without capitals, `_` and `-`, and without `is` in
    front."""
    for (effect, when), said in _SAID.items():
        yield said, (word for word, row in _WORDS.items() if row == (effect, when))
    yield "a level of what is seen, 0-1 or percent", _LEVELS
    yield "a group that describes all of a segment or track: words in it count", sorted(_ABOUT_ALL)
    yield "a list in which a word is an effect, so that it cannot be read", sorted(_DRAWN)
    states = ", ".join(f"`{one}`" for one in sorted(_AWAY))
    yield f"a state, which cannot be read where it is {states}", sorted(_STATES)
    for value in (0, 1):
        kept = (word for word, neutral in _NEUTRAL.items() if neutral == value)
        yield f"changes nothing where it is {value}, else cannot be read", kept
    yield (
        "of the draft or in `m`: cannot be read unless it changes nothing, as do switches there",
        sorted(_OF_ALL),
    )


class Switches(NamedTuple):
    """What is switched, by effect; `unread` are the keys of switches with a value that is none."""

    hidden: bool = False
    silent: bool = False
    opacity: float | None = None
    unread: tuple[str, ...] = ()


def leaves(
    fields: Mapping[str, Any], known: frozenset[Path], above: Path = ()
) -> Iterator[tuple[Path, Any]]:
    """Every value at any depth of groups and lists whose path is not known, with its path."""
    for key, value in fields.items():
        path = (*above, key)
        if isinstance(value, dict):
            if path not in _READ_WHOLE:
                yield from leaves(value, known, path)
        elif path not in known:
            is_list = isinstance(value, list) and not is_switch(path)
            yield from _listed(path, value, known) if is_list else [(path, value)]


def _listed(path: Path, found: list[Any], known: frozenset[Path]) -> Iterator[tuple[Path, Any]]:
    """What a list holds. A word in one of effects is an effect."""
    for one in found:
        if isinstance(one, dict):
            yield from leaves(one, known, path)
        elif isinstance(one, str):
            yield from [(path, True)] if _plain(path[-1]) in _DRAWN else ()
        elif not isinstance(one, list):
            yield path, one


@lru_cache(1000)  # all segments have much the same keys
def word(path: Path) -> str:
    """`hidden` for `isHidden` and `is_hidden`; `flipx` for the `x` of a group `flip`."""
    name = _plain(re.sub(r"^is(?=[_A-Z-])", "", path[-1]))
    group = _plain(path[-2]) if len(path) > 1 else ""
    return group + name if group in ("flip", "scale") else name


def _plain(key: str) -> str:
    return re.sub(r"[_-]", "", key).lower()


def is_switch(path: Path) -> bool:
    """Whether a key is a known switch or level of a whole segment or track."""
    about_all = all(_plain(group) in _ABOUT_ALL for group in path[:-1])
    return about_all and (word(path) in _WORDS or word(path) in _LEVELS)


def is_neutral(path: Path, value: object) -> bool:
    """Whether it is known that this value of an otherwise unknown word changes nothing."""
    return isinstance(value, int | float) and _NEUTRAL.get(word(path)) == value


def read_switches(found: list[tuple[Path, Any]]) -> Switches:
    """What the known switches among some values say; one that says off is enough."""
    hidden = silent = False
    opacities: list[float] = []
    unread: list[str] = []
    for path, value in found:
        if _is_away(path, value):
            unread.append(".".join(path))
        if value is None or not is_switch(path):
            continue
        effect, when = _WORDS.get(word(path)) or (_LEVELS[word(path)], True)
        said = _level(value) if effect == "opacity" else _switch(value)
        if said is None:
            unread.append(".".join(path))
        elif effect == "opacity":
            opacities.append(float(said))
        elif said is when:
            hidden, silent = hidden or effect == "hidden", silent or effect == "silent"
    weaker = {level for level in opacities if level < 1}  # 1 says what is so anyway
    if len(weaker) > 1:
        unread.append("opacity")
        weaker.clear()
    opacity = next(iter(weaker), 1.0 if opacities else None)
    return Switches(hidden, silent, opacity, tuple(unread))


def _is_away(path: Path, value: object) -> bool:
    return (
        isinstance(value, str)
        and len(path) == 1
        and word(path) in _STATES
        and value.strip().lower() in _AWAY
    )


def doubts_of_draft(draft: Mapping[str, Any]) -> list[str]:
    """The keys of a draft, and of its metadata, that may switch or change all its segments."""
    metadata = draft.get("m")
    inner = _of_the_whole(metadata) if isinstance(metadata, dict) else ()
    return [
        *(f"{key} of the draft" for key in _of_the_whole(draft)),
        *(f"m.{key}" for key in inner),
    ]


def _of_the_whole(fields: Mapping[str, Any]) -> Iterator[str]:
    for key, value in fields.items():
        path, found = (key,), read_switches([((key,), value)])
        switched = found.hidden or found.silent or found.unread
        faint = found.opacity is not None and found.opacity < 1
        neutral = 1 if word(path) in ("volume", "vol") else _NEUTRAL.get(word(path), 0)
        changed = word(path) in _OF_ALL and value is not None and value != neutral
        if switched or faint or changed:
            yield key


def mutes_track(attribute: object) -> bool | None:
    """Whether the `attribute` of a track mutes it; None where that cannot be read."""
    if isinstance(attribute, bool) or not isinstance(attribute, int):
        return None
    return bool(attribute & _MUTES_A_TRACK)


def _switch(value: object) -> bool | None:
    if isinstance(value, bool) or (isinstance(value, int | float) and value in (0, 1)):
        return bool(value)
    return _SWITCH.get(value.strip().lower()) if isinstance(value, str) else None


def _level(value: object) -> float | None:
    """0–1, also where it is a percentage."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        return None
    return value / 100 if value > 1 else value
